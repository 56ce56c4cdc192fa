//! What can go wrong in facilitating.

use db::DbFault;
use issues::IssueFault;
use kernel::{Coded, Denied, FieldFault, Status};
use moderation::ModerationFault;
use threads::ThreadFault;

#[derive(Debug, thiserror::Error)]
pub enum FacilitatingFault {
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("changed in the meantime")]
    Stale,
    #[error("an issue has as many set aside as it may")]
    TooManyParked,
    #[error("it is not set aside, or was taken up")]
    NotParked,
    #[error("the room tells no names")]
    NoNames,
    #[error("they want no notes here")]
    NoteRefused,
    #[error("they got a note lately")]
    NoteTooSoon,
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error(transparent)]
    Thread(#[from] ThreadFault),
    #[error(transparent)]
    Issue(#[from] IssueFault),
    #[error(transparent)]
    Moderation(#[from] ModerationFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for FacilitatingFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "input.invalid",
            Self::Stale => "precondition.failed",
            Self::TooManyParked => "parked.too-many",
            Self::NotParked => "parked.not-found",
            Self::NoNames => "speak-note.no-names",
            Self::NoteRefused => "speak-note.refused",
            Self::NoteTooSoon => "speak-note.too-soon",
            Self::KeyMisused => "idempotency.other",
            Self::Denied(Denied::Invisible) => "tenant.not-found",
            Self::Denied(Denied::Forbidden) => "word-rules.forbidden",
            Self::Thread(fault) => fault.code(),
            Self::Issue(fault) => fault.code(),
            Self::Moderation(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::Invalid(_) => Status::BadRequest,
            Self::Stale => Status::PreconditionFailed,
            Self::TooManyParked
            | Self::NoNames
            | Self::NoteRefused
            | Self::NoteTooSoon
            | Self::KeyMisused => Status::Conflict,
            Self::NotParked | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Thread(fault) => fault.status(),
            Self::Issue(fault) => fault.status(),
            Self::Moderation(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::Thread(fault) => Some(fault),
            Self::Issue(fault) => Some(fault),
            Self::Moderation(fault) => Some(fault),
            Self::Invalid(_)
            | Self::Stale
            | Self::TooManyParked
            | Self::NotParked
            | Self::NoNames
            | Self::NoteRefused
            | Self::NoteTooSoon
            | Self::KeyMisused
            | Self::Denied(_)
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
