//! What happens while somebody opens a page, and which events tell of it.

/// What somebody does while Fatima opens a page.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    Say,
    Edit,
    Withdraw,
    Pin,
    Split,
    Open,
    Respond,
    Pass,
    Sort,
    Hear,
    Reword,
    Come,
    Answer,
    Look,
    Accept,
    Summarise,
    Pace,
    Pause,
}

impl Act {
    /// A kind of event that comes with another one, by which the page is as a fresh one already.
    pub const fn comes_along(self) -> Option<&'static str> {
        match self {
            Self::Hear => Some("dilemma.heard"),
            Self::Accept => Some("thread.accepted"),
            _ => None,
        }
    }
}

pub const ACTS: [Act; 18] = [
    Act::Say,
    Act::Edit,
    Act::Withdraw,
    Act::Pin,
    Act::Split,
    Act::Open,
    Act::Respond,
    Act::Pass,
    Act::Sort,
    Act::Hear,
    Act::Reword,
    Act::Come,
    Act::Answer,
    Act::Look,
    Act::Accept,
    Act::Summarise,
    // The others would have to wait for it.
    Act::Pace,
    // Last: afterwards nobody writes.
    Act::Pause,
];

/// What must have been heard, all acts together.
pub const EVERY: [&str; 22] = [
    "dilemma.changed",
    "dilemma.heard",
    "issue.changed",
    "issue.moved",
    "issue.people-changed",
    "notification.made",
    "notification.seen",
    "post.edited",
    "post.withdrawn",
    "post.written",
    "response.changed",
    "room.paced",
    "room.summarised",
    "thread.accepted",
    "thread.edited",
    "thread.left",
    "thread.marked",
    "thread.opened",
    "thread.received",
    "thread.replied",
    "thread.withdrawn",
    "turn.passed",
];
