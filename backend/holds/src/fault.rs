//! What can go wrong with a legal hold.

use db::DbFault;
use kernel::{Coded, Denied, FieldFault, Status};

#[derive(Debug, thiserror::Error)]
pub enum HoldFault {
    #[error("no such hold")]
    NotFound,
    #[error("no such issue")]
    NoIssue,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("a draft has no conversations")]
    Draft,
    #[error("there are enough holds on it")]
    TooMany,
    #[error("it is over")]
    Over,
    #[error("somebody was ahead")]
    Stale,
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for HoldFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "hold.not-found",
            Self::NoIssue => "issue.not-found",
            Self::Denied(Denied::Forbidden) => "hold.forbidden",
            Self::Draft => "hold.draft",
            Self::TooMany => "hold.too-many",
            Self::Over => "hold.over",
            Self::Stale => "precondition.failed",
            Self::Invalid(_) => "input.invalid",
            Self::KeyMisused => "idempotency.other",
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::NoIssue | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Draft | Self::TooMany | Self::Over | Self::KeyMisused => Status::Conflict,
            Self::Stale => Status::PreconditionFailed,
            Self::Invalid(_) => Status::BadRequest,
            Self::Store(fault) => fault.status(),
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::NotFound
            | Self::NoIssue
            | Self::Denied(_)
            | Self::Draft
            | Self::TooMany
            | Self::Over
            | Self::Stale
            | Self::KeyMisused
            | Self::Store(_) => Vec::new(),
        }
    }
}
