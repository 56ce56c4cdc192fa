//! Taking one's own post back.
//!
//! Promise: the words are gone, older versions too; the place in the thread stays, so that numbers and links hold.

use db::Db;
use kernel::{PostId, Scope};

use crate::announce::announce;
use crate::voice::Asker;
use crate::{ThreadEvent, ThreadFault, policy, read, store};

pub(crate) async fn withdraw_post(
    scope: &Scope,
    db: &Db,
    asker: &Asker<'_>,
    id: PostId,
) -> Result<(), ThreadFault> {
    let tx = db.begin(scope).await?;
    let (room, post, _) = read::find_post(&tx, id)
        .await?
        .ok_or(ThreadFault::PostNotFound)?;
    let own = asker.wrote(&tx, &room, &post).await?;
    let permit = policy::may_withdraw(scope, &room, &post, own)?;
    if !store::void_post(&tx, &permit, post.seq).await? {
        return Err(ThreadFault::Stale);
    }
    let (tenant, issue, thread) = (room.tenant, room.issue, room.id);
    announce(
        &tx,
        &room,
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
