//! What can go wrong with a nomination. Whoever cannot be nominated and whoever is not here share a code.

use db::DbFault;
use invitations::InvitationFault;
use issues::IssueFault;
use kernel::{Coded, Denied, FieldFault, Status};
use web::limit::TooMany;

#[derive(Debug, thiserror::Error)]
pub enum NominationFault {
    #[error("no such nomination")]
    NotFound,
    #[error("the nomination has ended")]
    Ended,
    #[error("the nomination is of another address")]
    OtherAddress,
    #[error("no such request")]
    NoRequest,
    #[error("no such network")]
    NoNetwork,
    #[error("the network was asked")]
    AlreadyAsked,
    #[error("the request was answered")]
    RequestAnswered,
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
    Hand(#[from] InvitationFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for NominationFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "nomination.not-found",
            Self::Ended => "nomination.ended",
            Self::OtherAddress => "nomination.other-address",
            Self::NoRequest => "nomination-request.not-found",
            Self::NoNetwork => "network.not-found",
            Self::AlreadyAsked => "nomination-request.already-asked",
            Self::RequestAnswered => "nomination-request.answered",
            Self::Denied(Denied::Forbidden) => "nomination.forbidden",
            Self::Invalid(_) => "input.invalid",
            Self::KeyMisused => "idempotency.other",
            Self::TooMany(fault) => fault.code(),
            Self::Issue(fault) => fault.code(),
            Self::Hand(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound
            | Self::NoRequest
            | Self::NoNetwork
            | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Ended => Status::Gone,
            Self::OtherAddress | Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::AlreadyAsked | Self::RequestAnswered | Self::KeyMisused => Status::Conflict,
            Self::Invalid(_) => Status::BadRequest,
            Self::TooMany(fault) => fault.status(),
            Self::Issue(fault) => fault.status(),
            Self::Hand(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::TooMany(fault) => Some(fault),
            Self::Issue(fault) => Some(fault),
            Self::Hand(fault) => Some(fault),
            Self::NotFound
            | Self::Ended
            | Self::OtherAddress
            | Self::NoRequest
            | Self::NoNetwork
            | Self::AlreadyAsked
            | Self::RequestAnswered
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
