//! Making a task of a post, and changing what is to be done.
//!
//! Promise: it is for somebody who takes part, for those who run the issue, or for nobody yet; where the room tells no
//! names for no person at all.

use db::{Db, Tx};
use issues::read::Participant;
use kernel::{Faults, Line, PersonId, PostId, RequestKey, Scope, TaskId, Timestamp};
use platform::Secrets;
use platform::idempotency::{self, Claim};
use threads::{Room, ThreadFault, announce};

use crate::event::AboutTask;
use crate::model::{Doer, Task, words_due};
use crate::policy::{self, MayMake};
use crate::{TaskEvent, TaskFault, read, store};

/// Whom somebody chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskForWhom {
    Nobody,
    Person(PersonId),
    /// Nobody was named who is to do it.
    PersonMissing,
    Runners,
}

/// As somebody types it.
#[derive(Clone, Debug)]
pub struct NewTask {
    pub what: String,
    pub for_whom: TaskForWhom,
    pub due_at: Option<Timestamp>,
}

/// What was typed, once it was parsed.
pub(crate) struct Parsed {
    pub what: String,
    pub doer: Doer,
    pub due_at: Option<Timestamp>,
    pub reminded: i64,
}

pub(crate) async fn make(
    scope: &Scope,
    db: &Db,
    (secrets, key): (&Secrets, Option<RequestKey<'_>>),
    post: PostId,
    new: NewTask,
) -> Result<TaskId, TaskFault> {
    let tx = db.begin(scope).await?;
    let id = TaskId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "make_task", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(TaskFault::KeyMisused),
    }
    made_in(&tx, scope, (id, post), new).await?;
    tx.commit().await?;
    Ok(id)
}

/// In a transaction of the caller's: for the demonstration's content.
pub async fn made_in(
    tx: &Tx,
    scope: &Scope,
    (id, post): (TaskId, PostId),
    new: NewTask,
) -> Result<(), TaskFault> {
    let found = threads::read::find_post(tx, post).await?;
    let (room, post, _) = found.ok_or(ThreadFault::PostNotFound)?;
    let permit = policy::may_make(scope, &room, &post)?;
    let parsed = parse(tx, scope, &room, new, None).await?;
    one_more(tx, &room, permit.maker).await?;
    insert(tx, &permit, id, parsed, &room).await
}

/// What is done takes no room of what is to do.
pub(crate) async fn one_more(
    tx: &Tx,
    room: &Room,
    maker: Option<PersonId>,
) -> Result<(), TaskFault> {
    issues::one_at_a_time(tx, room.issue).await?;
    let makers = read::makers_of_open(tx, room.issue).await?;
    let own = makers
        .iter()
        .filter(|one| maker.is_some() && **one == maker);
    if makers.len() >= Task::MOST || own.count() >= Task::MOST_OF_ONE {
        return Err(TaskFault::TooMany);
    }
    Ok(())
}

async fn insert(
    tx: &Tx,
    permit: &MayMake,
    id: TaskId,
    parsed: Parsed,
    room: &Room,
) -> Result<(), TaskFault> {
    let about = AboutTask {
        tenant: room.tenant,
        issue: room.issue,
        thread: room.id,
        post: permit.post,
        task: id,
    };
    let event = news(about, parsed.doer, permit.maker);
    store::insert(tx, permit, id, parsed).await?;
    Ok(announce(tx, room.regime, &event).await?)
}

/// Who takes something on is not told so.
fn news(about: AboutTask, doer: Doer, actor: Option<PersonId>) -> TaskEvent {
    let own = actor.is_some() && doer.person() == actor;
    if doer == Doer::Nobody || own {
        TaskEvent::Changed(about)
    } else {
        TaskEvent::Given(about)
    }
}

pub(crate) async fn change(
    scope: &Scope,
    db: &Db,
    id: TaskId,
    new: NewTask,
    version: i64,
) -> Result<(), TaskFault> {
    let tx = db.begin(scope).await?;
    let (room, task) = read::find(&tx, id).await?;
    let permit = policy::may_change(scope, &room, &task)?;
    if task.version != version {
        return Err(TaskFault::Stale);
    }
    if task.done_at.is_some() {
        return Err(TaskFault::Settled);
    }
    let parsed = parse(&tx, scope, &room, new, Some(&task)).await?;
    if parsed.what != task.what {
        policy::may_say(scope, &room)?;
    }
    let about = read::about(&room, &task);
    let event = if parsed.doer == task.doer {
        TaskEvent::Changed(about)
    } else {
        let actor = scope.person.filter(|_| room.regime.names_people());
        news(about, parsed.doer, actor)
    };
    if !store::change(&tx, &permit, parsed).await? {
        return Err(TaskFault::Stale);
    }
    announce(&tx, room.regime, &event).await?;
    Ok(tx.commit().await?)
}

/// All faults at once.
async fn parse(
    tx: &Tx,
    scope: &Scope,
    room: &Room,
    new: NewTask,
    before: Option<&Task>,
) -> Result<Parsed, TaskFault> {
    let mut faults = Faults::default();
    let what = faults.take("/what", Line::<{ Task::MOST_WHAT }>::parse(&new.what));
    let doer = match new.for_whom {
        TaskForWhom::Nobody => Doer::Nobody,
        TaskForWhom::Runners => Doer::Runners,
        TaskForWhom::PersonMissing => {
            faults.refuse("/person", "task.no-person");
            Doer::Nobody
        }
        TaskForWhom::Person(person) => {
            if !room.regime.names_people() {
                faults.refuse("/person", "task.closed-room");
            } else if !takes_part(tx, room, person).await? {
                faults.refuse("/person", "task.no-person");
            }
            Doer::Person(person)
        }
    };
    let same_day = before.is_some_and(|task| task.due_at == new.due_at);
    if new.due_at.is_some_and(|due| due.day() < scope.now.day()) && !same_day {
        faults.refuse("/dueAt", "task.due-past");
    }
    let parsed = what.map(|what| Parsed {
        what: what.into_string(),
        doer,
        due_at: new.due_at,
        reminded: match before {
            Some(task) if same_day && task.doer == doer => task.reminded,
            // Who gets it now reads the day with it.
            _ => words_due(new.due_at, scope.now),
        },
    });
    faults.finish(parsed).map_err(TaskFault::Invalid)
}

async fn takes_part(tx: &Tx, room: &Room, person: PersonId) -> Result<bool, TaskFault> {
    let found = issues::read::participant(tx, room.issue, person).await?;
    Ok(found.is_some_and(|one: Participant| one.role.speaks()))
}
