//! Who is told of a task: whose it is to do, and who made it once nobody does it; and who is invited to speak.

use std::time::Duration;

use db::{DbFault, Sql, Tx, outbox};
use facilitating::{NoteEvent, read_notes};
use issues::read::participant;
use kernel::{EventHead, PersonId};
use tasks::{Doer, TaskEvent};

use crate::decide::{Circles, Fact};
use crate::model::Kind;
use crate::on_event::payload;
use crate::store::{self, About};
use crate::who::facilitators;

/// However often a task goes to and fro, one person hears of it once in so long.
const AGAIN: Duration = Duration::from_secs(24 * 3_600);

pub(crate) fn told(event: &TaskEvent) -> Option<(Fact, About)> {
    let fact = match event {
        TaskEvent::Changed(_) => return None,
        TaskEvent::Given(_) => Fact::TaskGiven,
        TaskEvent::Returned(_) => Fact::TaskReturned,
        TaskEvent::Due(_) => Fact::TaskDue,
    };
    let about = event.about();
    let about = About {
        issue: Some(about.issue),
        thread: Some(about.thread),
        subject: about.post.uuid(),
    };
    Some((fact, about))
}

pub(crate) fn invited(event: &NoteEvent) -> (Fact, About) {
    let NoteEvent::Written {
        issue,
        thread,
        note,
        ..
    } = *event;
    let about = About {
        issue: Some(issue),
        thread: Some(thread),
        subject: note.uuid(),
    };
    (Fact::SpeakInvited, about)
}

/// As the task is now: what was done, dropped or given to somebody else since is not told of any more.
pub(crate) async fn circles(
    tx: &Tx,
    head: &EventHead,
    (fact, about): (Fact, About),
) -> Result<Circles, DbFault> {
    if fact == Fact::SpeakInvited {
        let asked = read_notes::reader_of(tx, about.subject.into()).await?;
        return Ok(Circles {
            asked,
            ..Circles::default()
        });
    }
    let about = payload::<TaskEvent>(head)?.about();
    let mut circles = Circles::default();
    let task = tasks::read::by_id(tx, about.task).await?;
    let Some(task) = task.filter(|task| task.done_at.is_none()) else {
        return Ok(circles);
    };
    let whom: Option<PersonId> = match (fact, task.doer) {
        (Fact::TaskReturned, Doer::Nobody) => task.maker,
        (Fact::TaskReturned, Doer::Person(_) | Doer::Runners) => None,
        (_, doer) => doer.person(),
    };
    if fact != Fact::TaskReturned && task.doer == Doer::Runners {
        circles.facilitators = facilitators(tx, task.issue).await?;
    }
    if let Some(person) = whom {
        let inside = participant(tx, task.issue, person).await?;
        circles.asked = inside.map(|one| one.person);
    }
    Ok(circles)
}

/// Who was told the same of this task not long ago. A line knows the post; its event knows the task.
pub(crate) async fn told_already(
    tx: &Tx,
    head: &EventHead,
    (fact, about): (Fact, About),
) -> Result<Vec<PersonId>, DbFault> {
    let kind = if fact == Fact::TaskGiven {
        Kind::TaskGiven
    } else {
        Kind::TaskReturned
    };
    let task = payload::<TaskEvent>(head)?.about().task;
    let lines = store::told_since(tx, (about.subject, kind), tx.now().minus(AGAIN)).await?;
    let events: Vec<_> = lines.iter().map(|(_, event)| *event).collect();
    let mut of_task = Vec::new();
    for event in outbox::load_all(tx, &events).await? {
        if payload::<TaskEvent>(&event)?.about().task == task {
            of_task.push(event.id);
        }
    }
    let told = lines
        .into_iter()
        .filter(|(_, event)| of_task.contains(event));
    Ok(told.map(|(person, _)| person).collect())
}
