//! Agreeing with a version of the agreement, by whoever takes part.

use db::Db;
use kernel::{IssueId, Scope};

use crate::{AgreementFault, policy, read, store};

pub(crate) async fn agree(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    version: i64,
) -> Result<(), AgreementFault> {
    let tx = db.begin(scope).await?;
    let issue = issues::read::find(&tx, id)
        .await?
        .ok_or(AgreementFault::NotFound)?;
    let permit = policy::may_agree(scope, &issue)?;
    let now = read::agreement(&tx, id).await?;
    if now.is_none_or(|now| now.version != version) {
        return Err(AgreementFault::Changed);
    }
    let place = (permit.issue, permit.tenant);
    store::agree(&tx, place, permit.person, version).await?;
    Ok(tx.commit().await?)
}
