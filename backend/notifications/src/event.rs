//! What happens to somebody's notifications: announced to that person only.

use kernel::{Event, PersonId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum NotificationEvent {
    Made {
        person: PersonId,
    },
    /// Seen on one device, or taken back by whoever said it: count again.
    Seen {
        person: PersonId,
    },
}

impl NotificationEvent {
    pub const MADE: &'static str = "notification.made";
    pub const SEEN: &'static str = "notification.seen";
}

impl Event for NotificationEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Made { .. } => Self::MADE,
            Self::Seen { .. } => Self::SEEN,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        None
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::Made { person } | Self::Seen { person } => person.uuid(),
        }
    }
}
