//! What can go wrong with a result.

use db::DbFault;
use issues::IssueFault;
use kernel::{Coded, Denied, FieldFault, Status};

#[derive(Debug, thiserror::Error)]
pub enum ResultFault {
    #[error("no such outcome")]
    NoOutcome,
    #[error("no such product")]
    NoProduct,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("the draft is not finished")]
    Unfinished(Vec<FieldFault>),
    #[error("the life cycle knows no such step")]
    NoSuchStep,
    #[error("changed in the meantime")]
    Stale,
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error(transparent)]
    Issue(#[from] IssueFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for ResultFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NoOutcome => "outcome.not-found",
            Self::NoProduct | Self::Denied(Denied::Invisible) => "product.not-found",
            Self::Denied(Denied::Forbidden) => "result.forbidden",
            Self::Invalid(_) => "input.invalid",
            Self::Unfinished(_) => "result.unfinished",
            Self::NoSuchStep => "result.no-such-step",
            Self::Stale => "precondition.failed",
            Self::KeyMisused => "idempotency.other",
            Self::Issue(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NoOutcome | Self::NoProduct | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Invalid(_) | Self::Unfinished(_) => Status::BadRequest,
            Self::NoSuchStep | Self::KeyMisused => Status::Conflict,
            Self::Stale => Status::PreconditionFailed,
            Self::Issue(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::Issue(fault) => Some(fault),
            Self::NoOutcome
            | Self::NoProduct
            | Self::Denied(_)
            | Self::Invalid(_)
            | Self::Unfinished(_)
            | Self::NoSuchStep
            | Self::Stale
            | Self::KeyMisused
            | Self::Store(_) => None,
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        if let Self::Invalid(fields) | Self::Unfinished(fields) = self {
            fields.clone()
        } else {
            self.behind().map(Coded::fields).unwrap_or_default()
        }
    }
}
