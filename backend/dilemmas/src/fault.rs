//! What can go wrong in a dilemma.

use db::DbFault;
use kernel::{Coded, Denied, FieldFault, Status};
use threads::ThreadFault;

#[derive(Debug, thiserror::Error)]
pub enum DilemmaFault {
    #[error("no such acknowledgement")]
    NotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("to one's own words")]
    Own,
    #[error("this person wrote already what they heard")]
    Heard,
    #[error("the post is no concern")]
    NoConcern,
    #[error("its author answered it already")]
    Answered,
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("changed in the meantime")]
    Stale,
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error(transparent)]
    Thread(#[from] ThreadFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for DilemmaFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "dilemma.not-found",
            Self::Denied(Denied::Forbidden) => "dilemma.forbidden",
            Self::Own => "dilemma.own",
            Self::Heard => "dilemma.heard",
            Self::NoConcern => "dilemma.no-concern",
            Self::Answered => "dilemma.answered",
            Self::Invalid(_) => "input.invalid",
            Self::Stale => "precondition.failed",
            Self::KeyMisused => "idempotency.other",
            Self::Thread(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Own | Self::Heard | Self::NoConcern | Self::Answered | Self::KeyMisused => {
                Status::Conflict
            }
            Self::Invalid(_) => Status::BadRequest,
            Self::Stale => Status::PreconditionFailed,
            Self::Thread(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::Thread(fault) => Some(fault),
            Self::NotFound
            | Self::Denied(_)
            | Self::Own
            | Self::Heard
            | Self::NoConcern
            | Self::Answered
            | Self::Invalid(_)
            | Self::Stale
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
