//! A line of the log of a room. Pure.

use kernel::{RoomActId, Timestamp};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoomAct {
    /// Whoever runs it set its pace, as a whole.
    Paced(Pacing),
    /// A post that waited went back to its writer.
    SentBack,
}

/// What held from then on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pacing {
    /// Between two posts of one voice; 0 for none.
    pub slow_seconds: i64,
    pub rests_until: Option<Timestamp>,
    pub closed: bool,
    /// Nobody reads a post before somebody who moderates let it through.
    pub looked_at_first: bool,
    /// In the words of whoever runs it.
    pub why: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: RoomActId,
    pub at: Timestamp,
    pub act: RoomAct,
}
