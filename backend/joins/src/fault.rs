//! What can go wrong when organisations pick an issue up together.

use db::DbFault;
use issues::IssueFault;
use kernel::{Coded, Denied, FieldFault, Status};

#[derive(Debug, thiserror::Error)]
pub enum JoinFault {
    #[error("no such request")]
    NotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("the two have asked, or are together already")]
    AlreadyAsked,
    #[error("there was a no not long ago")]
    AskedLately,
    #[error("the organisation waits for as many answers as it may")]
    TooMany,
    #[error("it was answered, or taken back")]
    Answered,
    #[error("the issue is not open any more")]
    IssueOver,
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error(transparent)]
    Issue(#[from] IssueFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for JoinFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "join.not-found",
            Self::Denied(Denied::Forbidden) => "join.forbidden",
            Self::Invalid(_) => "input.invalid",
            Self::AlreadyAsked => "join.already-asked",
            Self::AskedLately => "join.asked-lately",
            Self::TooMany => "join.too-many",
            Self::Answered => "join.answered",
            Self::IssueOver => "join.issue-over",
            Self::KeyMisused => "idempotency.other",
            Self::Issue(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Invalid(_) => Status::BadRequest,
            Self::AlreadyAsked
            | Self::AskedLately
            | Self::TooMany
            | Self::Answered
            | Self::IssueOver
            | Self::KeyMisused => Status::Conflict,
            Self::Issue(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::Issue(fault) => Some(fault),
            Self::NotFound
            | Self::Denied(_)
            | Self::Invalid(_)
            | Self::AlreadyAsked
            | Self::AskedLately
            | Self::TooMany
            | Self::Answered
            | Self::IssueOver
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
