//! Leaving an issue, by one's own decision.

use db::{Db, Tx};
use kernel::{IssueId, IssueRole, PersonId, Scope};

use crate::participation::release;
use crate::read::Participant;
use crate::{Issue, IssueFault, read, store};

pub(crate) async fn leave(scope: &Scope, db: &Db, id: IssueId) -> Result<(), IssueFault> {
    let person = scope.person.ok_or(IssueFault::NotFound)?;
    let tx = db.begin(scope).await?;
    let issue = read::find(&tx, id)
        .await?
        .filter(|issue| issue.role.is_some())
        .ok_or(IssueFault::NotFound)?;
    leave_in(&tx, &issue, person).await?;
    Ok(tx.commit().await?)
}

/// By somebody who takes part: the caller has seen that they do. Whoever runs it alone stays.
pub async fn leave_in(tx: &Tx, issue: &Issue, person: PersonId) -> Result<(), IssueFault> {
    if issue.role == Some(IssueRole::Facilitator) {
        // Who leaves at the same moment waits here.
        store::touch_access(tx, issue.id).await?;
        let others = read::participants_of(tx, issue.id).await?;
        // Whose part ends by itself is gone one day.
        let stays = |other: &Participant| {
            other.person != person && other.role == IssueRole::Facilitator && other.until.is_none()
        };
        if !others.iter().any(stays) {
            return Err(IssueFault::LastFacilitator);
        }
    }
    Ok(release(tx, issue.tenant, issue.id, person).await?)
}
