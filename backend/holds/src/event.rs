//! What happens to legal holds: ids only.

use kernel::{Event, HoldId, IssueId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum HoldEvent {
    Set {
        tenant: TenantId,
        issue: IssueId,
        hold: HoldId,
    },
    Lengthened {
        tenant: TenantId,
        issue: IssueId,
        hold: HoldId,
    },
    /// By somebody, or because its day had come.
    Ended {
        tenant: TenantId,
        issue: IssueId,
        hold: HoldId,
    },
    /// It ends in a week, for those who can lengthen it.
    EndsSoon {
        tenant: TenantId,
        issue: IssueId,
        hold: HoldId,
    },
}

impl HoldEvent {
    pub const SET: &'static str = "hold.set";
    pub const LENGTHENED: &'static str = "hold.lengthened";
    pub const ENDED: &'static str = "hold.ended";
    pub const ENDS_SOON: &'static str = "hold.ends-soon";

    pub const fn about(&self) -> (TenantId, IssueId, HoldId) {
        match self {
            Self::Set { tenant, issue, hold }
            | Self::Lengthened { tenant, issue, hold }
            | Self::Ended { tenant, issue, hold }
            | Self::EndsSoon { tenant, issue, hold } => (*tenant, *issue, *hold),
        }
    }
}

impl Event for HoldEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Set { .. } => Self::SET,
            Self::Lengthened { .. } => Self::LENGTHENED,
            Self::Ended { .. } => Self::ENDED,
            Self::EndsSoon { .. } => Self::ENDS_SOON,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.about().0)
    }
    fn subject(&self) -> Uuid {
        self.about().1.uuid()
    }
}
