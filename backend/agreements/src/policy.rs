//! Who may do what to a working agreement: whoever takes part agrees, and who runs the issue from within puts it.

use issues::{Issue, IssueKind, IssueState};
use kernel::{Denied, IssueId, IssueRole, PersonId, Scope, TenantId};

/// Proof that this person takes part, and sees what is agreed on.
#[derive(Debug)]
pub struct MayAgree {
    pub(crate) issue: IssueId,
    pub(crate) tenant: TenantId,
    pub(crate) person: PersonId,
}

/// Proof that this person may put an agreement to everybody.
#[derive(Debug)]
pub struct MayPut {
    pub(crate) issue: IssueId,
    pub(crate) tenant: TenantId,
    pub(crate) person: PersonId,
}

/// To whoever does not take part there is no such thing, and a network has house rules of its own.
pub(crate) fn may_see(scope: &Scope, issue: &Issue) -> Result<MayAgree, Denied> {
    let person = scope.person.ok_or(Denied::Invisible)?;
    if issue.role.is_none() || issue.kind != IssueKind::Issue {
        return Err(Denied::Invisible);
    }
    Ok(MayAgree {
        issue: issue.id,
        tenant: issue.tenant,
        person,
    })
}

pub(crate) fn may_agree(scope: &Scope, issue: &Issue) -> Result<MayAgree, Denied> {
    let permit = may_see(scope, issue)?;
    if goes_on(issue.state) {
        Ok(permit)
    } else {
        Err(Denied::Forbidden)
    }
}

pub(crate) fn may_put(scope: &Scope, issue: &Issue) -> Result<MayPut, Denied> {
    let MayAgree {
        issue: id,
        tenant,
        person,
    } = may_agree(scope, issue)?;
    if issue.role == Some(IssueRole::Facilitator) {
        Ok(MayPut {
            issue: id,
            tenant,
            person,
        })
    } else {
        Err(Denied::Forbidden)
    }
}

/// There are people to agree with, and something to do together.
const fn goes_on(state: IssueState) -> bool {
    state.talks() || matches!(state, IssueState::Paused)
}
