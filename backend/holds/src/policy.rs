//! Who keeps what from being deleted: the owners of the organisation whose issue it is.

use kernel::{Denied, PersonId, Scope, TenantId, TenantRole};

/// Proof that this person may set, lengthen and end holds of this organisation, and read who did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MayHold {
    pub tenant: TenantId,
    pub person: PersonId,
}

/// Whether the owner reads the issue does not matter here: nothing of it is shown.
pub(crate) fn may_hold(scope: &Scope) -> Result<MayHold, Denied> {
    let person = scope.person.ok_or(Denied::Invisible)?;
    let tenant = scope.tenants.only().ok_or(Denied::Invisible)?;
    match scope.role {
        Some(TenantRole::Owner) => Ok(MayHold { tenant, person }),
        Some(TenantRole::Convener | TenantRole::Publisher | TenantRole::Member) => {
            Err(Denied::Forbidden)
        }
        None => Err(Denied::Invisible),
    }
}

#[cfg(test)]
mod tests {
    use kernel::{TenantSet, Timestamp};

    use super::*;

    fn check(role: Option<TenantRole>, expected: Result<(), Denied>) {
        let now = Timestamp::from_millis(1_000);
        let (person, tenant) = (PersonId::new(now), TenantId::new(now));
        let mut scope = Scope::worker(TenantSet::one(tenant), now);
        (scope.person, scope.role) = (Some(person), role);
        assert_eq!(may_hold(&scope).map(|_| ()), expected, "{role:?}");
        scope.tenants = TenantSet::of([tenant, TenantId::new(now)]);
        assert_eq!(may_hold(&scope).err(), Some(Denied::Invisible));
    }

    #[test]
    fn owners_keep_things_and_nobody_else_does() {
        check(None, Err(Denied::Invisible));
        for role in TenantRole::ALL {
            let owns = role == TenantRole::Owner;
            let expected = if owns { Ok(()) } else { Err(Denied::Forbidden) };
            check(Some(role), expected);
        }
    }
}
