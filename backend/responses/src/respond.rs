//! Giving a response, and taking it back.
//!
//! Promise: doing it twice is doing it once; who has the room open sees it without asking.

use db::{Db, Sql, Tx, outbox};
use kernel::{PostId, Scope};
use threads::{Post, Room, ThreadFault};

use crate::model::ResponseKind;
use crate::{ResponseEvent, ResponseFault, policy, store};

async fn find(sql: &impl Sql, post: PostId) -> Result<(Room, Post), ResponseFault> {
    let found = threads::read::find_post(sql, post).await?;
    let (room, post, _) = found.ok_or(ThreadFault::PostNotFound)?;
    Ok((room, post))
}

pub(crate) async fn give(
    scope: &Scope,
    db: &Db,
    post: PostId,
    kind: ResponseKind,
) -> Result<Room, ResponseFault> {
    let tx = db.begin(scope).await?;
    let room = respond_in(&tx, scope, post, kind).await?;
    tx.commit().await?;
    Ok(room)
}

/// In a transaction of the caller's: for the demonstration's content.
pub async fn respond_in(
    tx: &Tx,
    scope: &Scope,
    post: PostId,
    kind: ResponseKind,
) -> Result<Room, ResponseFault> {
    let (room, post) = find(tx, post).await?;
    let permit = policy::may_respond(scope, &room, &post)?;
    let own = issues::read::participant(tx, room.issue, permit.person)
        .await?
        .ok_or(ThreadFault::PostNotFound)?;
    if store::give(tx, &permit, kind, own.shown_name).await? {
        tell(tx, &room, &post).await?;
    }
    Ok(room)
}

pub(crate) async fn take_back(
    scope: &Scope,
    db: &Db,
    post: PostId,
    kind: ResponseKind,
) -> Result<Room, ResponseFault> {
    let tx = db.begin(scope).await?;
    let (room, post) = find(&tx, post).await?;
    let permit = policy::may_take_back(scope, &room, &post)?;
    if store::take_back(&tx, &permit, kind).await? {
        tell(&tx, &room, &post).await?;
    }
    tx.commit().await?;
    Ok(room)
}

async fn tell(tx: &Tx, room: &Room, post: &Post) -> Result<(), ResponseFault> {
    let event = ResponseEvent::Changed {
        tenant: room.tenant,
        issue: room.issue,
        thread: room.id,
        post: post.id,
    };
    Ok(outbox::push(tx, &event).await?)
}
