//! Forgetting what nobody can object to any more.

use db::{DbFault, Sql, Tx};
use kernel::PostId;

use crate::model::KEPT;
use crate::store;

/// Reports with their addresses, objections and facts; of what was decided the line in the log of its room stays. Posts whose
/// day to come back has come, and pauses that are over, go with it.
pub async fn look_after(tx: &Tx) -> Result<(), DbFault> {
    let before = tx.now().minus(KEPT);
    let quiet = store::quiet_since(tx, before).await?;
    store::forget(tx, before, &quiet).await?;
    threads::look_after_holds(tx, before).await
}

/// All that was reported, decided and objected to about posts that are gone for good.
pub async fn forget_posts(tx: &Tx, posts: &[PostId]) -> Result<(), DbFault> {
    for some in posts.chunks(500) {
        store::forget_posts(tx, some).await?;
    }
    Ok(())
}
