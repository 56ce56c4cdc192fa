//! A row as a line of an archive, and back.

use sea_orm::{DbErr, QueryResult, Value};
use serde_json::{Map, Value as Json};
use uuid::Uuid;

use crate::{Column, Holds, Need, Start, Table};

/// What stands in one column of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Id(Option<Uuid>),
    Text(Option<String>),
    Number(Option<i64>),
}

impl Cell {
    pub const fn id(&self) -> Option<Uuid> {
        match self {
            Self::Id(id) => *id,
            Self::Text(_) | Self::Number(_) => None,
        }
    }

    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => text.as_deref(),
            Self::Id(_) | Self::Number(_) => None,
        }
    }

    pub const fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => *number,
            Self::Id(_) | Self::Text(_) => None,
        }
    }

    /// Nothing yet, of the kind that this column keeps.
    fn nothing(holds: Holds) -> Self {
        match holds {
            Holds::Tenant
            | Holds::ThisTenantOrNone
            | Holds::Id
            | Holds::To(..)
            | Holds::Person(_)
            | Holds::Term(_)
            | Holds::Loose
            | Holds::Begins(Start::NoId) => Self::Id(None),
            Holds::Text(_)
            | Holds::Json(_)
            | Holds::Html(..)
            | Holds::Begins(Start::NoText | Start::Word(_)) => Self::Text(None),
            Holds::Number(_) | Holds::Begins(Start::Zero) => Self::Number(None),
        }
    }

    fn to_json(&self) -> Json {
        match self {
            Self::Id(id) => id.map_or(Json::Null, |id| Json::String(id.to_string())),
            Self::Text(text) => text.clone().map_or(Json::Null, Json::String),
            Self::Number(number) => number.map_or(Json::Null, Json::from),
        }
    }
}

impl From<Cell> for Value {
    fn from(cell: Cell) -> Self {
        match cell {
            Cell::Id(id) => id.into(),
            Cell::Text(text) => text.into(),
            Cell::Number(number) => number.into(),
        }
    }
}

/// A row of a table that moves: a cell for each of its columns.
#[derive(Clone)]
pub struct Row {
    pub table: &'static Table,
    pub cells: Vec<Cell>,
}

impl Row {
    /// As the database gives it. Of another organisation than this one nothing is said.
    pub fn read(table: &'static Table, found: &QueryResult, tenant: Uuid) -> Result<Self, DbErr> {
        let cell = |column: &Column| match Cell::nothing(column.holds) {
            nothing if !column.holds.is_written() => Ok(nothing),
            Cell::Id(_) => {
                let id: Option<Uuid> = found.try_get("", column.name)?;
                let of_another = column.holds == Holds::ThisTenantOrNone && id != Some(tenant);
                Ok(Cell::Id(id.filter(|_| !of_another)))
            }
            Cell::Text(_) => Ok(Cell::Text(found.try_get("", column.name)?)),
            Cell::Number(_) => Ok(Cell::Number(found.try_get("", column.name)?)),
        };
        let cells: Result<_, DbErr> = table.columns.iter().map(cell).collect();
        Ok(Self {
            table,
            cells: cells?,
        })
    }

    pub fn to_line(&self) -> String {
        let written = self.with_columns().filter(|(it, _)| it.holds.is_written());
        let line: Map<String, Json> = written
            .map(|(column, cell)| (camel_case(column.name), cell.to_json()))
            .collect();
        Json::Object(line).to_string()
    }

    /// Every column must be there, and nothing else: an archive of another layout is not guessed at.
    pub fn from_line(table: &'static Table, line: &str) -> Result<Self, String> {
        let mut line: Map<String, Json> =
            serde_json::from_str(line).map_err(|error| error.to_string())?;
        let cell = |column: &Column| {
            if !column.holds.is_written() {
                return Ok(Cell::nothing(column.holds));
            }
            let name = camel_case(column.name);
            let value = line.remove(&name);
            let value = value.ok_or_else(|| format!("{name} is missing"))?;
            parse(column, value).ok_or_else(|| format!("{name} does not hold what it should"))
        };
        let cells = table.columns.iter().map(cell).collect::<Result<_, _>>()?;
        match line.keys().next() {
            Some(other) => Err(format!("{other} is not known")),
            None => Ok(Self { table, cells }),
        }
    }

