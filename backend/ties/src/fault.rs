//! What can go wrong between two networks.

use db::DbFault;
use kernel::{Coded, Denied, FieldFault, Status};
use networks::NetworkFault;
use threads::ThreadFault;

#[derive(Debug, thiserror::Error)]
pub enum TieFault {
    #[error("no such contact")]
    NotFound,
    /// To who may not see it there is no such network.
    #[error("no such network")]
    NoNetwork,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("the two have asked, or are in contact, or were not long ago")]
    Already,
    #[error("the network asked as often as it may")]
    TooMany,
    #[error("it was answered, or ended")]
    Answered,
    #[error("one of the two is not open")]
    NotOpen,
    #[error("it goes up into another already, or went")]
    Merging,
    #[error("nobody is asked to come along any more")]
    Over,
    #[error("no such joint conversation")]
    NoTalk,
    #[error("a proposal of the two waits for an answer")]
    TalkWaits,
    #[error("the network proposed as often as it may")]
    TooManyTalks,
    #[error("whoever proposed it does not run the network any more")]
    TalkLapsed,
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error(transparent)]
    Network(NetworkFault),
    #[error(transparent)]
    Thread(#[from] ThreadFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for TieFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "tie.not-found",
            Self::NoNetwork | Self::Denied(Denied::Invisible) => "network.not-found",
            Self::Denied(Denied::Forbidden) => "tie.forbidden",
            Self::Invalid(_) => "input.invalid",
            Self::Already => "tie.already",
            Self::TooMany => "tie.too-many",
            Self::Answered => "tie.answered",
            Self::NotOpen => "tie.not-open",
            Self::Merging => "tie.merging",
            Self::Over => "tie.over",
            Self::NoTalk => "talk.not-found",
            Self::TalkWaits => "talk.waits",
            Self::TooManyTalks => "talk.too-many",
            Self::TalkLapsed => "talk.lapsed",
            Self::KeyMisused => "idempotency.other",
            Self::Network(fault) => fault.code(),
            Self::Thread(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::NoTalk | Self::NoNetwork | Self::Denied(Denied::Invisible) => {
                Status::NotFound
            }
            Self::Denied(Denied::Forbidden) => Status::Forbidden,
            Self::Invalid(_) => Status::BadRequest,
            Self::Already
            | Self::TooMany
            | Self::Answered
            | Self::NotOpen
            | Self::Merging
            | Self::Over
            | Self::TalkWaits
            | Self::TooManyTalks
            | Self::TalkLapsed
            | Self::KeyMisused => Status::Conflict,
            Self::Network(fault) => fault.status(),
            Self::Thread(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::Network(fault) => Some(fault),
            Self::Thread(fault) => Some(fault),
            Self::NotFound
            | Self::NoNetwork
            | Self::Denied(_)
            | Self::Invalid(_)
            | Self::Already
            | Self::TooMany
            | Self::Answered
            | Self::NotOpen
            | Self::Merging
            | Self::Over
            | Self::NoTalk
            | Self::TalkWaits
            | Self::TooManyTalks
            | Self::TalkLapsed
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
