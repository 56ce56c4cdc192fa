//! What can go wrong around notifications.

use db::DbFault;
use issues::IssueFault;
use kernel::{Coded, FieldFault, Status};

#[derive(Debug, thiserror::Error)]
pub enum NotificationFault {
    #[error("nobody is signed in")]
    Nobody,
    #[error("no such term")]
    TermNotFound,
    #[error("no such organisation to follow")]
    OrganisationNotFound,
    #[error("no such follow")]
    FollowNotFound,
    #[error("the link to unsubscribe does not fit")]
    TokenWrong,
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error(transparent)]
    Issue(#[from] IssueFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for NotificationFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Nobody => "session.missing",
            Self::TermNotFound => "follow.term-not-found",
            Self::OrganisationNotFound => "follow.organisation-not-found",
            Self::FollowNotFound => "follow.not-found",
            Self::TokenWrong => "unsubscribe.wrong",
            Self::Invalid(_) => "input.invalid",
            Self::Issue(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::Nobody => Status::Unauthorized,
            Self::TermNotFound
            | Self::OrganisationNotFound
            | Self::FollowNotFound
            | Self::TokenWrong => Status::NotFound,
            Self::Invalid(_) => Status::BadRequest,
            Self::Issue(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::Issue(fault) => Some(fault),
            Self::Nobody
            | Self::TermNotFound
            | Self::OrganisationNotFound
            | Self::FollowNotFound
            | Self::TokenWrong
            | Self::Invalid(_)
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
