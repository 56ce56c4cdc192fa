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
    /// Somebody put what was said into another language.
    Translated {
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
    /// Something was put beside a post, or taken away: on top, an answer, from where its author speaks.
    Marked {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
        post: PostId,
    },
    /// A post is the answer to what was asked, where people are named: for whose words they are, and who asked.
    Accepted {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
        post: PostId,
    },
    /// An author changed words that name people, where people are named: for who is named since.
    Named {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
        post: PostId,
        /// Of the post, as it was changed.
        version: i64,
    },
    /// Posts left for another thread; in their place stands where they went.
    Left {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
        to: ThreadId,
    },
    /// Posts came from another thread.
    Received {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
        from: ThreadId,
    },
}

impl ThreadEvent {
    pub const OPENED: &'static str = "thread.opened";
    pub const REPLIED: &'static str = "thread.replied";
    pub const TRANSLATED: &'static str = "thread.translated";
    pub const EDITED: &'static str = "thread.edited";
    pub const WITHDRAWN: &'static str = "thread.withdrawn";
    pub const MARKED: &'static str = "thread.marked";
    pub const ACCEPTED: &'static str = "thread.accepted";
    pub const NAMED: &'static str = "thread.named";
    pub const LEFT: &'static str = "thread.left";
    pub const RECEIVED: &'static str = "thread.received";
}

/// What happens to turns in a round: who has the room open fetches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum TurnEvent {
    /// Somebody lets this round pass, or not after all.
    Passed {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
    },
    /// The next round began.
    Began {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
    },
}

impl TurnEvent {
    pub const PASSED: &'static str = "turn.passed";
    pub const BEGAN: &'static str = "turn.began";
}

/// What happens to posts that wait to be let through: for those who moderate, and for their author.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum WaitingEvent {
    /// The first that waits in a room.
    Waits {
        tenant: TenantId,
        issue: IssueId,
        post: PostId,
    },
    /// Sent back to its author; only where people have names.
    Returned {
        tenant: TenantId,
        issue: IssueId,
        thread: ThreadId,
        post: PostId,
    },
}

impl WaitingEvent {
    pub const WAITS: &'static str = "waiting.waits";
    pub const RETURNED: &'static str = "waiting.returned";
}

impl Event for WaitingEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Waits { .. } => Self::WAITS,
            Self::Returned { .. } => Self::RETURNED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Waits { tenant, .. } | Self::Returned { tenant, .. } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::Waits { post, .. } | Self::Returned { post, .. } => post.uuid(),
        }
    }
}

impl Event for TurnEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Passed { .. } => Self::PASSED,
            Self::Began { .. } => Self::BEGAN,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Passed { tenant, .. } | Self::Began { tenant, .. } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::Passed { thread, .. } | Self::Began { thread, .. } => thread.uuid(),
        }
    }
}

impl Event for ThreadEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Opened { .. } => Self::OPENED,
            Self::Replied { .. } => Self::REPLIED,
            Self::Translated { .. } => Self::TRANSLATED,
            Self::Edited { .. } => Self::EDITED,
            Self::Withdrawn { .. } => Self::WITHDRAWN,
            Self::Marked { .. } => Self::MARKED,
            Self::Accepted { .. } => Self::ACCEPTED,
            Self::Named { .. } => Self::NAMED,
            Self::Left { .. } => Self::LEFT,
            Self::Received { .. } => Self::RECEIVED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Opened { tenant, .. }
            | Self::Replied { tenant, .. }
            | Self::Translated { tenant, .. }
            | Self::Edited { tenant, .. }
            | Self::Withdrawn { tenant, .. }
            | Self::Marked { tenant, .. }
            | Self::Accepted { tenant, .. }
            | Self::Named { tenant, .. }
            | Self::Left { tenant, .. }
            | Self::Received { tenant, .. } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::Opened { thread, .. }
            | Self::Replied { thread, .. }
            | Self::Translated { thread, .. }
            | Self::Edited { thread, .. }
            | Self::Withdrawn { thread, .. }
            | Self::Marked { thread, .. }
            | Self::Accepted { thread, .. }
            | Self::Named { thread, .. }
            | Self::Left { thread, .. }
            | Self::Received { thread, .. } => thread.uuid(),
        }
    }
}
