//! Forgetting what nobody can object to any more.

use std::collections::HashSet;

use db::{DbFault, Sql, Tx};
use kernel::{PostId, ThreadId};

use crate::model::KEPT;
use crate::{store, store_forget};

/// Reports with their addresses, objections and facts; of what was decided the line in the log of its room stays. Posts whose
/// day to come back has come, and pauses that are over, go with it.
pub async fn look_after(tx: &Tx) -> Result<(), DbFault> {
    let before = tx.now().minus(KEPT);
    let quiet = store::quiet_since(tx, before).await?;
    store::forget(tx, before, &quiet).await?;
    threads::look_after_holds(tx, before).await
}

/// In which of these rooms something was reported or decided that one may still object to: they stay until that is over.
pub async fn rooms_with_cases(
    sql: &impl Sql,
    rooms: &[ThreadId],
) -> Result<HashSet<ThreadId>, DbFault> {
    store_forget::with_cases(sql, rooms).await
}

/// All that was reported, decided and objected to about rooms and posts that are gone for good. The case of a title is its
/// room's, wherever the post is by now with which the room was opened.
pub async fn forget_rooms(tx: &Tx, rooms: &[ThreadId], posts: &[PostId]) -> Result<(), DbFault> {
    for some in posts.chunks(500) {
        store_forget::about_posts(tx, some).await?;
    }
    for some in rooms.chunks(500) {
        store_forget::about_titles(tx, some).await?;
        store_forget::log_of(tx, some).await?;
    }
    Ok(())
}
