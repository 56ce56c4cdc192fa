//! What happens in threads: ids and numbers, never a word of what was said.

use kernel::{Event, IssueId, PostId, Seq, TenantId, ThreadId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ThreadEvent {
    Opened {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
    },
    Replied {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
        post: PostId,
        seq: Seq,
    },
    Edited {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
        post: PostId,
        seq: Seq,
    },
    Withdrawn {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
        post: PostId,
        seq: Seq,
    },
}

impl ThreadEvent {
    pub const OPENED: &'static str = "thread.opened";
    pub const REPLIED: &'static str = "thread.replied";
    pub const EDITED: &'static str = "thread.edited";
    pub const WITHDRAWN: &'static str = "thread.withdrawn";
}

impl Event for ThreadEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Opened { .. } => Self::OPENED,
            Self::Replied { .. } => Self::REPLIED,
            Self::Edited { .. } => Self::EDITED,
            Self::Withdrawn { .. } => Self::WITHDRAWN,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Opened { tenant, .. }
            | Self::Replied { tenant, .. }
            | Self::Edited { tenant, .. }
            | Self::Withdrawn { tenant, .. } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::Opened { thread, .. }
            | Self::Replied { thread, .. }
            | Self::Edited { thread, .. }
            | Self::Withdrawn { thread, .. } => thread.uuid(),
        }
    }
}
