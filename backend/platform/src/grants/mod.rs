//! Who holds which role where, until when.
//!
//! Promise: whether a person holds a role is decided here, by [`holds`], now; every list, search,
//! socket and mail takes that condition in. An end date ends a role at that second.

mod entity;
mod store;

pub use store::{
    Held, NewGrant, belongs, end, first_end, give, held, held_by, held_in, holders, holders_in,
    holders_since, holds, holds_somewhere, role_of, running, still_held, tenants_of,
};

use kernel::{IssueId, TenantId};
use uuid::Uuid;

/// What a role is held in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    Tenant(TenantId),
    Issue(IssueId),
}

impl Container {
    pub const fn kind(self) -> ContainerKind {
        match self {
            Self::Tenant(_) => ContainerKind::Tenant,
            Self::Issue(_) => ContainerKind::Issue,
        }
    }
    pub const fn id(self) -> Uuid {
        match self {
            Self::Tenant(id) => id.uuid(),
            Self::Issue(id) => id.uuid(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContainerKind {
    Tenant,
    Issue,
}

impl ContainerKind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tenant => "tenant",
            Self::Issue => "issue",
        }
    }
}
