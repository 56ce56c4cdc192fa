//! Taking one's own post back.
//!
//! Promise: the words are gone, older versions too; the place in the thread stays, so that numbers and links hold.

use db::{Db, outbox};
use kernel::{PostId, Scope};

use crate::{ThreadEvent, ThreadFault, policy, read, store};

pub(crate) async fn withdraw_post(scope: &Scope, db: &Db, id: PostId) -> Result<(), ThreadFault> {
    let tx = db.begin(scope).await?;
    let (room, post, _) = read::find_post(&tx, id)
        .await?
        .ok_or(ThreadFault::PostNotFound)?;
    let permit = policy::may_withdraw(scope, &room, &post)?;
    if !store::void_post(&tx, &permit, post.seq).await? {
        return Err(ThreadFault::Stale);
    }
    let (tenant, issue, thread) = (room.tenant, room.issue, room.id);
    outbox::push(
        &tx,
        &ThreadEvent::Withdrawn {
            tenant,
            issue,
            thread,
            post: id,
            seq: post.seq,
        },
    )
    .await?;
    Ok(tx.commit().await?)
}
