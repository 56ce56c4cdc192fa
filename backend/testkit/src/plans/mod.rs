//! How a database would look for the rows that a statement asks for.
//!
//! Promise: a table that is read from its first row to its last is told, by whichever way: as a table, as an index
//! without a condition, or as an index that SQLite would make for this statement alone.
//! Absent: what it costs. On an empty database that says nothing; `make bench-scale` measures it.

mod postgres;
mod sqlite;
mod tables;

use std::fmt::{Display, Formatter, Result as Written};

use sea_orm::{DatabaseConnection, DbBackend};
use tempfile::TempDir;

use crate::statements::Prepared;

pub use tables::{ALLOWED, LARGE, SMALL};

/// A table that a statement reads whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scan {
    pub table: String,
    /// As the database says it.
    pub how: String,
}

impl Display for Scan {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        write!(f, "{} ({})", self.table, self.how)
    }
}

/// Reads plans on one connection.
pub struct Plans {
    connection: DatabaseConnection,
    tables: Vec<String>,
    /// Where SQLite's database is, when it is for this alone.
    _directory: Option<TempDir>,
}

impl Plans {
    /// In an empty database, as whoever runs the platform. Where PostgreSQL has another way than reading a table
    /// whole, it takes that: what is told then has none.
    pub async fn avoiding_scans() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let url = crate::database::fresh(directory.path()).await;
        let plans = Self::on(&url, Some(directory)).await;
        if plans.is_postgres() {
            postgres::avoid_scans(&plans.connection).await;
        }
        plans
    }

    /// As the database chooses by what it knows of the rows that are there.
    pub async fn as_they_are(url: &str) -> Self {
        Self::on(url, None).await
    }

    async fn on(url: &str, directory: Option<TempDir>) -> Self {
        let connection = crate::database::connect(url.to_owned()).await;
        let tables = match connection.get_database_backend() {
            DbBackend::Sqlite => sqlite::tables(&connection).await,
            _ => postgres::tables(&connection).await,
        };
        Self {
            connection,
            tables,
            _directory: directory,
        }
    }

    /// Every table there is.
    pub fn tables(&self) -> &[String] {
        &self.tables
    }

    fn is_postgres(&self) -> bool {
        self.connection.get_database_backend() == DbBackend::Postgres
    }

    /// The tables that it reads whole; none for what reads no table, like the beginning of a transaction.
    pub async fn scans(&self, statement: &Prepared) -> Vec<Scan> {
        if !reads_tables(&statement.sql) {
            return Vec::new();
        }
        if self.is_postgres() {
            postgres::scans(&self.connection, statement).await
        } else {
            sqlite::scans(&self.connection, &self.tables, statement).await
        }
    }
}

/// Why this statement may do that; none when it may not.
pub fn allowed(statement: &Prepared, scan: &Scan) -> Option<&'static str> {
    if !LARGE.iter().any(|(table, _)| *table == scan.table) {
        return Some("it is small");
    }
    if statement.sql.starts_with(tables::BEFORE_THE_WALL) {
        return Some("a test asks for everything, to see what the wall shows");
    }
    ALLOWED
        .iter()
        .find(|it| it.table == scan.table && statement.sql.contains(it.statement))
        .map(|it| it.why)
}

fn reads_tables(sql: &str) -> bool {
    let word: String = sql
        .trim_start_matches(['(', ' ', '\n'])
        .chars()
        .take_while(char::is_ascii_alphabetic)
        .collect();
    ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains(&word.to_uppercase().as_str())
}
