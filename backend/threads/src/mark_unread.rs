//! Marking as unread again, from a number on: "I come back to this".
//!
//! Promise: one's own posts stay read.

use db::Db;
use kernel::{Scope, Seq, ThreadId};

use crate::{Ranges, ThreadFault, read, store};

pub(crate) async fn mark_unread(
    scope: &Scope,
    db: &Db,
    thread: ThreadId,
    from: Seq,
) -> Result<Ranges, ThreadFault> {
    let person = scope.person.ok_or(ThreadFault::NotFound)?;
    let tx = db.begin(scope).await?;
    let room = read::find(&tx, thread)
        .await?
        .ok_or(ThreadFault::NotFound)?;
    if !room.remembers() {
        return Ok(Ranges::default());
    }
    let left = store::forget_read(&tx, &room, person, from).await?;
    tx.commit().await?;
    Ok(left)
}
