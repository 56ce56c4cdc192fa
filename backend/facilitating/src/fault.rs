//! What can go wrong in facilitating.

use db::DbFault;
use kernel::{Coded, FieldFault, Status};
use threads::ThreadFault;

#[derive(Debug, thiserror::Error)]
pub enum FacilitatingFault {
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("changed in the meantime")]
    Stale,
    #[error(transparent)]
    Thread(#[from] ThreadFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for FacilitatingFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "input.invalid",
            Self::Stale => "precondition.failed",
            Self::Thread(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::Invalid(_) => Status::BadRequest,
            Self::Stale => Status::PreconditionFailed,
            Self::Thread(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::Thread(fault) => fault.fields(),
            Self::Stale | Self::Store(_) => Vec::new(),
        }
    }
}
