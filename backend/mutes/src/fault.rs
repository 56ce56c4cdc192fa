//! What can go wrong with whom somebody reads less of.

use db::DbFault;
use kernel::{Coded, FieldFault, Status};

#[derive(Debug, thiserror::Error)]
pub enum MuteFault {
    #[error("no such post")]
    PostNotFound,
    #[error("whoever wrote this cannot be muted")]
    NobodyToMute,
    #[error("more people are muted than anybody keeps apart")]
    TooManyMutes,
    #[error("nobody of the asker's is muted by this id")]
    MuteNotFound,
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for MuteFault {
    fn code(&self) -> &'static str {
        match self {
            Self::PostNotFound => "post.not-found",
            Self::NobodyToMute => "mute.nobody",
            Self::TooManyMutes => "mute.too-many",
            Self::MuteNotFound => "mute.not-found",
            Self::Invalid(_) => "input.invalid",
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::PostNotFound | Self::MuteNotFound => Status::NotFound,
            Self::NobodyToMute | Self::TooManyMutes => Status::Conflict,
            Self::Invalid(_) => Status::BadRequest,
            Self::Store(fault) => fault.status(),
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::PostNotFound
            | Self::NobodyToMute
            | Self::TooManyMutes
            | Self::MuteNotFound
            | Self::Store(_) => Vec::new(),
        }
    }
}
