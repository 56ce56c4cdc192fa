//! Setting the pace of a room, and writing what is on top of it.
//!
//! Promise: the room hears of it at once; who was not first gets 412 and keeps their text.

use db::{Db, Tx, outbox};
use kernel::{FieldFault, Prose, Scope, ThreadId};
use platform::markdown;
use threads::{NewPace, ThreadFault};

use crate::{FacilitatingFault, RoomEvent, policy, read, store};

const MOST_SUMMARY: usize = 10_000;

pub(crate) async fn pace(
    scope: &Scope,
    db: &Db,
    thread: ThreadId,
    new: NewPace,
    version: i64,
) -> Result<(), FacilitatingFault> {
    let tx = db.begin(scope).await?;
    let room = threads::read::find(&tx, thread)
        .await?
        .ok_or(ThreadFault::NotFound)?;
    threads::set_pace(&tx, scope, &room, new, version).await?;
    let event = RoomEvent::Paced {
        tenant: room.tenant,
        issue: room.issue,
        thread,
    };
    outbox::push(&tx, &event).await?;
    Ok(tx.commit().await?)
}

pub(crate) async fn summarise(
    scope: &Scope,
    db: &Db,
    thread: ThreadId,
    body: &str,
    version: i64,
) -> Result<(), FacilitatingFault> {
    let tx = db.begin(scope).await?;
    summarised_in(&tx, scope, thread, body, version).await?;
    Ok(tx.commit().await?)
}

/// In a transaction of the caller's: for the demonstration's content.
pub async fn summarised_in(
    tx: &Tx,
    scope: &Scope,
    thread: ThreadId,
    body: &str,
    version: i64,
) -> Result<(), FacilitatingFault> {
    let room = threads::read::find(tx, thread)
        .await?
        .ok_or(ThreadFault::NotFound)?;
    let permit = policy::may_summarise(scope, &room)?;
    let text = Prose::<MOST_SUMMARY>::parse(body).map_err(|fault| {
        FacilitatingFault::Invalid(vec![FieldFault::new("/body", fault.code())])
    })?;
    let html = markdown::to_html(text.as_str());
    let newest = read::summary(tx, thread).await?;
    let ahead = newest.map_or(0, |summary| summary.version) != version;
    if ahead || !store::insert(tx, &permit, (text.into_string(), html), version).await? {
        return Err(FacilitatingFault::Stale);
    }
    let event = RoomEvent::Summarised {
        tenant: room.tenant,
        issue: room.issue,
        thread,
    };
    Ok(outbox::push(tx, &event).await?)
}
