//! What happens when work changes hands: ids only.

use kernel::{Event, HandoverId, IssueId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum HandoverEvent {
    /// For the colleague who is asked.
    Offered {
        tenant: TenantId,
        handover: HandoverId,
    },
    /// For who offered it.
    Answered {
        tenant: TenantId,
        handover: HandoverId,
    },
    /// For everybody who takes part: somebody else runs it.
    Taken { tenant: TenantId, issue: IssueId },
}

impl HandoverEvent {
    pub const OFFERED: &'static str = "handover.offered";
    pub const ANSWERED: &'static str = "handover.answered";
    pub const TAKEN: &'static str = "handover.taken";
}

impl Event for HandoverEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Offered { .. } => Self::OFFERED,
            Self::Answered { .. } => Self::ANSWERED,
            Self::Taken { .. } => Self::TAKEN,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Offered { tenant, .. }
            | Self::Answered { tenant, .. }
            | Self::Taken { tenant, .. } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::Offered { handover, .. } | Self::Answered { handover, .. } => handover.uuid(),
            Self::Taken { issue, .. } => issue.uuid(),
        }
    }
}
