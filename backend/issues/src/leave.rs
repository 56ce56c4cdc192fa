//! Leaving an issue, by one's own decision.

use db::Db;
use kernel::{IssueId, IssueRole, Scope};

use crate::participation::release;
use crate::read::Participant;
use crate::{IssueFault, read, store};

pub(crate) async fn leave(scope: &Scope, db: &Db, id: IssueId) -> Result<(), IssueFault> {
    let person = scope.person.ok_or(IssueFault::NotFound)?;
    let tx = db.begin(scope).await?;
    let issue = read::find(&tx, id)
        .await?
        .filter(|issue| issue.role.is_some())
        .ok_or(IssueFault::NotFound)?;
    if issue.role == Some(IssueRole::Facilitator) {
        // Who leaves at the same moment waits here.
        store::touch_access(&tx, id).await?;
        let others = read::participants_of(&tx, id).await?;
        // Whose part ends by itself is gone one day.
        let stays = |other: &Participant| {
            other.person != person && other.role == IssueRole::Facilitator && other.until.is_none()
        };
        if !others.iter().any(stays) {
            return Err(IssueFault::LastFacilitator);
        }
    }
    release(&tx, issue.tenant, id, person).await?;
    Ok(tx.commit().await?)
}