    pub fn with_columns(&self) -> impl Iterator<Item = (&'static Column, &Cell)> {
        self.table.columns.iter().zip(&self.cells)
    }

    pub fn cell(&self, name: &str) -> Option<&Cell> {
        self.table.cell(&self.cells, name)
    }

    pub fn id(&self) -> Option<Uuid> {
        self.cell("id").and_then(Cell::id)
    }

    /// The people whom it names.
    pub fn people(&self) -> impl Iterator<Item = Uuid> {
        let named = |holds| matches!(holds, Holds::Person(_));
        self.with_columns()
            .filter(move |(column, _)| named(column.holds))
            .filter_map(|(_, cell)| cell.id())
    }

    /// The terms that it names, and what may be one.
    pub fn terms(&self) -> Vec<Uuid> {
        let mut found = Vec::new();
        for (column, cell) in self.with_columns() {
            if matches!(column.holds, Holds::Term(_)) {
                found.extend(cell.id());
            }
            let text = cell
                .text()
                .filter(|_| matches!(column.holds, Holds::Json(_)));
            if let Some(Ok(mut inside)) = text.map(serde_json::from_str) {
                each_id(&mut inside, &mut |id| {
                    found.push(id);
                    id
                });
            }
        }
        found
    }
}

fn parse(column: &Column, value: Json) -> Option<Cell> {
    let may_be_none = match column.holds {
        Holds::To(_, need)
        | Holds::Person(need)
        | Holds::Term(need)
        | Holds::Text(need)
        | Holds::Json(need)
        | Holds::Number(need) => need == Need::OrNone,
        Holds::ThisTenantOrNone => true,
        Holds::Tenant | Holds::Id | Holds::Loose | Holds::Html(..) | Holds::Begins(_) => false,
    };
    match (Cell::nothing(column.holds), value) {
        (nothing, Json::Null) => may_be_none.then_some(nothing),
        (Cell::Id(_), Json::String(id)) => Some(Cell::Id(Some(id.parse().ok()?))),
        (Cell::Text(_), Json::String(text)) => Some(Cell::Text(Some(text))),
        (Cell::Number(_), Json::Number(number)) => Some(Cell::Number(Some(number.as_i64()?))),
        _ => None,
    }
}

/// Puts another id in the place of each one in this JSON.
pub fn each_id(json: &mut Json, other: &mut impl FnMut(Uuid) -> Uuid) {
    match json {
        Json::String(text) => {
            if let Ok(id) = text.parse::<Uuid>() {
                *text = other(id).to_string();
            }
        }
        Json::Array(items) => items.iter_mut().for_each(|item| each_id(item, other)),
        Json::Object(fields) => fields.values_mut().for_each(|value| each_id(value, other)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

/// As JSON names what a table calls `snake_case`.
pub fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |all, word| {
        let mut letters = word.chars();
        let capital = letters.next().map(|letter| letter.to_ascii_uppercase());
        all + &capital.into_iter().chain(letters).collect::<String>()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::table;

    const LINE: &str = r#"{"body":"b","files":null,"postId":"01900000-0000-7000-8000-000000000001","version":2,"writtenAt":5}"#;

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let row = Row::from_line(table("post_version").unwrap(), LINE).unwrap();
        assert_eq!(row.to_line(), LINE);
    }

    #[test]
    fn what_is_missing_unknown_or_of_another_kind_is_refused() {
        let refused = |line: &str, why: &str| {
            let read = Row::from_line(table("post_version").unwrap(), line);
            assert_eq!(read.err().as_deref(), Some(why));
        };
        refused(&LINE.replace("\"version\":2,", ""), "version is missing");
        refused(
            &LINE.replace("\"version\":2,", "\"version\":2,\"html\":\"<b>\","),
            "html is not known",
        );
        refused(
            &LINE.replace("\"writtenAt\":5", "\"writtenAt\":null"),
            "writtenAt does not hold what it should",
        );
    }

    #[test]
    fn ids_are_found_wherever_they_stand_in_json() {
        let id = "01900000-0000-7000-8000-000000000001";
        let mut json = serde_json::json!({"a": [id, "x"], "b": {"c": id}, "d": 1});
        let mut seen = 0;
        each_id(&mut json, &mut |_| {
            seen += 1;
            Uuid::nil()
        });
        assert_eq!(seen, 2);
        assert!(!json.to_string().contains(id));
    }
}
