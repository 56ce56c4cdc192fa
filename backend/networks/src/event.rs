//! What happens to networks: ids only. Who comes and goes, and what the charter says, are events of the issue that is the room.

use kernel::{Event, IssueId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum NetworkEvent {
    /// Nobody has said a thing for long.
    WentQuiet { tenant: TenantId, network: IssueId },
    /// There are other house rules to agree with.
    RulesChanged { tenant: TenantId, network: IssueId },
    /// It is another kind of network from now on.
    Turned { tenant: TenantId, network: IssueId },
}

impl NetworkEvent {
    pub const WENT_QUIET: &'static str = "network.went-quiet";
    pub const RULES_CHANGED: &'static str = "network.rules-changed";
    pub const TURNED: &'static str = "network.turned";

    /// In which organisation, and which network.
    pub const fn about(&self) -> (TenantId, IssueId) {
        match self {
            Self::WentQuiet { tenant, network }
            | Self::RulesChanged { tenant, network }
            | Self::Turned { tenant, network } => (*tenant, *network),
        }
    }
}

impl Event for NetworkEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::WentQuiet { .. } => Self::WENT_QUIET,
            Self::RulesChanged { .. } => Self::RULES_CHANGED,
            Self::Turned { .. } => Self::TURNED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.about().0)
    }
    fn subject(&self) -> Uuid {
        self.about().1.uuid()
    }
}
