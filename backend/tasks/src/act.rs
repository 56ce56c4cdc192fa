//! What is done with a task: taken, done, handed back, dropped.
//!
//! Promise: two who take it at the same moment: one has it, the other hears so.

use db::Db;
use kernel::{Faults, Prose, Scope, TaskId};
use threads::announce;

use crate::model::Task;
use crate::store::Outcome;
use crate::{TaskEvent, TaskFault, make, policy, read, store};

/// With a sentence on how it went, if there is one to say.
pub(crate) async fn finish(
    scope: &Scope,
    db: &Db,
    id: TaskId,
    words: Option<&str>,
) -> Result<(), TaskFault> {
    let tx = db.begin(scope).await?;
    let (room, task) = read::find(&tx, id).await?;
    let permit = policy::may_finish(scope, &room, &task)?;
    if task.done_at.is_some() {
        return Err(TaskFault::Settled);
    }
    let mut faults = Faults::default();
    let words = faults.take_optional("/words", words, Prose::<{ Task::MOST_WORDS }>::parse);
    let words = faults.finish(Some(words)).map_err(TaskFault::Invalid)?;
    let words = words.map(Prose::into_string);
    if words.is_some() {
        policy::may_say(scope, &room)?;
    }
    if !store::settle(&tx, &permit, Outcome::Done(words)).await? {
        return Err(TaskFault::Settled);
    }
    announce(
        &tx,
        room.regime,
        &TaskEvent::Changed(read::about(&room, &task)),
    )
    .await?;
    Ok(tx.commit().await?)
}

/// It is not done after all.
pub(crate) async fn reopen(scope: &Scope, db: &Db, id: TaskId) -> Result<(), TaskFault> {
    let tx = db.begin(scope).await?;
    let (room, task) = read::find(&tx, id).await?;
    let permit = policy::may_finish(scope, &room, &task)?;
    if task.done_at.is_none() {
        return Err(TaskFault::Settled);
    }
    make::one_more(&tx, &room, task.maker).await?;
    if !store::settle(&tx, &permit, Outcome::Open).await? {
        return Err(TaskFault::Settled);
    }
    announce(
        &tx,
        room.regime,
        &TaskEvent::Changed(read::about(&room, &task)),
    )
    .await?;
    Ok(tx.commit().await?)
}

pub(crate) async fn claim(scope: &Scope, db: &Db, id: TaskId) -> Result<(), TaskFault> {
    let tx = db.begin(scope).await?;
    let (room, task) = read::find(&tx, id).await?;
    let (permit, person) = policy::may_claim(scope, &room, &task)?;
    if !store::give(&tx, &permit, Some(person)).await? {
        return Err(TaskFault::Taken);
    }
    announce(
        &tx,
        room.regime,
        &TaskEvent::Changed(read::about(&room, &task)),
    )
    .await?;
    Ok(tx.commit().await?)
}

pub(crate) async fn hand_back(scope: &Scope, db: &Db, id: TaskId) -> Result<(), TaskFault> {
    let tx = db.begin(scope).await?;
    let (room, task) = read::find(&tx, id).await?;
    let permit = policy::may_return(scope, &room, &task)?;
    if !store::give(&tx, &permit, None).await? {
        return Err(TaskFault::Settled);
    }
    announce(
        &tx,
        room.regime,
        &TaskEvent::Returned(read::about(&room, &task)),
    )
    .await?;
    Ok(tx.commit().await?)
}

pub(crate) async fn remove(scope: &Scope, db: &Db, id: TaskId) -> Result<(), TaskFault> {
    let tx = db.begin(scope).await?;
    let (room, task) = read::find(&tx, id).await?;
    let permit = policy::may_change(scope, &room, &task)?;
    store::remove(&tx, &permit).await?;
    announce(
        &tx,
        room.regime,
        &TaskEvent::Changed(read::about(&room, &task)),
    )
    .await?;
    Ok(tx.commit().await?)
}
