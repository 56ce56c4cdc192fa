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
