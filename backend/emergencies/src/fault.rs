//! What can go wrong with emergency access.

use db::DbFault;
use kernel::{Coded, Denied, FieldFault, Status};

#[derive(Debug, thiserror::Error)]
pub enum EmergencyFault {
    #[error("no such emergency access")]
    NotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("whoever takes part reads already")]
    Inside,
    #[error("nobody in this issue is hidden")]
    NothingClosed,
    #[error("the post is by no alias")]
    NoAlias,
    #[error("one agrees with oneself, or no owner does")]
    NotAlone,
    #[error("it is answered or over")]
    Over,
    #[error("it is not open")]
    NotOpen,
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for EmergencyFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "emergency.not-found",
            Self::Denied(Denied::Forbidden) => "emergency.forbidden",
            Self::Inside => "emergency.inside",
            Self::NothingClosed => "emergency.nothing-closed",
            Self::NoAlias => "emergency.no-alias",
            Self::NotAlone => "emergency.not-alone",
            Self::Over => "emergency.over",
            Self::NotOpen => "emergency.not-open",
            Self::Invalid(_) => "input.invalid",
            Self::KeyMisused => "idempotency.other",
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) | Self::NotAlone | Self::NotOpen => Status::Forbidden,
            Self::Inside | Self::NothingClosed | Self::NoAlias | Self::Over | Self::KeyMisused => {
                Status::Conflict
            }
            Self::Invalid(_) => Status::BadRequest,
            Self::Store(fault) => fault.status(),
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::NotFound
            | Self::Denied(_)
            | Self::Inside
            | Self::NothingClosed
            | Self::NoAlias
            | Self::NotAlone
            | Self::Over
            | Self::NotOpen
            | Self::KeyMisused
            | Self::Store(_) => Vec::new(),
        }
    }
}
