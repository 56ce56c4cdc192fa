//! What can go wrong with a contact request. Who hid, who takes no requests and who is not here share a code.

use db::DbFault;
use issues::IssueFault;
use kernel::{Coded, Denied, FieldFault, Status};
use web::limit::TooMany;

#[derive(Debug, thiserror::Error)]
pub enum ContactFault {
    #[error("no such contact request")]
    NotFound,
    #[error("this person was asked")]
    AlreadyAsked,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error(transparent)]
    TooMany(#[from] TooMany),
    #[error(transparent)]
    Issue(#[from] IssueFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for ContactFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "contact.not-found",
            Self::AlreadyAsked => "contact.already-asked",
            Self::Denied(Denied::Forbidden) => "contact.forbidden",
            Self::Invalid(_) => "input.invalid",
            Self::KeyMisused => "idempotency.other",
            Self::TooMany(fault) => fault.code(),
            Self::Issue(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::AlreadyAsked | Self::KeyMisused => Status::Conflict,
            Self::Invalid(_) => Status::BadRequest,
            Self::TooMany(fault) => fault.status(),
            Self::Issue(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::TooMany(fault) => Some(fault),
            Self::Issue(fault) => Some(fault),
            Self::NotFound
            | Self::AlreadyAsked
            | Self::Denied(_)
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
