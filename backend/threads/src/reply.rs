//! Writing a post.
//!
//! Promise: the same key makes the same post, whatever was lost on the way; the number is dense; one's own post is read.

use db::{Db, Sql, Tx, outbox};
use issues::{Capacity, read::Participant};
use kernel::{PostId, Scope, ThreadId};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::model::{Body, Post, Room};
use crate::policy::MayReply;
use crate::{ThreadEvent, ThreadFault, policy, read, round, store};

/// What a person sends.
pub struct NewReply<'a> {
    pub thread: ThreadId,
    pub body: &'a str,
    pub quotes: Option<PostId>,
}

/// As whom somebody speaks in this issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    pub shown_name: String,
    pub capacity: Capacity,
    pub organisation: Option<String>,
}

impl From<Participant> for Author {
    fn from(participant: Participant) -> Self {
        Self {
            shown_name: participant.shown_name,
            capacity: participant.capacity,
            organisation: participant.organisation,
        }
    }
}

pub(crate) async fn reply(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<&str>,
    input: NewReply<'_>,
) -> Result<Post, ThreadFault> {
    // Before anybody waits for this one's turn to write.
    let body = Body::parse(input.body)?;
    let tx = db.begin(scope).await?;
    let id = PostId::new(scope.now);
    let room = read::find(&tx, input.thread)
        .await?
        .ok_or(ThreadFault::NotFound)?;
    let permit = policy::may_reply(scope, &room)?;
    match idempotency::claim(&tx, secrets, key, "reply_to_thread", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => {
            let first = first.settled(tx).await?;
            return again(&db.read(scope), first.into()).await;
        }
        Claim::Misused => return Err(ThreadFault::KeyMisused),
    }
    let post = append(&tx, &room, &permit, id, body, input.quotes).await?;
    tx.commit().await?;
    Ok(post)
}

/// Writes a post in a transaction of the caller's: for the demonstration's content and for imports.
pub async fn reply_in(tx: &Tx, scope: &Scope, input: &NewReply<'_>) -> Result<Post, ThreadFault> {
    let room = read::find(tx, input.thread)
        .await?
        .ok_or(ThreadFault::NotFound)?;
    let permit = policy::may_reply(scope, &room)?;
    let (id, body) = (PostId::new(scope.now), Body::parse(input.body)?);
    append(tx, &room, &permit, id, body, input.quotes).await
}

/// Writes the post, marks it read for its author, and announces it.
pub(crate) async fn append(
    tx: &Tx,
    room: &Room,
    permit: &MayReply,
    id: PostId,
    body: Body,
    quotes: Option<PostId>,
) -> Result<Post, ThreadFault> {
    let author = issues::read::participant(tx, room.issue, permit.author)
        .await?
        .ok_or(ThreadFault::NotFound)?;
    let quotes = quoted(tx, room, quotes).await?;
    let post = store::insert_post(tx, permit, id, author.into(), body, quotes).await?;
    round::keep_turns(tx, room, permit).await?;
    store::read_own(tx, room, permit.author, post.seq).await?;
    let (tenant, issue, thread) = (room.tenant, room.issue, room.id);
    outbox::push(
        tx,
        &ThreadEvent::Replied {
            tenant,
            issue,
            thread,
            post: post.id,
            seq: post.seq,
        },
    )
    .await?;
    Ok(post)
}

/// A quote points into the same room, or nowhere.
async fn quoted(
    tx: &Tx,
    room: &Room,
    quotes: Option<PostId>,
) -> Result<Option<PostId>, ThreadFault> {
    let Some(id) = quotes else { return Ok(None) };
    let found = read::posts_by_id(tx, [id]).await?;
    match found.first() {
        Some(post) if post.thread == room.id && !post.withdrawn => Ok(Some(id)),
        _ => Err(ThreadFault::PostNotFound),
    }
}

async fn again(sql: &impl Sql, first: PostId) -> Result<Post, ThreadFault> {
    read::posts_by_id(sql, [first])
        .await?
        .pop()
        .ok_or(ThreadFault::PostNotFound)
}
