//! Who may add files. Reading is decided in SQL (`read.rs`).

use kernel::{Denied, PersonId, Scope, TenantId, ThreadId};

/// Proof that this person may add files to this organisation.
#[derive(Debug)]
pub struct MayUpload {
    pub(crate) tenant: TenantId,
    pub(crate) owner: PersonId,
    /// The thread for whose posts it is meant.
    pub(crate) thread: Option<ThreadId>,
}

impl MayUpload {
    /// For a post in this thread: the caller has checked that this person may write there.
    pub const fn in_thread(tenant: TenantId, owner: PersonId, thread: ThreadId) -> Self {
        Self {
            tenant,
            owner,
            thread: Some(thread),
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
            thread: None,
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
