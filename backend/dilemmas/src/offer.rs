//! Offering perspective: what is possible, what is not, who decides when.
//!
//! Promise: all three are said, also the no; who was not first gets 412 and keeps their text.

use db::{Db, Tx};
use kernel::{Scope, ThreadId};
use threads::ThreadFault;

use crate::acknowledge::tell;
use crate::model::Offer;
use crate::{DilemmaFault, policy, store};

pub(crate) async fn offer(
    scope: &Scope,
    db: &Db,
    thread: ThreadId,
    offer: Offer,
    version: i64,
) -> Result<(), DilemmaFault> {
    let tx = db.begin(scope).await?;
    offered_in(&tx, scope, thread, offer, version).await?;
    Ok(tx.commit().await?)
}

/// In a transaction of the caller's: for the demonstration's content.
pub async fn offered_in(
    tx: &Tx,
    scope: &Scope,
    thread: ThreadId,
    offer: Offer,
    version: i64,
) -> Result<(), DilemmaFault> {
    let room = threads::read::find(tx, thread)
        .await?
        .ok_or(ThreadFault::NotFound)?;
    let permit = policy::may_offer(scope, &room)?;
    let offer = offer.checked()?;
    if !store::offer(tx, &permit, &offer, version).await? {
        return Err(DilemmaFault::Stale);
    }
    tell(tx, &room).await
}
