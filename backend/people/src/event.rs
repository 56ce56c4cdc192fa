//! What happens to people's facets and memberships: ids only.

use kernel::{Event, PersonId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum PeopleEvent {
    FacetsChanged { person: PersonId },
    MembersChanged { tenant: TenantId },
}

impl PeopleEvent {
    pub const FACETS_CHANGED: &'static str = "people.facets-changed";
    pub const MEMBERS_CHANGED: &'static str = "people.members-changed";
}

impl Event for PeopleEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::FacetsChanged { .. } => Self::FACETS_CHANGED,
            Self::MembersChanged { .. } => Self::MEMBERS_CHANGED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::FacetsChanged { .. } => None,
            Self::MembersChanged { tenant } => Some(*tenant),
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::FacetsChanged { person } => person.uuid(),
            Self::MembersChanged { tenant } => tenant.uuid(),
        }
    }
}
