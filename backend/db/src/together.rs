//! Statements that go to the thread of SQLite's connection together: one way there and back for all of them.
//!
//! Promise: who hears what runs (`measure.rs`) hears each by itself.
//! Absent: PostgreSQL, whose protocol takes one prepared statement at a time.

use sea_orm::{DbBackend, Statement, Values};

const BETWEEN: &str = ";\n";

/// What can be taken back without the rest of the transaction: two names, so that one can begin as the other ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    This,
    That,
}

impl Part {
    pub const fn other(self) -> Self {
        match self {
            Self::This => Self::That,
            Self::That => Self::This,
        }
    }

    pub fn begins(self) -> Statement {
        of_part(match self {
            Self::This => BEGINS[0],
            Self::That => BEGINS[1],
        })
    }

    pub fn ends(self) -> Statement {
        of_part(match self {
            Self::This => ENDS[0],
            Self::That => ENDS[1],
        })
    }

    pub const fn taken_back(self) -> &'static str {
        match self {
            Self::This => "ROLLBACK TO this_part",
            Self::That => "ROLLBACK TO that_part",
        }
    }
}

const BEGINS: [&str; 2] = ["SAVEPOINT this_part", "SAVEPOINT that_part"];
const ENDS: [&str; 2] = ["RELEASE this_part", "RELEASE that_part"];

fn of_part(sql: &str) -> Statement {
    Statement::from_sql_and_values(DbBackend::Sqlite, sql, [])
}

/// Whether its values may come after those of others: numbered ones stand where they stand.
pub fn can_follow(statement: &Statement) -> bool {
    !statement.sql.contains('$')
}

/// All of these as one, none when there are none.
pub fn joined(statements: Vec<Statement>) -> Option<Statement> {
    statements.into_iter().reduce(|mut all, next| {
        all.sql.push_str(BETWEEN);
        all.sql.push_str(&next.sql);
        let values = all.values.get_or_insert_with(|| Values(Vec::new()));
        values
            .0
            .extend(next.values.into_iter().flat_map(|own| own.0));
        all
    })
}

/// What was joined, without what only begins and ends a part.
pub fn each(statement: &Statement, mut hear: impl FnMut(&Statement)) {
    let all = statement.values.iter().flat_map(|all| &all.0);
    let mut values = all.cloned();
    for sql in statement.sql.split(BETWEEN) {
        if BEGINS.contains(&sql) || ENDS.contains(&sql) {
            continue;
        }
        if sql.len() == statement.sql.len() {
            return hear(statement);
        }
        let own = values.by_ref().take(sql.matches('?').count()).collect();
        hear(&Statement {
            sql: sql.to_owned(),
            values: Some(Values(own)),
            db_backend: statement.db_backend,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statement(sql: &str, values: &[i64]) -> Statement {
        let values = values.iter().map(|value| (*value).into());
        Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)
    }

    #[test]
    fn what_was_joined_is_heard_one_by_one_each_with_its_own_values() {
        let all = [
            Part::This.ends(),
            Part::That.begins(),
            statement("INSERT INTO a VALUES (?, ?)", &[1, 2]),
            statement("DELETE FROM b", &[]),
            statement("SELECT ?", &[3]),
        ];
        let mut heard = Vec::new();
        each(&joined(all.to_vec()).unwrap(), |one| {
            heard.push(one.clone());
        });
        assert_eq!(heard, all[2..]);
    }
}
