//! What can go wrong with an invitation. A made-up token and a foreign one share a code.

use db::DbFault;
use issues::IssueFault;
use kernel::{Coded, Denied, FieldFault, Status};
use web::limit::TooMany;

#[derive(Debug, thiserror::Error)]
pub enum InvitationFault {
    #[error("no such invitation")]
    NotFound,
    #[error("the invitation has ended")]
    Ended,
    #[error("the invitation is for another address")]
    OtherAddress,
    #[error("the invitation was answered")]
    Answered,
    #[error("an invitation is open")]
    AlreadyInvited,
    #[error("the address asked never to be mailed again")]
    NeverAgain,
    #[error("no such raised hand")]
    NoHand,
    #[error("the raised hand was answered")]
    HandAnswered,
    #[error("no such list of people to ask")]
    NoPlan,
    #[error("a list of people to ask is not over")]
    PlanRuns,
    #[error("the list of people to ask changed meanwhile")]
    PlanChanged,
    #[error("the list of people to ask is over")]
    PlanEnded,
    #[error("no such hall link")]
    NoHallLink,
    #[error("the hall link has ended")]
    HallLinkEnded,
    #[error("the hall link is full")]
    HallLinkFull,
    #[error("the issue takes nobody now")]
    HallLinkRests,
    #[error("the hall link asks for a reason first")]
    HallLinkAsks,
    #[error("too many hall links are open")]
    TooManyHallLinks,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error(transparent)]
    TooMany(#[from] TooMany),
    #[error(transparent)]
    Issue(#[from] IssueFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for InvitationFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "invitation.not-found",
            Self::Ended => "invitation.ended",
            Self::OtherAddress => "invitation.other-address",
            Self::Answered => "invitation.answered",
            Self::AlreadyInvited => "invitation.already-invited",
            Self::NeverAgain => "invitation.never-again",
            Self::NoHand => "hand.not-found",
            Self::HandAnswered => "hand.answered",
            Self::NoPlan => "wave.not-found",
            Self::PlanRuns => "wave.runs",
            Self::PlanChanged => "wave.changed",
            Self::PlanEnded => "wave.ended",
            Self::NoHallLink => "hall-link.not-found",
            Self::HallLinkEnded => "hall-link.ended",
            Self::HallLinkFull => "hall-link.full",
            Self::HallLinkRests => "hall-link.rests",
            Self::HallLinkAsks => "hall-link.asks",
            Self::TooManyHallLinks => "hall-link.too-many",
            Self::Denied(Denied::Forbidden) => "invitation.forbidden",
            Self::Invalid(_) => "input.invalid",
            Self::KeyMisused => "idempotency.other",
            Self::TooMany(fault) => fault.code(),
            Self::Issue(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound
            | Self::NoHand
            | Self::NoHallLink
            | Self::NoPlan
            | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Ended | Self::HallLinkEnded => Status::Gone,
            Self::OtherAddress | Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Answered
            | Self::AlreadyInvited
            | Self::NeverAgain
            | Self::HandAnswered
            | Self::PlanRuns
            | Self::PlanChanged
            | Self::PlanEnded
            | Self::HallLinkFull
            | Self::HallLinkRests
            | Self::HallLinkAsks
            | Self::TooManyHallLinks
            | Self::KeyMisused => Status::Conflict,
            Self::Invalid(_) => Status::BadRequest,
            Self::TooMany(fault) => fault.status(),
            Self::Issue(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::TooMany(fault) => Some(fault),
            Self::Issue(fault) => Some(fault),
            Self::NotFound
            | Self::Ended
            | Self::OtherAddress
            | Self::Answered
            | Self::AlreadyInvited
            | Self::NeverAgain
            | Self::NoHand
            | Self::HandAnswered
            | Self::NoPlan
            | Self::PlanRuns
            | Self::PlanChanged
            | Self::PlanEnded
            | Self::NoHallLink
            | Self::HallLinkEnded
            | Self::HallLinkFull
            | Self::HallLinkRests
            | Self::HallLinkAsks
            | Self::TooManyHallLinks
            | Self::Denied(_)
            | Self::Invalid(_)
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
