//! What can go wrong with a task.

use db::DbFault;
use issues::IssueFault;
use kernel::{Coded, Denied, FieldFault, Status};
use threads::ThreadFault;

#[derive(Debug, thiserror::Error)]
pub enum TaskFault {
    #[error("no such task")]
    NotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("it was done already, or not yet")]
    Settled,
    #[error("somebody does it")]
    Taken,
    #[error("an issue has as many as it may")]
    TooMany,
    #[error("changed in the meantime")]
    Stale,
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error(transparent)]
    Thread(#[from] ThreadFault),
    #[error(transparent)]
    Issue(#[from] IssueFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for TaskFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "task.not-found",
            Self::Denied(Denied::Forbidden) => "task.forbidden",
            Self::Settled => "task.settled",
            Self::Taken => "task.taken",
            Self::TooMany => "task.too-many",
            Self::Stale => "precondition.failed",
            Self::Invalid(_) => "input.invalid",
            Self::KeyMisused => "idempotency.other",
            Self::Thread(fault) => fault.code(),
            Self::Issue(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Settled | Self::Taken | Self::TooMany | Self::KeyMisused => Status::Conflict,
            Self::Stale => Status::PreconditionFailed,
            Self::Invalid(_) => Status::BadRequest,
            Self::Thread(fault) => fault.status(),
            Self::Issue(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::Thread(fault) => Some(fault),
            Self::Issue(fault) => Some(fault),
            Self::NotFound
            | Self::Denied(_)
            | Self::Settled
            | Self::Taken
            | Self::TooMany
            | Self::Stale
            | Self::Invalid(_)
            | Self::KeyMisused
            | Self::Store(_) => None,
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        if let Self::Invalid(fields) = self {
            fields.clone()
        } else {
            self.behind().map(Coded::fields).unwrap_or_default()
        }
    }
}
