//! What happens to networks: ids only. Who comes and goes, and what the charter says, are events of the issue that is the room.

use kernel::{Event, IssueId, PersonId, TenantId};
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
    /// The orientation of this person ends in a week, or today.
    OrientationEnds(Walk),
    /// The orientation of this person is over, and they stay.
    Settled(Walk),
    /// This person left, or was let go after an orientation: they are thanked.
    Thanked(Walk),
}

/// Who in which network, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Walk {
    pub tenant: TenantId,
    pub network: IssueId,
    pub person: PersonId,
}

impl NetworkEvent {
    pub const WENT_QUIET: &'static str = "network.went-quiet";
    pub const RULES_CHANGED: &'static str = "network.rules-changed";
    pub const ORIENTATION_ENDS: &'static str = "network.orientation-ends";
    pub const SETTLED: &'static str = "network.settled";
    pub const THANKED: &'static str = "network.thanked";

    pub(crate) const fn orientation_ends(
        tenant: TenantId,
        network: IssueId,
        person: PersonId,
    ) -> Self {
        Self::OrientationEnds(Walk {
            tenant,
            network,
            person,
        })
    }
    pub(crate) const fn settled(tenant: TenantId, network: IssueId, person: PersonId) -> Self {
        Self::Settled(Walk {
            tenant,
            network,
            person,
        })
    }
    pub(crate) const fn thanked(tenant: TenantId, network: IssueId, person: PersonId) -> Self {
        Self::Thanked(Walk {
            tenant,
            network,
            person,
        })
    }

    /// Whom it is about; none when it is about everybody.
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Self::OrientationEnds(walk) | Self::Settled(walk) | Self::Thanked(walk) => {
                Some(walk.person)
            }
            Self::WentQuiet { .. } | Self::RulesChanged { .. } | Self::Turned { .. } => None,
        }
    }
    pub const TURNED: &'static str = "network.turned";

    /// In which organisation, and which network.
    pub const fn about(&self) -> (TenantId, IssueId) {
        match self {
            Self::WentQuiet { tenant, network }
            | Self::RulesChanged { tenant, network }
            | Self::Turned { tenant, network } => (*tenant, *network),
            Self::OrientationEnds(walk) | Self::Settled(walk) | Self::Thanked(walk) => {
                (walk.tenant, walk.network)
            }
        }
    }
}

impl Event for NetworkEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::WentQuiet { .. } => Self::WENT_QUIET,
            Self::RulesChanged { .. } => Self::RULES_CHANGED,
            Self::OrientationEnds(_) => Self::ORIENTATION_ENDS,
            Self::Settled(_) => Self::SETTLED,
            Self::Thanked(_) => Self::THANKED,
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
