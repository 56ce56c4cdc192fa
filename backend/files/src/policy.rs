//! Who may add files. Reading is decided in SQL (`read.rs`).

use kernel::{Denied, PersonId, Scope, TenantId};

use crate::Place;

/// Proof that this person may add files to this organisation.
#[derive(Debug)]
pub struct MayUpload {
    pub(crate) tenant: TenantId,
    pub(crate) owner: PersonId,
    /// Where the post will be for which it is meant.
    pub(crate) place: Option<Place>,
}

impl MayUpload {
    /// For a post that is to come: the caller has checked that this person may write there.
    pub const fn for_a_post(tenant: TenantId, owner: PersonId, place: Place) -> Self {
        Self {
            tenant,
            owner,
            place: Some(place),
        }
    }
}

pub fn may_upload(scope: &Scope) -> Result<MayUpload, Denied> {
    let owner = scope.person.ok_or(Denied::Forbidden)?;
    let tenant = scope.tenants.only().ok_or(Denied::Invisible)?;
    if scope.publishes() {
        Ok(MayUpload {
            tenant,
            owner,
            place: None,
        })
    } else {
        Err(Denied::Forbidden)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{TenantRole, TenantSet, Timestamp};

    fn check(role: Option<TenantRole>) -> bool {
        let now = Timestamp::from_millis(0);
        let scope = Scope {
            person: Some(PersonId::new(now)),
            role,
            ..Scope::worker(TenantSet::one(TenantId::new(now)), now)
        };
        may_upload(&scope).is_ok()
    }

    #[test]
    fn publishers_add_files_and_members_do_not() {
        assert!(check(Some(TenantRole::Publisher)) && check(Some(TenantRole::Owner)));
        assert!(!check(Some(TenantRole::Member)) && !check(None));
    }
}
