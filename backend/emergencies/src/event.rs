//! What happens to an emergency access: ids only, and never of whose alias it is.

use kernel::{EmergencyId, Event, IssueId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum EmergencyEvent {
    /// For who can agree.
    Asked {
        tenant: TenantId,
        issue: IssueId,
        emergency: EmergencyId,
    },
    /// For everybody who takes part.
    Opened {
        tenant: TenantId,
        issue: IssueId,
        emergency: EmergencyId,
    },
    /// A yes or a no, for who asked.
    Answered {
        tenant: TenantId,
        issue: IssueId,
        emergency: EmergencyId,
    },
}

impl EmergencyEvent {
    pub const ASKED: &'static str = "emergency.asked";
    pub const OPENED: &'static str = "emergency.opened";
    pub const ANSWERED: &'static str = "emergency.answered";

    pub const fn about(&self) -> (TenantId, IssueId, EmergencyId) {
        match self {
            Self::Asked {
                tenant,
                issue,
                emergency,
            }
            | Self::Opened {
                tenant,
                issue,
                emergency,
            }
            | Self::Answered {
                tenant,
                issue,
                emergency,
            } => (*tenant, *issue, *emergency),
        }
    }
}

impl Event for EmergencyEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Asked { .. } => Self::ASKED,
            Self::Opened { .. } => Self::OPENED,
            Self::Answered { .. } => Self::ANSWERED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.about().0)
    }
    fn subject(&self) -> Uuid {
        self.about().2.uuid()
    }
}
