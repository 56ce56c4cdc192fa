//! What can go wrong when posts are moderated.

use db::DbFault;
use issues::IssueFault;
use kernel::{Coded, Denied, FieldFault, Status};
use threads::ThreadFault;
use web::limit::TooMany;

#[derive(Debug, thiserror::Error)]
pub enum ModerationFault {
    #[error("no such case, decision or report")]
    NotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("one's own post")]
    Own,
    #[error("reported by the asker before")]
    Reported,
    #[error("the words are not there any more")]
    Gone,
    #[error("somebody else has it in hand")]
    Claimed,
    #[error("the asker does not have it in hand")]
    NotClaimed,
    #[error("the asker decided this")]
    OwnDecision,
    #[error("it was decided, or objected to, before")]
    Settled,
    #[error("the time to object is over")]
    TooLate,
    #[error("only owners of the organisation change its reasons")]
    NotOwner,
    #[error("changed in the meantime")]
    Stale,
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error(transparent)]
    TooMany(#[from] TooMany),
    #[error(transparent)]
    Thread(#[from] ThreadFault),
    #[error(transparent)]
    Issue(#[from] IssueFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for ModerationFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "moderation.not-found",
            Self::Denied(Denied::Forbidden) => "moderation.forbidden",
            Self::Invalid(_) => "input.invalid",
            Self::Own => "moderation.own",
            Self::Reported => "moderation.reported",
            Self::Gone => "moderation.gone",
            Self::Claimed => "moderation.claimed",
            Self::NotClaimed => "moderation.not-claimed",
            Self::OwnDecision => "moderation.own-decision",
            Self::Settled => "moderation.settled",
            Self::TooLate => "moderation.too-late",
            Self::NotOwner => "standard-reasons.forbidden",
            Self::Stale => "precondition.failed",
            Self::KeyMisused => "idempotency.other",
            Self::TooMany(fault) => fault.code(),
            Self::Thread(fault) => fault.code(),
            Self::Issue(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) | Self::OwnDecision | Self::NotOwner => {
                Status::Forbidden
            }
            Self::Stale => Status::PreconditionFailed,
            Self::Invalid(_) => Status::BadRequest,
            Self::Own
            | Self::Reported
            | Self::Gone
            | Self::Claimed
            | Self::NotClaimed
            | Self::Settled
            | Self::TooLate
            | Self::KeyMisused => Status::Conflict,
            Self::TooMany(fault) => fault.status(),
            Self::Thread(fault) => fault.status(),
            Self::Issue(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::TooMany(fault) => Some(fault),
            Self::Thread(fault) => Some(fault),
            Self::Issue(fault) => Some(fault),
            Self::NotFound
            | Self::Denied(_)
            | Self::Invalid(_)
            | Self::Own
            | Self::Reported
            | Self::Gone
            | Self::Claimed
            | Self::NotClaimed
            | Self::OwnDecision
            | Self::Settled
            | Self::TooLate
            | Self::NotOwner
            | Self::Stale
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
