//! What can go wrong with an issue.

use db::DbFault;
use kernel::{Coded, Denied, FieldFault, Status};

#[derive(Debug, thiserror::Error)]
pub enum IssueFault {
    #[error("no such issue")]
    NotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("the life cycle knows no such step")]
    NoSuchStep,
    #[error("a reason is needed")]
    ReasonMissing,
    #[error("changed in the meantime")]
    Stale,
    #[error("no such template")]
    NoTemplate,
    #[error("the organisation keeps as many templates as it may")]
    TooManyTemplates,
    #[error("no such briefing")]
    NoBriefing,
    #[error("an issue has as many briefings as it may")]
    TooManyBriefings,
    #[error("nobody is asked what they think of it now")]
    NotTested,
    #[error("no such guest")]
    NoGuest,
    #[error("no such participant")]
    NoParticipant,
    #[error("whoever runs an issue leaves by themselves")]
    RunsIt,
    #[error("the last facilitator cannot leave")]
    LastFacilitator,
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for IssueFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "issue.not-found",
            Self::Denied(Denied::Forbidden) => "issue.forbidden",
            Self::Invalid(_) => "input.invalid",
            Self::NoSuchStep => "issue.no-such-step",
            Self::ReasonMissing => "issue.reason-missing",
            Self::NoGuest => "issue.no-guest",
            Self::NoParticipant => "issue.no-participant",
            Self::RunsIt => "issue.runs-it",
            Self::Stale => "precondition.failed",
            Self::NoTemplate => "issue-template.not-found",
            Self::TooManyTemplates => "issue-template.too-many",
            Self::NoBriefing => "briefing.not-found",
            Self::TooManyBriefings => "briefing.too-many",
            Self::NotTested => "evaluation.over",
            Self::LastFacilitator => "issue.last-facilitator",
            Self::KeyMisused => "idempotency.other",
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound
            | Self::NoTemplate
            | Self::NoBriefing
            | Self::NoGuest
            | Self::NoParticipant
            | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Invalid(_) | Self::ReasonMissing => Status::BadRequest,
            Self::NoSuchStep
            | Self::RunsIt
            | Self::TooManyTemplates
            | Self::TooManyBriefings
            | Self::NotTested
            | Self::LastFacilitator
            | Self::KeyMisused => Status::Conflict,
            Self::Stale => Status::PreconditionFailed,
            Self::Store(fault) => fault.status(),
        }
    }
    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::ReasonMissing => vec![FieldFault::new("/reason", "text.empty")],
            Self::NotFound
            | Self::Denied(_)
            | Self::NoSuchStep
            | Self::Stale
            | Self::NoTemplate
            | Self::TooManyTemplates
            | Self::NoBriefing
            | Self::TooManyBriefings
            | Self::NotTested
            | Self::NoGuest
            | Self::NoParticipant
            | Self::RunsIt
            | Self::LastFacilitator
            | Self::KeyMisused
            | Self::Store(_) => Vec::new(),
        }
    }
}
