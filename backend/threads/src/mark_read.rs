//! Noting what a person has read, as ranges from any number of devices; and marking as unread again from a number on:
//! "I come back to this".
//!
//! Promise: one's own posts stay read.

use db::Db;
use kernel::{Scope, Seq, ThreadId};

use crate::{Ranges, ThreadFault, read, store};

/// Adds these ranges, as far as the thread goes. Nothing above its last post can have been read. Where nothing is kept
/// of readers, the answer is what was sent.
pub async fn mark_read(
    scope: &Scope,
    db: &Db,
    thread: ThreadId,
    ranges: &Ranges,
) -> Result<Ranges, ThreadFault> {
    let person = scope.person.ok_or(ThreadFault::NotFound)?;
    let tx = db.begin(scope).await?;
    let room = read::room(&tx, thread).await?;
    if !room.remembers() {
        return Ok(ranges.up_to(room.last_seq));
    }
    let merged = store::add_read(&tx, &room, person, &ranges.up_to(room.last_seq)).await?;
    tx.commit().await?;
    Ok(merged)
}

pub(crate) async fn mark_unread(
    scope: &Scope,
    db: &Db,
    thread: ThreadId,
    from: Seq,
) -> Result<Ranges, ThreadFault> {
    let person = scope.person.ok_or(ThreadFault::NotFound)?;
    let tx = db.begin(scope).await?;
    let room = read::room(&tx, thread).await?;
    if !room.remembers() {
        return Ok(Ranges::default());
    }
    let left = store::forget_read(&tx, &room, person, from).await?;
    tx.commit().await?;
    Ok(left)
}
