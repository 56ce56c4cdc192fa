//! Taking posts to another thread: some of them to a new one or to one that is there, or all of them.
//!
//! Promise: a post keeps its id, its author, its words and its history. Where it stood stands where it went, so every link
//! leads to it; numbers stay dense in both threads; what somebody had read stays read. Nobody reads it who could not read it
//! where it was: both threads are of one issue, under the same rules. All of it in one transaction.

use db::{Db, Tx};
use kernel::{FieldFault, Line, PostId, RequestKey, Scope, ThreadId};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::announce::announce;
use crate::model::{Post, Room, ThreadKind};
use crate::policy::MayMove;
use crate::{
    Ranges, ThreadEvent, ThreadFault, Voice, policy, read, store, store_move, store_translations,
    voice,
};

/// So many posts are picked by hand at most.
const MOST_PICKED: usize = 200;
/// A thread with more does not go up into another.
const MOST_MERGED: u64 = 2_000;

pub(crate) struct Where {
    pub from: ThreadId,
    pub to: ThreadId,
}

fn refused(pointer: &str, code: &str) -> ThreadFault {
    ThreadFault::Invalid(vec![FieldFault::new(pointer, code)])
}

/// To a new thread, opened by whoever wrote the first of them.
pub(crate) async fn split(
    scope: &Scope,
    db: &Db,
    (secrets, key): (&Secrets, Option<RequestKey<'_>>),
    from: ThreadId,
    title: &str,
    posts: &[PostId],
) -> Result<ThreadId, ThreadFault> {
    let title = Line::<160>::parse(title).map_err(|fault| refused("/title", fault.code()))?;
    let tx = db.begin(scope).await?;
    let from = read::room(&tx, from).await?;
    policy::may_facilitate(scope, &from)?;
    let id = ThreadId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "split_thread", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(ThreadFault::KeyMisused),
    }
    store_move::hold(&tx, &[from.id]).await?;
    let from = read::room(&tx, from.id).await?;
    let picked = picked(&tx, &from, posts).await?;
    let first = picked.first().ok_or(ThreadFault::PostNotFound)?;
    // The rules of the thread that they come from, whatever the issue says by now.
    let to = Room {
        id,
        title: title.into_string(),
        kind: ThreadKind::Talk,
        author: match first.author {
            Voice::Alias(_) => Voice::Nobody,
            known => known,
        },
        last_seq: kernel::Seq::ZERO,
        last_change: 0,
        last_post_at: voice::moment(from.regime, scope.now),
        voids: Ranges::default(),
        pins: 0,
        answers: 0,
        merged_into: None,
        round: 0,
        round_from: kernel::Seq::ZERO,
        read: Ranges::default(),
        ..from.clone()
    };
    let permit = policy::may_move(scope, &from, &to)?;
    store::insert_thread(&tx, &to).await?;
    let opened = ThreadEvent::Opened {
        tenant: to.tenant,
        issue: to.issue,
        thread: to.id,
    };
    announce(&tx, to.regime, &opened).await?;
    carry(&tx, &permit, &from, &to, picked).await?;
    tx.commit().await?;
    Ok(id)
}

/// To a thread that is there.
pub(crate) async fn some(
    scope: &Scope,
    db: &Db,
    Where { from, to }: Where,
    posts: &[PostId],
) -> Result<(), ThreadFault> {
    let tx = db.begin(scope).await?;
    let (permit, from, to) = both(&tx, scope, from, to).await?;
    let picked = picked(&tx, &from, posts).await?;
    carry(&tx, &permit, &from, &to, picked).await?;
    Ok(tx.commit().await?)
}

/// All of it: nobody writes in the old thread any more, and lists do not show it.
pub(crate) async fn merge(
    scope: &Scope,
    db: &Db,
    Where { from, to }: Where,
) -> Result<(), ThreadFault> {
    let tx = db.begin(scope).await?;
    let (permit, from, to) = both(&tx, scope, from, to).await?;
    let posts = store_move::all(&tx, from.id, MOST_MERGED + 1).await?;
    if u64::try_from(posts.len()).is_ok_and(|count| count > MOST_MERGED) {
        return Err(ThreadFault::TooLong);
    }
    carry(&tx, &permit, &from, &to, posts).await?;
    store_move::close(&tx, &permit, &from).await?;
    Ok(tx.commit().await?)
}

/// Both rooms, as they are while nobody else writes in them.
async fn both(
    tx: &Tx,
    scope: &Scope,
    from: ThreadId,
    to: ThreadId,
) -> Result<(MayMove, Room, Room), ThreadFault> {
    policy::may_facilitate(scope, &read::room(tx, from).await?)?;
    store_move::hold(tx, &[from, to]).await?;
    let (from, to) = (read::room(tx, from).await?, read::room(tx, to).await?);
    let permit = policy::may_move(scope, &from, &to)?;
    Ok((permit, from, to))
}

/// Posts of this thread that can be read, in order.
async fn picked(tx: &Tx, from: &Room, ids: &[PostId]) -> Result<Vec<Post>, ThreadFault> {
    if ids.is_empty() {
        return Err(refused("/posts", "thread.nothing-picked"));
    }
    if ids.len() > MOST_PICKED {
        return Err(refused("/posts", "thread.too-many-picked"));
    }
    let mut posts = read::posts_by_id(tx, ids.iter().copied()).await?;
    posts.retain(|post| post.thread == from.id && !post.withdrawn);
    if ids.iter().any(|id| posts.iter().all(|post| post.id != *id)) {
        return Err(refused("/posts", "thread.not-here"));
    }
    let here = |id: PostId| ids.contains(&id);
    let alone = |post: &Post| post.translates.as_ref().is_some_and(|of| !here(of.post));
    if posts.iter().any(alone) {
        return Err(refused("/posts", "translation.without-original"));
    }
    // Translations go where their originals go, also those that may come back.
    let translated = posts.iter().filter(|post| post.translated);
    let translated: Vec<PostId> = translated.map(|post| post.id).collect();
    if !translated.is_empty() {
        let along = store_translations::of(tx, &translated).await?;
        posts.extend(along.into_iter().filter(|post| !here(post.id)));
    }
    posts.sort_by_key(|post| post.seq);
    Ok(posts)
}

async fn carry(
    tx: &Tx,
    permit: &MayMove,
    from: &Room,
    to: &Room,
    posts: Vec<Post>,
) -> Result<(), ThreadFault> {
    if !posts.is_empty() {
        store_move::carry(tx, permit, (from, to), &posts).await?;
    }
    let (tenant, issue) = (from.tenant, from.issue);
    let events = [
        ThreadEvent::Left {
            tenant,
            issue,
            thread: from.id,
            to: to.id,
        },
        ThreadEvent::Received {
            tenant,
            issue,
            thread: to.id,
            from: from.id,
        },
    ];
    for event in &events {
        announce(tx, from.regime, event).await?;
    }
    Ok(())
}
