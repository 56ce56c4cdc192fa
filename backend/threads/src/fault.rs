//! What can go wrong in a thread. "Gone", "never was" and "not yours" share a code.

use db::DbFault;
use issues::IssueFault;
use kernel::{Coded, Denied, FieldFault, Status};

#[derive(Debug, thiserror::Error)]
pub enum ThreadFault {
    #[error("no such thread")]
    NotFound,
    #[error("no such post")]
    PostNotFound,
    #[error("no such draft")]
    DraftNotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("nobody talks in this issue now")]
    Closed,
    #[error("may not write here for a while")]
    Paused,
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("changed in the meantime")]
    Stale,
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error(transparent)]
    Issue(#[from] IssueFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for ThreadFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "thread.not-found",
            Self::PostNotFound => "post.not-found",
            Self::DraftNotFound => "draft.not-found",
            Self::Denied(Denied::Forbidden) => "thread.forbidden",
            Self::Closed => "thread.closed",
            Self::Paused => "thread.paused",
            Self::Invalid(_) => "input.invalid",
            Self::Stale => "precondition.failed",
            Self::KeyMisused => "idempotency.other",
            Self::Issue(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound
            | Self::PostNotFound
            | Self::DraftNotFound
            | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) | Self::Paused => Status::Forbidden,
            Self::Closed | Self::KeyMisused => Status::Conflict,
            Self::Invalid(_) => Status::BadRequest,
            Self::Stale => Status::PreconditionFailed,
            Self::Issue(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::Issue(fault) => fault.fields(),
            _ => Vec::new(),
        }
    }
}
