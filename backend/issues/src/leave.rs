//! Leaving an issue, by one's own decision.

use db::Db;
use kernel::{IssueId, IssueRole, Scope};

use crate::participation::release;
use crate::{IssueFault, read};

pub(crate) async fn leave(scope: &Scope, db: &Db, id: IssueId) -> Result<(), IssueFault> {
    let person = scope.person.ok_or(IssueFault::NotFound)?;
    let tx = db.begin(scope).await?;
    let issue = read::find(&tx, id)
        .await?
        .filter(|issue| issue.role.is_some())
        .ok_or(IssueFault::NotFound)?;
    if issue.role == Some(IssueRole::Facilitator) {
        let others = read::participants_of(&tx, id).await?;
        if !others
            .iter()
            .any(|other| other.person != person && other.role == IssueRole::Facilitator)
        {
            return Err(IssueFault::LastFacilitator);
        }
    }
    release(&tx, issue.tenant, id, person).await?;
    Ok(tx.commit().await?)
}
