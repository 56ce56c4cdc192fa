//! What happens to who wants to be erased: for the mails that tell it.

use kernel::{Event, PersonId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ErasureEvent {
    Asked {
        person: PersonId,
    },
    /// Not after all.
    Stopped {
        person: PersonId,
    },
    /// Now it is done: the last mail.
    Begun {
        person: PersonId,
    },
}

impl ErasureEvent {
    pub const ASKED: &'static str = "erasure.asked";
    pub const STOPPED: &'static str = "erasure.stopped";
    pub const BEGUN: &'static str = "erasure.begun";

    pub const fn person(&self) -> PersonId {
        match self {
            Self::Asked { person } | Self::Stopped { person } | Self::Begun { person } => *person,
        }
    }
}

impl Event for ErasureEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Asked { .. } => Self::ASKED,
            Self::Stopped { .. } => Self::STOPPED,
            Self::Begun { .. } => Self::BEGUN,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        None
    }
    fn subject(&self) -> Uuid {
        self.person().uuid()
    }
}
