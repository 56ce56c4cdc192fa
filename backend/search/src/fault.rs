//! What can go wrong while searching.

use db::DbFault;
use kernel::{Coded, FieldFault, Status};

use crate::EngineFault;

#[derive(Debug, thiserror::Error)]
pub enum SearchFault {
    #[error("no such place in the list")]
    Cursor,
    #[error("the index does not answer")]
    Engine(#[from] EngineFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl SearchFault {
    /// Nothing is wrong with the index or the question: the engine does not answer.
    pub fn is_away(&self) -> bool {
        matches!(self, Self::Engine(EngineFault::Away(_)))
    }
}

impl Coded for SearchFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Cursor => "input.invalid",
            Self::Engine(_) => "search.unavailable",
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::Cursor => Status::BadRequest,
            Self::Engine(_) => Status::Unavailable,
            Self::Store(fault) => fault.status(),
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Cursor => vec![FieldFault::new("/cursor", "cursor.invalid")],
            Self::Engine(_) | Self::Store(_) => Vec::new(),
        }
    }
    fn retry_after(&self) -> Option<u64> {
        matches!(self, Self::Engine(_)).then_some(5)
    }
}
