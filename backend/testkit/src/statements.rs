//! The statements that tests send to the database, noted for whoever reads their plans.
//!
//! With `NP_TEST_STATEMENTS` each platform under test leaves a file in that folder; without it nothing is noted.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use db::{Db, Ran};
use sea_orm::{Statement, Value};
use serde_json::json;

/// A statement as a database prepares it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prepared {
    /// With a sign in the place of each value.
    pub sql: String,
    /// What PostgreSQL is told of each value.
    pub types: Vec<String>,
    /// One of the tests that sent it.
    pub test: String,
}

/// What one platform under test sent.
#[derive(Clone)]
pub struct Statements {
    folder: PathBuf,
    noted: Arc<Mutex<BTreeMap<String, Vec<&'static str>>>>,
}

impl Statements {
    /// Notes from now on what is sent to this database, when the gate asks for it.
    pub fn of(db: &Db) -> Option<Self> {
        if !crate::database::is_tested(db) {
            return None;
        }
        let statements = Self {
            folder: folder()?,
            noted: Arc::default(),
        };
        let noted = statements.noted.clone();
        db.on_statement(move |Ran { statement, .. }| {
            if asks_for_none(statement) {
                return;
            }
            let mut noted = noted.lock().unwrap();
            if !noted.contains_key(&statement.sql) {
                noted.insert(statement.sql.clone(), types(statement));
            }
        });
        Some(statements)
    }

    /// Leaves them in the folder.
    pub fn keep(&self) {
        let thread = std::thread::current();
        let test = thread.name().unwrap_or("a thread without a name");
        let noted = self.noted.lock().unwrap();
        let lines: Vec<String> = noted
            .iter()
            .map(|(sql, types)| json!({"sql": sql, "types": types, "test": test}).to_string())
            .collect();
        let name = kernel::EventId::new(kernel::Clock::now(&kernel::SystemClock)).to_string();
        std::fs::create_dir_all(&self.folder).unwrap();
        std::fs::write(self.folder.join(name), lines.join("\n")).unwrap();
    }
}

/// What all tests left in this folder, each once: lists of values of different lengths are one statement.
pub fn kept(folder: &Path) -> Vec<Prepared> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for line in text.lines() {
            let one = prepared(&serde_json::from_str(line).unwrap());
            all.entry(shape(&one.sql)).or_insert(one);
        }
    }
    all.into_values().collect()
}

fn prepared(line: &serde_json::Value) -> Prepared {
    let types = line["types"].as_array().unwrap();
    Prepared {
        sql: line["sql"].as_str().unwrap().to_owned(),
        types: types
            .iter()
            .map(|it| it.as_str().unwrap().to_owned())
            .collect(),
        test: line["test"].as_str().unwrap().to_owned(),
    }
}

/// Where the gate wants them.
#[expect(
    clippy::disallowed_methods,
    reason = "the gate's setting, not the product's"
)]
pub fn folder() -> Option<PathBuf> {
    std::env::var_os("NP_TEST_STATEMENTS").map(PathBuf::from)
}

/// It looks for one of an empty list, which is written as 1 = 2 and found at once. With a list it is another statement.
fn asks_for_none(statement: &Statement) -> bool {
    let values = statement.values.iter().flat_map(|values| &values.0);
    let values: Vec<&Value> = values.collect();
    let none = |pair: &[&Value]| matches!(pair, [Value::Int(Some(1)), Value::Int(Some(2))]);
    values.windows(2).any(none)
}

/// The statement with one sign for any number of values beside each other, and for rows of them.
fn shape(sql: &str) -> String {
    let mut shape = String::with_capacity(sql.len());
    let mut letters = sql.chars().peekable();
    while let Some(letter) = letters.next() {
        if !matches!(letter, '?' | '$') {
            shape.push(letter);
            continue;
        }
        while letters.next_if(char::is_ascii_digit).is_some() {}
        let another = [("?, ", ", "), ("(?), (", "), (")];
        match another.iter().find(|(end, _)| shape.ends_with(end)) {
            Some((_, between)) => shape.truncate(shape.len() - between.len()),
            None => shape.push('?'),
        }
    }
    shape
}

/// As the driver tells PostgreSQL.
fn types(statement: &Statement) -> Vec<&'static str> {
    let values = statement.values.iter().flat_map(|values| &values.0);
    values
        .map(|value| match value {
            Value::Bool(_) => "bool",
            Value::SmallInt(_) => "int2",
            Value::Int(_) => "int4",
            Value::BigInt(_) | Value::Unsigned(_) | Value::BigUnsigned(_) => "int8",
            Value::Float(_) => "float4",
            Value::Double(_) => "float8",
            Value::Bytes(_) => "bytea",
            Value::Uuid(_) => "uuid",
            Value::Json(_) => "jsonb",
            _ => "text",
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_any_length_are_one_statement() {
        let one = "SELECT a FROM b WHERE c IN (?) AND d = ?";
        assert_eq!(shape(one), one);
        assert_eq!(
            shape("SELECT a FROM b WHERE c IN ($1, $2, $13) AND d = $14"),
            one
        );
        let row = "INSERT INTO b (c, d) VALUES (?)";
        assert_eq!(shape("INSERT INTO b (c, d) VALUES ($1, $2)"), row);
        assert_eq!(shape("INSERT INTO b (c, d) VALUES (?, ?), (?, ?)"), row);
    }
}
