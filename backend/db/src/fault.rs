//! What can go wrong below every slice.

use kernel::Status;
use sea_orm::{DbErr, RuntimeErr};

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
                if full(&text) {
                    Self::StorageFull(source)
                } else if closed(&text) {
                    Self::Unavailable(source)
                } else {
                    Self::Statement(source)
                }
            }
            _ => Self::Statement(source),
        }
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::sqlx;

    use super::*;

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
}
