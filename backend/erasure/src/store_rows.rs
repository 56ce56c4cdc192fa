//! Statements on the rows that name somebody, whatever table they are in: looked for without waiting for anybody, and
//! changed some at a time.

use db::{DbFault, Sql, Tx};
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};
use uuid::Uuid;

use crate::rules::Rule;

/// How many rows one change touches.
const SOME: usize = 200;

/// What a row is found by.
#[derive(Clone, Debug, PartialEq)]
pub enum Named {
    Person(Uuid),
    Address(String),
}

impl Named {
    fn value(&self) -> Value {
        match self {
            Self::Person(id) => (*id).into(),
            Self::Address(address) => address.clone().into(),
        }
    }
}

/// Where a row is in its table, for as long as nobody changes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    at: String,
    /// In which issue, for who stands in there.
    pub within: Option<Uuid>,
}

/// Some of the rows; `within` is SQL over the row.
pub async fn find(
    sql: &impl Sql,
    rule: &Rule,
    named: &Named,
    within: Option<&str>,
) -> Result<Vec<Place>, DbFault> {
    let backend = sql.conn().get_database_backend();
    let (table, column) = (rule.table, rule.column);
    let issue = within.unwrap_or("NULL");
    let statement = format!(
        "SELECT {} AS place, {issue} AS within FROM {table} WHERE {column} = $1 LIMIT {SOME}",
        match backend {
            DbBackend::Sqlite => "CAST(rowid AS TEXT)",
            _ => "CAST(ctid AS TEXT)",
        }
    );
    let select = Statement::from_sql_and_values(backend, statement, [named.value()]);
    let mut places = Vec::new();
    for row in sql.conn().query_all_raw(select).await? {
        places.push(Place {
            at: row.try_get("", "place")?,
            within: match within {
                Some(_) => row.try_get("", "within")?,
                None => None,
            },
        });
    }
    Ok(places)
}

/// Takes these rows away, those that still name who is meant.
pub async fn delete(tx: &Tx, rule: &Rule, named: &Named, places: &[Place]) -> Result<(), DbFault> {
    let what = format!("DELETE FROM {}", rule.table);
    run(tx, &what, rule, named, places, None).await
}

/// Names nobody, or whoever stands in, and empties what goes with it.
pub async fn rename(
    tx: &Tx,
    rule: &Rule,
    named: &Named,
    places: &[Place],
    (instead, empty): (Option<Uuid>, &[(&str, &str)]),
) -> Result<(), DbFault> {
    let new = if instead.is_some() { "$3" } else { "NULL" };
    let mut set = vec![format!("{} = {new}", rule.column)];
    set.extend(
        empty
            .iter()
            .map(|(column, value)| format!("{column} = {value}")),
    );
    let set = set.join(", ");
    let what = format!("UPDATE {} SET {set}", rule.table);
    run(tx, &what, rule, named, places, instead).await
}

async fn run(
    tx: &Tx,
    what: &str,
    rule: &Rule,
    named: &Named,
    places: &[Place],
    instead: Option<Uuid>,
) -> Result<(), DbFault> {
    let backend = tx.conn().get_database_backend();
    let at: Vec<&str> = places.iter().map(|place| place.at.as_str()).collect();
    let (among, at) = match backend {
        DbBackend::Sqlite => (
            "rowid IN (SELECT value FROM json_each($2))",
            format!("[{}]", at.join(",")),
        ),
        _ => (
            "ctid = ANY(CAST($2 AS tid[]))",
            format!("{{\"{}\"}}", at.join("\",\"")),
        ),
    };
    let statement = format!("{what} WHERE {among} AND {} = $1", rule.column);
    let mut values = vec![named.value(), at.into()];
    values.extend(instead.map(Value::from));
    let statement = Statement::from_sql_and_values(backend, statement, values);
    tx.conn().execute_raw(statement).await?;
    Ok(())
}
