//! Which events are told on sockets, and to whom: their family says so.

use crate::protocol::Topic;

/// Who hears of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// Whoever has the issue of a conversation open, and the conversation itself looks for what has a number.
    AtIssueOfThread,
    /// Whoever has the conversation open.
    AtThread,
    /// Whoever takes part, and has the conversation or its issue open.
    ByParticipants,
    /// Whoever takes part, and has the issue open.
    ByParticipantsAtIssue,
    /// Whoever has the issue open, once it was looked who still may.
    AtIssue,
    /// The person whom it is for.
    ByOne,
}

impl Heard {
    pub(crate) fn of(kind: &str) -> Option<Self> {
        let (family, _) = kind.split_once('.')?;
        match family {
            "thread" => Some(Self::AtIssueOfThread),
            "response" | "turn" | "dilemma" | "room" => Some(Self::AtThread),
            "task" => Some(Self::ByParticipants),
            "parked" => Some(Self::ByParticipantsAtIssue),
            "issue" => Some(Self::AtIssue),
            "notification" => Some(Self::ByOne),
            _ => None,
        }
    }

    /// Whether it is announced there, to whoever fetches then.
    pub(crate) const fn is_at(self, topic: Topic) -> bool {
        match self {
            Self::AtThread => matches!(topic, Topic::Thread(_)),
            Self::ByParticipants => matches!(topic, Topic::Thread(_) | Topic::Issue(_)),
            Self::AtIssueOfThread | Self::ByParticipantsAtIssue | Self::AtIssue => {
                matches!(topic, Topic::Issue(_))
            }
            Self::ByOne => matches!(topic, Topic::Me),
        }
    }
}

/// Whether somebody who listens to a topic may hear of such an event.
pub fn is_streamed(kind: &str) -> bool {
    Heard::of(kind).is_some()
}

/// What a post that was sent with its number did: told by its state, and no event of the log.
pub const OF_POSTS: [&str; 3] = ["post.written", "post.edited", "post.withdrawn"];
