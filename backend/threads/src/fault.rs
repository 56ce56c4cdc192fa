//! What can go wrong in a thread. "Gone", "never was" and "not yours" share a code.

use db::DbFault;
use issues::IssueFault;
use kernel::{Coded, Denied, FieldFault, Seq, Status, ThreadId};
use web::limit::TooMany;

#[derive(Debug, thiserror::Error)]
pub enum ThreadFault {
    #[error("no such thread")]
    NotFound,
    #[error("no such post")]
    PostNotFound,
    #[error(transparent)]
    File(#[from] files::FileFault),
    #[error("no such draft")]
    DraftNotFound,
    #[error("not allowed: {0}")]
    Denied(#[from] Denied),
    #[error("nobody talks in this issue now")]
    Closed,
    #[error("the thread went up into another")]
    Merged,
    #[error("there is no question in this thread")]
    NoQuestion,
    #[error("there are no rounds in this thread")]
    NoRound,
    #[error("this thread is no dilemma")]
    NoDilemma,
    #[error("others speak first")]
    OthersFirst,
    #[error("enough posts are on top")]
    TooManyPins,
    #[error("other people read the other thread, or under other rules")]
    OtherRules,
    #[error("the thread is too long to go up into another")]
    TooLong,
    #[error("may not write here for a while")]
    Paused,
    #[error("posts in this room stay as they were let through")]
    LookedAtFirst,
    #[error("what was translated cannot be read any more")]
    OriginalGone,
    #[error("the same was said in this issue today")]
    Said(ThreadId, Seq),
    #[error("posted too often")]
    TooMany(#[from] TooMany),
    #[error("the conversation was closed")]
    Ended,
    #[error("the conversation rests")]
    Resting,
    #[error("spoke a moment ago, and the conversation goes slower")]
    Slow,
    #[error("the form has faults")]
    Invalid(Vec<FieldFault>),
    #[error("changed in the meantime")]
    Stale,
    #[error("the key was used for another operation")]
    KeyMisused,
    #[error(transparent)]
    Issue(#[from] IssueFault),
    #[error(transparent)]
    Store(#[from] DbFault),
}

impl Coded for ThreadFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Denied(Denied::Invisible) => "thread.not-found",
            Self::PostNotFound => "post.not-found",
            Self::File(fault) => fault.code(),
            Self::DraftNotFound => "draft.not-found",
            Self::Denied(Denied::Forbidden) => "thread.forbidden",
            Self::Closed => "thread.closed",
            Self::Merged => "thread.merged",
            Self::NoQuestion => "thread.no-question",
            Self::NoRound => "thread.no-round",
            Self::NoDilemma => "thread.no-dilemma",
            Self::OthersFirst => "thread.others-first",
            Self::TooManyPins => "thread.too-many-pins",
            Self::OtherRules => "thread.other-rules",
            Self::TooLong => "thread.too-long",
            Self::Paused => "thread.paused",
            Self::LookedAtFirst => "post.looked-at",
            Self::OriginalGone => "translation.gone",
            Self::Said(..) => "post.said",
            Self::TooMany(fault) => fault.code(),
            Self::Ended => "thread.ended",
            Self::Resting => "thread.resting",
            Self::Slow => "thread.slow",
            Self::Invalid(_) => "input.invalid",
            Self::Stale => "precondition.failed",
            Self::KeyMisused => "idempotency.other",
            Self::Issue(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
        }
    }
    fn status(&self) -> Status {
        match self {
            Self::NotFound
            | Self::PostNotFound
            | Self::DraftNotFound
            | Self::Denied(Denied::Invisible) => Status::NotFound,
            Self::Denied(Denied::Forbidden) | Self::Paused => Status::Forbidden,
            Self::Closed
            | Self::Merged
            | Self::NoQuestion
            | Self::NoRound
            | Self::NoDilemma
            | Self::OthersFirst
            | Self::TooManyPins
            | Self::OtherRules
            | Self::TooLong
            | Self::LookedAtFirst
            | Self::OriginalGone
            | Self::Said(..)
            | Self::Ended
            | Self::Resting
            | Self::Slow
            | Self::KeyMisused => Status::Conflict,
            Self::TooMany(fault) => fault.status(),
            Self::Invalid(_) => Status::BadRequest,
            Self::Stale => Status::PreconditionFailed,
            Self::File(fault) => fault.status(),
            Self::Issue(fault) => fault.status(),
            Self::Store(fault) => fault.status(),
        }
    }
    fn behind(&self) -> Option<&dyn Coded> {
        match self {
            Self::File(fault) => Some(fault),
            Self::TooMany(fault) => Some(fault),
            Self::Issue(fault) => Some(fault),
            Self::NotFound
            | Self::PostNotFound
            | Self::DraftNotFound
            | Self::Denied(_)
            | Self::Closed
            | Self::Merged
            | Self::NoQuestion
            | Self::NoRound
            | Self::NoDilemma
            | Self::OthersFirst
            | Self::TooManyPins
            | Self::OtherRules
            | Self::TooLong
            | Self::Paused
            | Self::LookedAtFirst
            | Self::OriginalGone
            | Self::Said(..)
            | Self::Ended
            | Self::Resting
            | Self::Slow
            | Self::Invalid(_)
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
    fn earlier(&self) -> Option<(ThreadId, Seq)> {
        let Self::Said(thread, seq) = self else {
            return None;
        };
        Some((*thread, *seq))
    }
}
