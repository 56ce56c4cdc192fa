//! What happens in a dilemma: ids only.

use kernel::{Event, IssueId, TenantId, ThreadId};
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
}

impl DilemmaEvent {
    pub const CHANGED: &'static str = "dilemma.changed";
}

impl Event for DilemmaEvent {
    fn kind(&self) -> &'static str {
        Self::CHANGED
    }
    fn tenant(&self) -> Option<TenantId> {
        let Self::Changed { tenant, .. } = self;
        Some(*tenant)
    }
    fn subject(&self) -> Uuid {
        let Self::Changed { thread, .. } = self;
        thread.uuid()
    }
}
