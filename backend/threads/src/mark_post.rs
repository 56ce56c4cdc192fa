//! Putting something beside a post: on top of the room, as an answer, from where its author speaks.
//!
//! Promise: it reads the same to everybody in the room, comes over the socket with the post, and goes where the post goes.

use db::{Db, Tx, outbox};
use kernel::{FieldFault, Line, PostId, Scope};

use crate::announce::announce;
use crate::model::{Mark, Post};
use crate::{ThreadEvent, ThreadFault, policy, read, store_marks};

/// Who puts everything on top puts nothing there.
const MOST_PINS: i64 = 5;

/// From where somebody speaks, in their own words.
pub(crate) fn perspective(raw: &str) -> Result<Mark, ThreadFault> {
    let words = Line::<80>::parse(raw)
        .map_err(|fault| ThreadFault::Invalid(vec![FieldFault::new("/words", fault.code())]))?;
    Ok(Mark::Perspective(Some(words.into_string())))
}

pub(crate) async fn mark_post(
    scope: &Scope,
    db: &Db,
    id: PostId,
    mark: Mark,
) -> Result<Post, ThreadFault> {
    let tx = db.begin(scope).await?;
    let post = mark_in(&tx, scope, id, mark).await?;
    tx.commit().await?;
    Ok(post)
}

/// In a transaction of the caller's: for the demonstration's content.
pub async fn mark_in(tx: &Tx, scope: &Scope, id: PostId, mark: Mark) -> Result<Post, ThreadFault> {
    let (room, post, _) = read::find_post(tx, id)
        .await?
        .ok_or(ThreadFault::PostNotFound)?;
    let (permit, as_it_is) = match &mark {
        Mark::Pinned(put) => (policy::may_pin(scope, &room, &post)?, post.pinned == *put),
        Mark::Accepted(put) => (
            policy::may_accept(scope, &room, &post)?,
            post.accepted == *put,
        ),
        Mark::Perspective(None) => (
            policy::may_unlabel(scope, &room, &post)?,
            post.perspective.is_none(),
        ),
        Mark::View(None) => (
            policy::may_unlabel(scope, &room, &post)?,
            post.view.is_none(),
        ),
        Mark::View(kind) => (policy::may_sort(scope, &room, &post)?, post.view == *kind),
        Mark::Perspective(words) => (
            policy::may_label(scope, &room, &post)?,
            post.perspective == *words,
        ),
    };
    if as_it_is {
        return Ok(post);
    }
    if !store_marks::mark(tx, &permit, &mark).await? {
        return Err(ThreadFault::PostNotFound);
    }
    // Counted under the lock of the numbers that it took: so is what somebody else pinned at that moment.
    if mark == Mark::Pinned(true) && store_marks::pins(tx, room.id).await? > MOST_PINS {
        return Err(ThreadFault::TooManyPins);
    }
    let (tenant, issue, thread) = (room.tenant, room.issue, room.id);
    let event = ThreadEvent::Marked {
        tenant,
        issue,
        thread,
        post: id,
    };
    announce(tx, room.regime, &event).await?;
    if mark == Mark::Accepted(true) && room.regime.names_people() {
        let event = ThreadEvent::Accepted {
            tenant,
            issue,
            thread,
            post: id,
        };
        outbox::push(tx, &event).await?;
    }
    read::posts_by_id(tx, [id])
        .await?
        .pop()
        .ok_or(ThreadFault::PostNotFound)
}
