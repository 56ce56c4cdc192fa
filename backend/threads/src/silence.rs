//! Why somebody who reads a room does not write in it now: so that they are told what is the case, and what they can do. Pure.

use issues::IssueState;
use kernel::{IssueRole, Scope};
use serde::Serialize;

use crate::model::Room;
use crate::{ThreadFault, policy};

/// What keeps the reader from writing here
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Silence {
    /// Nobody is signed in.
    Visitor,
    /// They do not take part in the issue.
    Outside,
    /// They take part to listen.
    Observer,
    /// They take part to put into another language what others say.
    Translator,
    /// The conversation went up into another one.
    Moved,
    /// They do not write in this issue for a while.
    Paused,
    /// The issue is paused.
    IssuePaused,
    /// The issue is closed, or does not talk yet.
    IssueClosed,
    /// Whoever runs the issue closed the conversation.
    Ended,
    /// It rests until a moment.
    Resting,
}

pub(crate) fn silence(scope: &Scope, room: &Room) -> Option<Silence> {
    Some(of(&policy::may_reply(scope, room).err()?, scope, room))
}

/// Who translates does not speak for themselves; and what keeps them from translating comes first.
fn translator(scope: &Scope, room: &Room) -> Silence {
    match policy::may_translate(scope, room) {
        Err(fault @ (ThreadFault::Paused | ThreadFault::Ended | ThreadFault::Closed)) => {
            of(&fault, scope, room)
        }
        _ => Silence::Translator,
    }
}

fn of(fault: &ThreadFault, scope: &Scope, room: &Room) -> Silence {
    match fault {
        ThreadFault::Merged => Silence::Moved,
        ThreadFault::Paused => Silence::Paused,
        ThreadFault::Ended => Silence::Ended,
        ThreadFault::Resting => Silence::Resting,
        ThreadFault::Closed if room.issue_state == IssueState::Paused => Silence::IssuePaused,
        ThreadFault::Closed => Silence::IssueClosed,
        _ if scope.person.is_none() => Silence::Visitor,
        _ if room.role == Some(IssueRole::Observer) => Silence::Observer,
        _ if room.role == Some(IssueRole::Translator) => translator(scope, room),
        _ => Silence::Outside,
    }
}
