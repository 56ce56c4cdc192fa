//! What happens to contact requests: ids only. That somebody said no is no event: nobody is told.

use kernel::{ContactRequestId, Event, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ContactEvent {
    /// Also of somebody who is left alone: what follows is decided where the row is.
    Asked {
        tenant: TenantId,
        request: ContactRequestId,
    },
    /// With a yes.
    Answered {
        tenant: TenantId,
        request: ContactRequestId,
    },
}

impl ContactEvent {
    pub const ASKED: &'static str = "contact.asked";
    pub const ANSWERED: &'static str = "contact.answered";

    const fn about(&self) -> (TenantId, ContactRequestId) {
        match self {
            Self::Asked { tenant, request } | Self::Answered { tenant, request } => {
                (*tenant, *request)
            }
        }
    }
}

impl Event for ContactEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Asked { .. } => Self::ASKED,
            Self::Answered { .. } => Self::ANSWERED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.about().0)
    }
    fn subject(&self) -> Uuid {
        self.about().1.uuid()
    }
}
