//! What happens to responses: ids only, and not which.

use kernel::{Event, IssueId, PostId, TenantId, ThreadId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ResponseEvent {
    /// One was given or taken back: whoever has the room open fetches.
    Changed {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
        post: PostId,
    },
}

impl ResponseEvent {
    pub const CHANGED: &'static str = "response.changed";
}

impl Event for ResponseEvent {
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
