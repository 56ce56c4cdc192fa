//! What can go wrong when work changes hands.

use db::DbFault;
use issues::IssueFault;
use kernel::{Coded, Denied, FieldFault, Status};
use people::PeopleFault;

#[derive(Debug, thiserror::Error)]
pub enum HandoverFault {
    #[error("no such handover")]
    NotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("so many wait for an answer already")]
    TooMany,
    #[error("it was answered, or taken back")]
    Answered,
    #[error("the giver runs none of it any more")]
    Gone,
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error(transparent)]
    People(#[from] PeopleFault),
    #[error(transparent)]
    Issue(#[from] IssueFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for HandoverFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "handover.not-found",
            Self::Denied(Denied::Forbidden) => "handover.forbidden",
            Self::Invalid(_) => "input.invalid",
            Self::TooMany => "handover.too-many",
            Self::Answered => "handover.answered",
            Self::Gone => "handover.gone",
            Self::KeyMisused => "idempotency.other",
            Self::People(fault) => fault.code(),
            Self::Issue(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Invalid(_) => Status::BadRequest,
            Self::TooMany | Self::Answered | Self::Gone | Self::KeyMisused => Status::Conflict,
            Self::People(fault) => fault.status(),
            Self::Issue(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::People(fault) => Some(fault),
            Self::Issue(fault) => Some(fault),
            Self::NotFound
            | Self::Denied(_)
            | Self::Invalid(_)
            | Self::TooMany
            | Self::Answered
            | Self::Gone
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
