//! The database guards uniqueness; the slice gives the refusal a name.

use sea_orm::DbErr;

use crate::DbFault;

/// A unique index: PostgreSQL names the index when it refuses, SQLite only the columns.
#[derive(Clone, Copy, Debug)]
pub struct Unique {
    pub index: &'static str,
    /// `table.column, table.column`, in the index's order.
    pub columns: &'static str,
}

/// Turns the refusal of one index into a slice's own fault.
pub trait OnUnique<T> {
    fn on_unique<F: From<DbFault>>(self, unique: Unique, fault: F) -> Result<T, F>;
}

impl<T> OnUnique<T> for Result<T, DbFault> {
    fn on_unique<F: From<DbFault>>(self, unique: Unique, fault: F) -> Result<T, F> {
        self.map_err(|error| match error.unique_message() {
            Some(message) if names(&message, unique) => fault,
            _ => error.into(),
        })
    }
}

/// How many rows an insert wrote that lets be what is there already.
pub fn rows_inserted(done: Result<u64, DbErr>) -> Result<u64, DbFault> {
    match done {
        Err(DbErr::RecordNotInserted) => Ok(0),
        done => Ok(done?),
    }
}

fn names(message: &str, unique: Unique) -> bool {
    message.contains(&format!("\"{}\"", unique.index))
        || message.contains(&format!("'{}'", unique.index))
        || message.ends_with(unique.columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEAT: Unique = Unique {
        index: "ux_seat",
        columns: "seat.room_id, seat.number",
    };

    #[test]
    fn both_databases_are_understood() {
        assert!(names(
            "duplicate key value violates unique constraint \"ux_seat\"",
            SEAT
        ));
        assert!(names(
            "UNIQUE constraint failed: seat.room_id, seat.number",
            SEAT
        ));
        assert!(!names("UNIQUE constraint failed: seat.owner_id", SEAT));
    }
}
