//! Who may do what with a map: whoever takes part reads what is shown, and who runs the issue from within writes it.

use issues::{Issue, IssueKind, IssueState};
use kernel::{Denied, IssueId, IssueRole, Scope, TenantId};

use crate::model::Kept;

/// Proof that this person may write the map.
#[derive(Debug)]
pub(crate) struct MayWrite {
    pub issue: IssueId,
    pub tenant: TenantId,
}

/// To whoever does not take part there is no such thing.
pub(crate) fn may_see(scope: &Scope, issue: &Issue) -> Result<(), Denied> {
    let inside = scope.person.is_some() && issue.role.is_some();
    if inside && issue.kind == IssueKind::Issue {
        Ok(())
    } else {
        Err(Denied::Invisible)
    }
}

/// A map that is not shown yet is, to the others, as good as none.
pub(crate) fn sees(issue: &Issue, kept: &Kept) -> bool {
    kept.shown || issue.role == Some(IssueRole::Facilitator)
}

pub(crate) fn may_write(scope: &Scope, issue: &Issue) -> Result<MayWrite, Denied> {
    may_see(scope, issue)?;
    let over = matches!(
        issue.state,
        IssueState::Closed | IssueState::Archived | IssueState::Declined | IssueState::Withdrawn
    );
    if issue.role != Some(IssueRole::Facilitator) || over {
        return Err(Denied::Forbidden);
    }
    Ok(MayWrite {
        issue: issue.id,
        tenant: issue.tenant,
    })
}
