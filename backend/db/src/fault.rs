//! What can go wrong below every slice.

use kernel::Status;
use sea_orm::{DbErr, RuntimeErr, sqlx};

use crate::collisions::collided;

/// A fault of the database itself, never of the person who asked.
#[derive(Debug, thiserror::Error)]
pub enum DbFault {
    #[error("the database cannot be reached")]
    Unavailable(#[source] DbErr),
    #[error("the storage is full")]
    StorageFull(#[source] DbErr),
    #[error("a statement failed")]
    Statement(#[source] DbErr),
    #[error("a stored value cannot be read: {0}")]
    Corrupt(String),
}

impl DbFault {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unavailable(_) => "unavailable",
            Self::StorageFull(_) => "storage.full",
            Self::Statement(_) | Self::Corrupt(_) => "internal",
        }
    }

    pub fn status(&self) -> Status {
        match self {
            Self::Unavailable(_) => Status::Unavailable,
            Self::StorageFull(_) => Status::StorageFull,
            Self::Statement(_) | Self::Corrupt(_) => Status::Internal,
        }
    }

    /// A stored value that no version of this program writes.
    pub fn corrupt(what: impl Into<String>) -> Self {
        Self::Corrupt(what.into())
    }

    /// The same fault, for somebody else who waited for the same.
    #[must_use]
    pub fn for_another(&self) -> Self {
        let same = |source: &DbErr| DbErr::Custom(source.to_string());
        match self {
            Self::Unavailable(source) => Self::Unavailable(same(source)),
            Self::StorageFull(source) => Self::StorageFull(same(source)),
            Self::Statement(source) => Self::Statement(same(source)),
            Self::Corrupt(what) => Self::Corrupt(what.clone()),
        }
    }

    pub(crate) fn unique_message(&self) -> Option<String> {
        let Self::Statement(source) = self else {
            return None;
        };
        match source.sql_err() {
            Some(sea_orm::SqlErr::UniqueConstraintViolation(message)) => Some(message),
            _ => None,
        }
    }
}

impl From<DbErr> for DbFault {
    fn from(source: DbErr) -> Self {
        let full = |text: &str| {
            text.contains("disk is full")
                || text.contains("No space left")
                || text.contains("could not extend file")
        };
        let closed = |text: &str| {
            text.contains("error communicating with database")
                || text.contains("the database system is")
                || text.contains("terminating connection")
                || text.contains("due to statement timeout")
                // SQLite, when the process has no file left to open.
                || text.contains("unable to open database file")
        };
        match &source {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Unavailable(source),
            DbErr::Exec(RuntimeErr::SqlxError(inner))
            | DbErr::Query(RuntimeErr::SqlxError(inner)) => {
                let text = inner.to_string();
                let passes = passes(inner);
                if passes == Some(Passes::Collided) {
                    collided();
                }
                if full(&text) {
                    metrics::counter!("netwerkplatform_storage_full_total", "of" => "database")
                        .increment(1);
                    Self::StorageFull(source)
                } else if passes.is_some() || closed(&text) {
                    Self::Unavailable(source)
                } else {
                    Self::Statement(source)
                }
            }
            _ => Self::Statement(source),
        }
    }
}

/// What passes by itself, by PostgreSQL's own number for it: the words depend on the language of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Passes {
    /// Another change was in its way, and this one was taken back.
    Collided,
    /// Somebody holds what it needs.
    Waited,
}

fn passes(error: &sqlx::Error) -> Option<Passes> {
    match error.as_database_error()?.code()?.as_ref() {
        "40001" | "40P01" => Some(Passes::Collided),
        "55P03" => Some(Passes::Waited),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::error::Error;
    use std::fmt::{self, Display};

    use sqlx::error::{DatabaseError, ErrorKind};

    use super::*;
    use crate::watched;

    fn check(said: &str, code: &str) {
        let error = sqlx::Error::Protocol(said.to_owned());
        let source = DbErr::Exec(RuntimeErr::SqlxError(error.into()));
        assert_eq!(DbFault::from(source).code(), code, "{said}");
    }

    #[test]
    fn what_passes_is_told_from_what_is_broken() {
        check("(code: 14) unable to open database file", "unavailable");
        check(
            "terminating connection due to administrator command",
            "unavailable",
        );
        check(
            "canceling statement due to statement timeout",
            "unavailable",
        );
        check("(code: 13) database or disk is full", "storage.full");
        check("(code: 1) no such table: post", "internal");
    }

    /// What a server says, in its language and by its number.
    #[derive(Debug)]
    struct Said(&'static str);

    impl Display for Said {
        fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str(self.message())
        }
    }

    impl Error for Said {}

    impl DatabaseError for Said {
        fn message(&self) -> &'static str {
            "deadlock gedetecteerd"
        }
        fn code(&self) -> Option<Cow<'_, str>> {
            Some(self.0.into())
        }
        fn as_error(&self) -> &(dyn Error + Send + Sync + 'static) {
            self
        }
        fn as_error_mut(&mut self) -> &mut (dyn Error + Send + Sync + 'static) {
            self
        }
        fn into_error(self: Box<Self>) -> Box<dyn Error + Send + Sync + 'static> {
            self
        }
        fn kind(&self) -> ErrorKind {
            ErrorKind::Other
        }
    }

    #[tokio::test]
    async fn who_is_watched_hears_of_a_collision_in_whatever_language() {
        for (number, code, collided) in [
            ("40P01", "unavailable", true),
            ("40001", "unavailable", true),
            ("55P03", "unavailable", false),
            ("42P01", "internal", false),
        ] {
            let source = || {
                let said = sqlx::Error::Database(Box::new(Said(number)));
                DbErr::Query(RuntimeErr::SqlxError(said.into()))
            };
            let heard = watched(async { DbFault::from(source()).code() }).await;
            assert_eq!(heard, (code, collided), "{number}");
            // Outside nobody listens, and nothing breaks.
            assert_eq!(DbFault::from(source()).code(), code);
        }
    }
}
