//! Who may see the members of an organisation, and who may give which role.

use kernel::{Denied, Scope, TenantId, TenantRole};

/// Proof that this person gives roles in this organisation.
#[derive(Clone, Copy, Debug)]
pub struct MayManage {
    pub(crate) tenant: TenantId,
    own: TenantRole,
}

pub(crate) fn may_manage(scope: &Scope) -> Result<MayManage, Denied> {
    let tenant = scope.tenants.only().ok_or(Denied::Invisible)?;
    manages(tenant, scope.role)
}

fn manages(tenant: TenantId, role: Option<TenantRole>) -> Result<MayManage, Denied> {
    match role {
        Some(own @ TenantRole::Owner) => Ok(MayManage { tenant, own }),
        Some(TenantRole::Convener | TenantRole::Publisher | TenantRole::Member) => {
            Err(Denied::Forbidden)
        }
        None => Err(Denied::Invisible),
    }
}

impl MayManage {
    pub(crate) fn gives(self, role: TenantRole) -> Result<(), Denied> {
        if self.own.may_grant(role) {
            Ok(())
        } else {
            Err(Denied::Forbidden)
        }
    }

    /// The same under a lock, in the role of that moment: it may have been taken back since the door.
    pub(crate) fn holds(self, role: Option<TenantRole>) -> Result<(), Denied> {
        manages(self.tenant, role).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{TenantSet, Timestamp};

    fn check(role: Option<TenantRole>, expected: Result<(), Denied>) {
        let now = Timestamp::from_millis(0);
        let scope = Scope {
            role,
            ..Scope::worker(TenantSet::one(TenantId::new(now)), now)
        };
        assert_eq!(may_manage(&scope).map(|_| ()), expected, "{role:?}");
    }

    #[test]
    fn only_owners_see_the_list_of_members() {
        check(Some(TenantRole::Owner), Ok(()));
        check(Some(TenantRole::Convener), Err(Denied::Forbidden));
        check(Some(TenantRole::Publisher), Err(Denied::Forbidden));
        check(Some(TenantRole::Member), Err(Denied::Forbidden));
        check(None, Err(Denied::Invisible));
    }
}
