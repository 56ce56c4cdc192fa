//! What can go wrong with a map.

use db::DbFault;
use kernel::{Coded, Denied, FieldFault, Status};

#[derive(Debug, thiserror::Error)]
pub enum MapFault {
    #[error("no such issue")]
    NotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("changed in the meantime")]
    Stale,
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for MapFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "issue.not-found",
            Self::Denied(Denied::Forbidden) => "issue.forbidden",
            Self::Invalid(_) => "input.invalid",
            Self::Stale => "precondition.failed",
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Invalid(_) => Status::BadRequest,
            Self::Stale => Status::PreconditionFailed,
            Self::Store(fault) => fault.status(),
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::NotFound | Self::Denied(_) | Self::Stale | Self::Store(_) => Vec::new(),
        }
    }
}
