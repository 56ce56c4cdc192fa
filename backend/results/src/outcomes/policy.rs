//! Who may write an outcome. Reading is decided in SQL (`read.rs`); the issue that arrives here is visible.

use issues::{Issue, IssueRights};
use kernel::{Denied, IssueId, PersonId, Scope, TenantId};

/// Proof that this person may write the outcome of this issue.
#[derive(Debug)]
pub struct MayWrite {
    pub(crate) issue: IssueId,
    pub(crate) tenant: TenantId,
    pub(crate) author: PersonId,
}

pub(crate) fn may_write(scope: &Scope, issue: &Issue) -> Result<MayWrite, Denied> {
    let author = scope.person.ok_or(Denied::Forbidden)?;
    if IssueRights::of(scope, issue).write_outcome {
        Ok(MayWrite {
            issue: issue.id,
            tenant: issue.tenant,
            author,
        })
    } else {
        Err(Denied::Forbidden)
    }
}
