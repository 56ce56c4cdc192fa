//! What can go wrong with an identity. A wrong address and a wrong code are one fault.

use db::DbFault;
use kernel::{Coded, FieldFault, Status};
use web::limit::TooMany;

#[derive(Debug, thiserror::Error)]
pub enum IdentityFault {
    #[error("wrong or unknown code")]
    CodeWrong,
    #[error("the code has expired or was used")]
    CodeExpired,
    #[error("no such session")]
    SessionNotFound,
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("changed in the meantime")]
    Stale,
    #[error(transparent)]
    TooMany(#[from] TooMany),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for IdentityFault {
    fn code(&self) -> &'static str {
        match self {
            Self::CodeWrong => "identity.code-wrong",
            Self::CodeExpired => "identity.code-expired",
            Self::SessionNotFound => "identity.session-not-found",
            Self::Invalid(_) => "input.invalid",
            Self::Stale => "precondition.failed",
            Self::TooMany(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::CodeWrong | Self::Invalid(_) => Status::BadRequest,
            Self::CodeExpired => Status::Gone,
            Self::SessionNotFound => Status::NotFound,
            Self::Stale => Status::PreconditionFailed,
            Self::TooMany(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::CodeWrong => vec![FieldFault::new("/code", "identity.code-wrong")],
            _ => Vec::new(),
        }
    }
    fn retry_after(&self) -> Option<u64> {
        match self {
            Self::TooMany(fault) => fault.retry_after(),
            _ => None,
        }
    }
}
