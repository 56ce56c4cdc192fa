//! What can go wrong with a tenant.

use db::DbFault;
use kernel::{Coded, Denied, FieldFault, Status};

#[derive(Debug, thiserror::Error)]
pub enum TenantFault {
    #[error("no such tenant")]
    NotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("the slug or host is taken")]
    Taken,
    #[error("changed in the meantime")]
    Stale,
    #[error("the key was used for something else")]
    KeyMisused,
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for TenantFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "tenant.not-found",
            Self::Denied(Denied::Forbidden) => "tenant.forbidden",
            Self::Invalid(_) => "input.invalid",
            Self::Taken => "tenant.taken",
            Self::Stale => "precondition.failed",
            Self::KeyMisused => "idempotency.other",
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Invalid(_) => Status::BadRequest,
            Self::Taken | Self::KeyMisused => Status::Conflict,
            Self::Stale => Status::PreconditionFailed,
            Self::Store(fault) => fault.status(),
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::NotFound
            | Self::Denied(_)
            | Self::Taken
            | Self::Stale
            | Self::KeyMisused
            | Self::Store(_) => Vec::new(),
        }
    }
}
