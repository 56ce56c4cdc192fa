//! Rows on their way into tables: streamed with `COPY` on PostgreSQL, many to a statement on SQLite.

use std::collections::BTreeMap;
use std::fmt::Write;

use sea_orm::sqlx::{Connection, PgConnection};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use uuid::Uuid;

use crate::Failure;
use crate::place::Place;

/// A table and the columns that are given.
#[derive(Debug)]
pub struct Columns {
    pub table: &'static str,
    pub names: &'static str,
}

#[derive(Clone, Copy, Debug)]
pub enum Cell<'a> {
    Id(Uuid),
    Text(&'a str),
    Number(i64),
    Nothing,
}

enum To {
    Postgres(PgConnection),
    Sqlite(DatabaseConnection),
}

pub struct Rows {
    to: To,
    waiting: BTreeMap<&'static str, (&'static Columns, String)>,
}

impl Rows {
    /// As an administrator, without looking up what each row refers to: it is there, or comes.
    pub async fn to(place: &Place) -> Result<Self, Failure> {
        let to = if place.postmaster.is_some() {
            let mut connection = PgConnection::connect(&place.url).await?;
            let quick = "SET session_replication_role = replica";
            sea_orm::sqlx::query(quick).execute(&mut connection).await?;
            To::Postgres(connection)
        } else {
            let mut options = ConnectOptions::new(&place.url);
            options.max_connections(1).sqlx_logging(false);
            let connection = Database::connect(options).await?;
            let quick = "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF";
            connection.execute_unprepared(quick).await?;
            To::Sqlite(connection)
        };
        Ok(Self {
            to,
            waiting: BTreeMap::new(),
        })
    }

    pub async fn put(
        &mut self,
        columns: &'static Columns,
        row: &[Cell<'_>],
    ) -> Result<(), Failure> {
        let most = match self.to {
            To::Postgres(_) => 4_000_000,
            To::Sqlite(_) => 400_000,
        };
        let (_, text) = self
            .waiting
            .entry(columns.table)
            .or_insert_with(|| (columns, String::new()));
        match self.to {
            To::Postgres(_) => copied(text, row)?,
            To::Sqlite(_) => inserted(text, row)?,
        }
        if text.len() > most {
            let text = std::mem::take(text);
            self.send(columns, text).await?;
        }
        Ok(())
    }

    async fn send(
        &mut self,
        Columns { table, names }: &Columns,
        text: String,
    ) -> Result<(), Failure> {
        match &mut self.to {
            To::Postgres(connection) => {
                let copy = format!("COPY {table} ({names}) FROM STDIN");
                let mut copy = connection.copy_in_raw(&copy).await?;
                copy.send(text.into_bytes()).await?;
                copy.finish().await?;
            }
            To::Sqlite(connection) => {
                let insert = format!("INSERT INTO {table} ({names}) VALUES {text}");
                connection.execute_unprepared(&insert).await?;
            }
        }
        Ok(())
    }

    /// Sends what still waits.
    pub async fn finish(mut self) -> Result<(), Failure> {
        for (columns, text) in std::mem::take(&mut self.waiting).into_values() {
            if !text.is_empty() {
                self.send(columns, text).await?;
            }
        }
        match self.to {
            To::Postgres(connection) => connection.close().await?,
            To::Sqlite(connection) => connection.close().await?,
        }
        Ok(())
    }
}

/// A line as `COPY` reads it.
fn copied(text: &mut String, row: &[Cell<'_>]) -> Result<(), Failure> {
    for (place, cell) in row.iter().enumerate() {
        if place > 0 {
            text.push('\t');
        }
        match cell {
            Cell::Id(id) => write!(text, "{id}")?,
            Cell::Number(number) => write!(text, "{number}")?,
            Cell::Nothing => text.push_str("\\N"),
            Cell::Text(plain) => {
                for letter in plain.chars() {
                    match letter {
                        '\\' => text.push_str("\\\\"),
                        '\n' => text.push_str("\\n"),
                        '\t' => text.push_str("\\t"),
                        letter => text.push(letter),
                    }
                }
            }
        }
    }
    text.push('\n');
    Ok(())
}

/// A row between brackets.
fn inserted(text: &mut String, row: &[Cell<'_>]) -> Result<(), Failure> {
    text.push_str(if text.is_empty() { "(" } else { ",(" });
    for (place, cell) in row.iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        match cell {
            Cell::Id(id) => write!(text, "X'{}'", id.simple())?,
            Cell::Number(number) => write!(text, "{number}")?,
            Cell::Nothing => text.push_str("NULL"),
            Cell::Text(plain) => write!(text, "'{}'", plain.replace('\'', "''"))?,
        }
    }
    text.push(')');
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_does_not_end_a_row() {
        let row = [
            Cell::Text("'s avonds\n\\"),
            Cell::Nothing,
            Cell::Number(7),
            Cell::Id(Uuid::nil()),
        ];
        let (mut copy, mut insert) = (String::new(), String::new());
        copied(&mut copy, &row).unwrap();
        inserted(&mut insert, &row).unwrap();
        let nobody = "00000000-0000-0000-0000-000000000000";
        assert_eq!(copy, format!("'s avonds\\n\\\\\t\\N\t7\t{nobody}\n"));
        let nobody = nobody.replace('-', "");
        assert_eq!(insert, format!("('''s avonds\n\\',NULL,7,X'{nobody}')"));
    }
}
