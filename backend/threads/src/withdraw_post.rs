//! Taking one's own post back.
//!
//! Promise: the words are gone, older versions and translations too; the place in the thread stays, so that numbers and links hold.

use db::Db;
use kernel::{PostId, Scope};

use crate::announce::announce;
use crate::store_translations::{self, Place};
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
    // Before any row of the room is locked, as for whoever deletes at night.
    holds::take_turn(&tx, room.issue).await?;
    let along = store::void_post(&tx, &permit, post.seq).await?;
    let along = along.ok_or(ThreadFault::Stale)?;
    if post.translates.is_some() {
        store_translations::touch_originals(&tx, room.id, &[id]).await?;
    }
    let (tenant, issue, thread) = (room.tenant, room.issue, room.id);
    let own = Place {
        post: id,
        seq: post.seq,
    };
    for Place { post, seq } in std::iter::once(own).chain(along) {
        let withdrawn = ThreadEvent::Withdrawn {
            tenant,
            issue,
            thread,
            post,
            seq,
        };
        announce(&tx, room.regime, &withdrawn).await?;
    }
    Ok(tx.commit().await?)
}
