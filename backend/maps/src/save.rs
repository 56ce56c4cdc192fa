//! Writing the map of an issue.
//!
//! Promise: who was not the first to save gets 412 and loses nothing.

use db::{Db, Tx};
use issues::Issue;
use kernel::{IssueId, Scope};

use crate::policy::{self, MayWrite};
use crate::{MapFault, MapText, read, store};

/// Starting from version `from`, which is nought when there is none yet.
pub(crate) async fn save(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    from: i64,
    (typed, shown): (MapText, bool),
) -> Result<(), MapFault> {
    let tx = db.begin(scope).await?;
    let issue = issues::read::find(&tx, id)
        .await?
        .ok_or(MapFault::NotFound)?;
    let permit = policy::may_write(scope, &issue)?;
    let text = typed.parse().map_err(MapFault::Invalid)?;
    let now = read::map(&tx, id).await?.map_or(0, |kept| kept.version);
    if now != from || !store::put(&tx, &permit, from, &text, shown).await? {
        return Err(MapFault::Stale);
    }
    Ok(tx.commit().await?)
}

/// Writes one without asking whose hand it is: for the demonstration's content.
pub async fn seed(tx: &Tx, issue: &Issue, text: MapText) -> Result<(), MapFault> {
    let permit = MayWrite {
        issue: issue.id,
        tenant: issue.tenant,
    };
    let text = text.parse().map_err(MapFault::Invalid)?;
    store::put(tx, &permit, 0, &text, true).await?;
    Ok(())
}
