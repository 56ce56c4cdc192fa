//! SQLite's plans, as `EXPLAIN QUERY PLAN` tells them: it calls a table by the name that it has in the statement.

use std::collections::HashSet;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use super::Scan;
use crate::statements::Prepared;

pub async fn tables(connection: &DatabaseConnection) -> Vec<String> {
    let all = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    texts(connection, all, 0).await
}

pub async fn scans(
    connection: &DatabaseConnection,
    tables: &[String],
    statement: &Prepared,
) -> Vec<Scan> {
    let steps = steps(connection, &statement.sql).await;
    steps
        .iter()
        .filter_map(|(often, step)| whole(step, *often))
        .flat_map(|(name, how)| {
            let called = called(&statement.sql, name);
            tables
                .iter()
                .filter(move |table| *table == name || called.contains(table))
                .map(move |table| Scan {
                    table: table.clone(),
                    how: how.to_owned(),
                })
        })
        .collect()
}

/// The steps of its plan, each with whether it is done again for every row of another.
async fn steps(connection: &DatabaseConnection, sql: &str) -> Vec<(bool, String)> {
    let explain = Statement::from_string(DbBackend::Sqlite, format!("EXPLAIN QUERY PLAN {sql}"));
    let rows = connection.query_all_raw(explain).await;
    let (mut repeated, mut steps) = (HashSet::new(), Vec::new());
    for row in rows.unwrap_or_else(|error| panic!("{error}\n{sql}")) {
        let [own, parent]: [i64; 2] = [0, 1].map(|column| row.try_get_by_index(column).unwrap());
        let step: String = row.try_get_by_index(3).unwrap();
        let often = step.starts_with("CORRELATED") || repeated.contains(&parent);
        if often {
            repeated.insert(own);
        }
        steps.push((often, step));
    }
    steps
}

/// What a step reads whole, by its name in the statement.
fn whole(step: &str, often: bool) -> Option<(&str, &str)> {
    let mut words = step.split(' ');
    match (words.next()?, words.next()?) {
        ("SCAN", name) => Some((name, step)),
        // An index that is made for this statement, and thrown away.
        ("SEARCH", name) if step.contains("AUTOMATIC") => Some((name, step)),
        // All that is in some state, for each row once more.
        ("SEARCH", name) if often && step.contains("(state=?)") => Some((name, step)),
        _ => None,
    }
}

/// Whatever stands before this name as one that is called by it: `"post" AS "p"`, `post p`.
fn called(sql: &str, name: &str) -> Vec<String> {
    let words: Vec<&str> = sql
        .split([' ', '\n', ',', '(', ')'])
        .map(|word| word.trim_matches('"'))
        .filter(|word| !word.is_empty())
        .collect();
    let mut called = Vec::new();
    for pair in words.windows(2) {
        if pair[1] == name {
            called.push(pair[0].to_owned());
        }
    }
    for three in words.windows(3) {
        if three[2] == name && three[1].eq_ignore_ascii_case("as") {
            called.push(three[0].to_owned());
        }
    }
    called
}

async fn texts(connection: &DatabaseConnection, sql: &str, column: usize) -> Vec<String> {
    let statement = Statement::from_string(DbBackend::Sqlite, sql);
    let rows = connection.query_all_raw(statement).await;
    rows.unwrap_or_else(|error| panic!("{error}\n{sql}"))
        .iter()
        .map(|row| row.try_get_by_index(column).unwrap())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_known_by_the_name_that_it_has_in_the_statement() {
        let sql = r#"SELECT 1 FROM "post" AS "p", thread t WHERE "p"."id" = ?"#;
        assert!(called(sql, "p").contains(&"post".to_owned()));
        assert!(called(sql, "t").contains(&"thread".to_owned()));
    }

    #[test]
    fn an_index_that_is_read_whole_is_a_scan_too() {
        assert_eq!(whole("SCAN post USING INDEX ix", false).unwrap().0, "post");
        let made = "SEARCH p USING AUTOMATIC COVERING INDEX (x=?)";
        assert_eq!(whole(made, false).unwrap().0, "p");
        assert_eq!(
            whole("SEARCH post USING INDEX ix (thread_id=?)", true),
            None
        );
    }

    #[test]
    fn what_is_in_a_state_may_be_read_once_and_not_for_each_row() {
        let by_state = "SEARCH joined USING INDEX ix (state=?)";
        assert_eq!(whole(by_state, false), None);
        assert_eq!(whole(by_state, true).unwrap().0, "joined");
    }
}
