//! What can go wrong with a working agreement.

use db::DbFault;
use kernel::{Coded, Denied, FieldFault, Status};

#[derive(Debug, thiserror::Error)]
pub enum AgreementFault {
    #[error("no such issue")]
    NotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("there is another version by now")]
    Changed,
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for AgreementFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "issue.not-found",
            Self::Denied(Denied::Forbidden) => "issue.forbidden",
            Self::Invalid(_) => "input.invalid",
            Self::Changed => "agreement.changed",
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Invalid(_) => Status::BadRequest,
            Self::Changed => Status::Conflict,
            Self::Store(fault) => fault.status(),
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::NotFound | Self::Denied(_) | Self::Changed | Self::Store(_) => Vec::new(),
        }
    }
}
