//! What happens to people's facets and memberships: ids only.

use kernel::{Event, PersonId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum PeopleEvent {
    FacetsChanged {
        person: PersonId,
    },
    MembersChanged {
        tenant: TenantId,
    },
    /// What others may see of them in conversations.
    PresenceChosen {
        person: PersonId,
    },
}

impl PeopleEvent {
    pub const FACETS_CHANGED: &'static str = "people.facets-changed";
    pub const MEMBERS_CHANGED: &'static str = "people.members-changed";
    pub const PRESENCE_CHOSEN: &'static str = "people.presence-chosen";
}

impl Event for PeopleEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::FacetsChanged { .. } => Self::FACETS_CHANGED,
            Self::MembersChanged { .. } => Self::MEMBERS_CHANGED,
            Self::PresenceChosen { .. } => Self::PRESENCE_CHOSEN,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::FacetsChanged { .. } | Self::PresenceChosen { .. } => None,
            Self::MembersChanged { tenant } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::FacetsChanged { person } | Self::PresenceChosen { person } => person.uuid(),
            Self::MembersChanged { tenant } => tenant.uuid(),
        }
    }
}
