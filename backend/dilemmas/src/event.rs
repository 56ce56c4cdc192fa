//! What happens in a dilemma: ids only.

use kernel::{Event, IssueId, PostId, TenantId, ThreadId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum DilemmaEvent {
    /// A concern was heard or answered, or perspective was offered: whoever has the room open fetches.
    Changed {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
    },
    /// Somebody wrote how they heard a concern: for whose concern it is.
    Heard {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
        post: PostId,
    },
}

impl DilemmaEvent {
    pub const CHANGED: &'static str = "dilemma.changed";
    pub const HEARD: &'static str = "dilemma.heard";
}

impl Event for DilemmaEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Changed { .. } => Self::CHANGED,
            Self::Heard { .. } => Self::HEARD,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Changed { tenant, .. } | Self::Heard { tenant, .. } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::Changed { thread, .. } | Self::Heard { thread, .. } => thread.uuid(),
        }
    }
}
