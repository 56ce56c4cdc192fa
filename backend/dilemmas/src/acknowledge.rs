//! Hearing a concern: somebody else says in their own words what they heard, and whose concern it is says that it was meant
//! so, or says it better.
//!
//! Promise: one of each person to a concern; answered once; taken back by whoever wrote it.

use db::{Db, Sql, Tx, outbox};
use kernel::{AcknowledgementId, PostId, RequestKey, Scope};
use platform::Secrets;
use platform::idempotency::{self, Claim};
use threads::{Room, ThreadFault};

use crate::model::{self, Acknowledgement, Verdict};
use crate::{DilemmaEvent, DilemmaFault, policy, read, store};

pub(crate) async fn acknowledge(
    scope: &Scope,
    db: &Db,
    (secrets, key): (&Secrets, Option<RequestKey<'_>>),
    post: PostId,
    words: &str,
) -> Result<AcknowledgementId, DilemmaFault> {
    let words = model::words(words)?;
    let tx = db.begin(scope).await?;
    let id = AcknowledgementId::new(scope.now);
    // Whoever may not read the post may not use up a key.
    find_post(&tx, post).await?;
    match idempotency::claim(&tx, secrets, key, "acknowledge_concern", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(DilemmaFault::KeyMisused),
    }
    insert(&tx, scope, id, post, words).await?;
    tx.commit().await?;
    Ok(id)
}

async fn find_post(sql: &impl Sql, post: PostId) -> Result<(Room, threads::Post), DilemmaFault> {
    let found = threads::read::find_post(sql, post).await?;
    let (room, post, _) = found.ok_or(ThreadFault::PostNotFound)?;
    Ok((room, post))
}

async fn insert(
    tx: &Tx,
    scope: &Scope,
    id: AcknowledgementId,
    post: PostId,
    words: String,
) -> Result<(), DilemmaFault> {
    let (room, post) = find_post(tx, post).await?;
    let permit = policy::may_acknowledge(scope, &room, &post)?;
    let own = issues::read::participant(tx, room.issue, permit.person)
        .await?
        .ok_or(ThreadFault::PostNotFound)?;
    if !store::insert(tx, &permit, id, own.shown_name, words).await? {
        return Err(DilemmaFault::Heard);
    }
    let heard = DilemmaEvent::Heard {
        tenant: room.tenant,
        issue: room.issue,
        thread: room.id,
        post: post.id,
    };
    tell(tx, &room).await?;
    Ok(outbox::push(tx, &heard).await?)
}

/// In a transaction of the caller's: for the demonstration's content.
pub async fn heard_in(
    tx: &Tx,
    scope: &Scope,
    post: PostId,
    words: &str,
) -> Result<AcknowledgementId, DilemmaFault> {
    let id = AcknowledgementId::new(tx.now());
    insert(tx, scope, id, post, model::words(words)?).await?;
    Ok(id)
}

/// The acknowledgement and its room, if this person may read it.
pub(crate) async fn find(
    sql: &impl Sql,
    id: AcknowledgementId,
) -> Result<(Room, Acknowledgement), DilemmaFault> {
    let heard = read::find(sql, id).await?.ok_or(DilemmaFault::NotFound)?;
    let room = threads::read::find(sql, heard.thread)
        .await?
        .ok_or(DilemmaFault::NotFound)?;
    Ok((room, heard))
}

pub(crate) async fn answer(
    scope: &Scope,
    db: &Db,
    id: AcknowledgementId,
    verdict: Verdict,
) -> Result<(), DilemmaFault> {
    let tx = db.begin(scope).await?;
    answered_in(&tx, scope, id, verdict).await?;
    Ok(tx.commit().await?)
}

/// In a transaction of the caller's: for the demonstration's content.
pub async fn answered_in(
    tx: &Tx,
    scope: &Scope,
    id: AcknowledgementId,
    verdict: Verdict,
) -> Result<(), DilemmaFault> {
    let (room, heard) = find(tx, id).await?;
    let permit = policy::may_answer(scope, &room, &heard)?;
    if !store::answer(tx, &permit, &verdict).await? {
        return Err(DilemmaFault::Answered);
    }
    tell(tx, &room).await
}

pub(crate) async fn take_back(
    scope: &Scope,
    db: &Db,
    id: AcknowledgementId,
) -> Result<(), DilemmaFault> {
    let tx = db.begin(scope).await?;
    let (room, heard) = find(&tx, id).await?;
    let permit = policy::may_take_back(scope, &heard)?;
    store::take_back(&tx, &permit).await?;
    tell(&tx, &room).await?;
    Ok(tx.commit().await?)
}

pub(crate) async fn tell(tx: &Tx, room: &Room) -> Result<(), DilemmaFault> {
    let event = DilemmaEvent::Changed {
        tenant: room.tenant,
        issue: room.issue,
        thread: room.id,
    };
    Ok(outbox::push(tx, &event).await?)
}
