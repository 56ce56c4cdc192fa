//! What happens to tenants.

use kernel::{Event, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum TenantEvent {
    Opened {
        tenant: TenantId,
    },
    Changed {
        tenant: TenantId,
    },
    Suspended {
        tenant: TenantId,
    },
    /// A word of its own is called something else.
    TermRenamed {
        tenant: TenantId,
    },
    /// It came from another installation, with everything that is in it.
    Imported {
        tenant: TenantId,
    },
}

impl TenantEvent {
    pub const TERM_RENAMED: &'static str = "tenant.term-renamed";
    pub const IMPORTED: &'static str = "tenant.imported";

    const fn id(&self) -> TenantId {
        match self {
            Self::Opened { tenant }
            | Self::Changed { tenant }
            | Self::Suspended { tenant }
            | Self::TermRenamed { tenant }
            | Self::Imported { tenant } => *tenant,
        }
    }
}

impl Event for TenantEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Opened { .. } => "tenant.opened",
            Self::Changed { .. } => "tenant.changed",
            Self::Suspended { .. } => "tenant.suspended",
            Self::TermRenamed { .. } => Self::TERM_RENAMED,
            Self::Imported { .. } => Self::IMPORTED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.id())
    }
    fn subject(&self) -> Uuid {
        self.id().uuid()
    }
}
