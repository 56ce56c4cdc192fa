//! What can go wrong with people and members.

use db::DbFault;
use kernel::{Coded, Denied, FieldFault, Status};
use web::limit::TooMany;

#[derive(Debug, thiserror::Error)]
pub enum PeopleFault {
    #[error("no such member")]
    NotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("the last owner cannot go")]
    LastOwner,
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("changed in the meantime")]
    Stale,
    #[error(transparent)]
    TooMany(#[from] TooMany),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for PeopleFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "member.not-found",
            Self::Denied(Denied::Forbidden) => "member.forbidden",
            Self::LastOwner => "member.last-owner",
            Self::Invalid(_) => "input.invalid",
            Self::Stale => "precondition.failed",
            Self::TooMany(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::LastOwner => Status::Conflict,
            Self::Invalid(_) => Status::BadRequest,
            Self::Stale => Status::PreconditionFailed,
            Self::TooMany(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::TooMany(fault) => Some(fault),
            Self::NotFound
            | Self::Denied(_)
            | Self::LastOwner
            | Self::Invalid(_)
            | Self::Stale
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
