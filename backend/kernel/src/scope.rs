//! Who acts, in which tenants, when: the first argument of every use case.

use uuid::Uuid;

use crate::{Locale, PersonId, TenantId, TenantRole, Timestamp};

/// The tenants that one operation may touch. Never "all".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TenantSet(Vec<TenantId>);

impl TenantSet {
    pub fn one(tenant: TenantId) -> Self {
        Self(vec![tenant])
    }
    pub fn of(tenants: impl IntoIterator<Item = TenantId>) -> Self {
        let mut tenants: Vec<_> = tenants.into_iter().collect();
        tenants.sort_unstable();
        tenants.dedup();
        Self(tenants)
    }
    pub fn contains(&self, tenant: TenantId) -> bool {
        self.0.contains(&tenant)
    }
    pub fn iter(&self) -> impl Iterator<Item = TenantId> + '_ {
        self.0.iter().copied()
    }
    /// The one tenant of a path; none when the set holds several or nothing.
    pub fn only(&self) -> Option<TenantId> {
        match self.0.as_slice() {
            [tenant] => Some(*tenant),
            _ => None,
        }
    }
}

/// Who acts, in which tenants, in which language, at which moment.
#[derive(Clone, Debug)]
pub struct Scope {
    /// None for a visitor who did not sign in, and for workers.
    pub person: Option<PersonId>,
    pub tenants: TenantSet,
    /// This person's role in the tenant of the path.
    pub role: Option<TenantRole>,
    pub locale: Locale,
    /// The moment at which the operation began; the only clock that a use case sees.
    pub now: Timestamp,
    pub request: Uuid,
    /// Whether lists must hold what happened just now; else they may be some moments old, where there is a replica.
    pub newest: bool,
}

impl Scope {
    /// A worker's scope: no person, the tenants of what it works on.
    pub fn worker(tenants: TenantSet, now: Timestamp) -> Self {
        Self {
            person: None,
            tenants,
            role: None,
            locale: Locale::default(),
            now,
            request: Uuid::nil(),
            newest: true,
        }
    }

    /// The same moment and language, seen by somebody else: to check what that person may read.
    #[must_use]
    pub fn as_person(&self, person: Option<PersonId>, tenants: TenantSet) -> Self {
        Self {
            person,
            tenants,
            role: None,
            locale: self.locale,
            now: self.now,
            request: self.request,
            newest: self.newest,
        }
    }

    pub fn convenes(&self) -> bool {
        self.role.is_some_and(TenantRole::convenes)
    }
    pub fn publishes(&self) -> bool {
        self.role.is_some_and(TenantRole::publishes)
    }
}
