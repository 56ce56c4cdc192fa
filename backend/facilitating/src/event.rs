//! What whoever facilitates does to a room: ids only. Who has the room open fetches.

use kernel::{Event, IssueId, SpeakNoteId, TenantId, ThreadId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum RoomEvent {
    /// It goes slower, rests, is closed, or goes on.
    Paced {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
    },
    /// There is another summary.
    Summarised {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
    },
}

impl RoomEvent {
    pub const PACED: &'static str = "room.paced";
    pub const SUMMARISED: &'static str = "room.summarised";
}

impl Event for RoomEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Paced { .. } => Self::PACED,
            Self::Summarised { .. } => Self::SUMMARISED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Paced { tenant, .. } | Self::Summarised { tenant, .. } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::Paced { thread, .. } | Self::Summarised { thread, .. } => thread.uuid(),
        }
    }
}

/// What is set aside in an issue changed: who has a page with it open fetches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ParkedEvent {
    Changed { tenant: TenantId, issue: IssueId },
}

impl ParkedEvent {
    pub const CHANGED: &'static str = "parked.changed";
}

impl Event for ParkedEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Changed { .. } => Self::CHANGED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Changed { tenant, .. } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::Changed { issue, .. } => issue.uuid(),
        }
    }
}

/// A word to somebody who has not spoken: for that person only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum NoteEvent {
    Written {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
        note: SpeakNoteId,
    },
}

impl NoteEvent {
    pub const WRITTEN: &'static str = "speak-note.written";
}

impl Event for NoteEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Written { .. } => Self::WRITTEN,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Written { tenant, .. } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::Written { note, .. } => note.uuid(),
        }
    }
}
