//! What happens with tasks: ids only, never what is to be done. Who has the room open fetches.

use kernel::{Event, IssueId, PostId, TaskId, TenantId, ThreadId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Which task, and where its post was then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutTask {
    pub tenant: TenantId,
    pub issue: IssueId,
    pub thread: ThreadId,
    pub post: PostId,
    pub task: TaskId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum TaskEvent {
    /// It was made, changed, done or dropped.
    Changed(AboutTask),
    /// For whom it is to do.
    Given(AboutTask),
    /// For who made it: nobody does it any more.
    Returned(AboutTask),
    /// For whom it is to do: its day comes.
    Due(AboutTask),
}

impl TaskEvent {
    pub const CHANGED: &'static str = "task.changed";
    pub const GIVEN: &'static str = "task.given";
    pub const RETURNED: &'static str = "task.returned";
    pub const DUE: &'static str = "task.due";

    pub const fn about(&self) -> AboutTask {
        match self {
            Self::Changed(about)
            | Self::Given(about)
            | Self::Returned(about)
            | Self::Due(about) => *about,
        }
    }
}

impl Event for TaskEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Changed(_) => Self::CHANGED,
            Self::Given(_) => Self::GIVEN,
            Self::Returned(_) => Self::RETURNED,
            Self::Due(_) => Self::DUE,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.about().tenant)
    }
    fn subject(&self) -> Uuid {
        self.about().thread.uuid()
    }
}
