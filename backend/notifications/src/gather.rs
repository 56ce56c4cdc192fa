//! Turning lines that wait into mails that are due.
//!
//! Promise: every line that waits has a job that is due no later than the line itself; a line that is
//! gathered belongs to one mail, for ever.

use db::jobs::{self, Later};
use db::{DbFault, Sql, Tx};
use kernel::{IssueId, NotificationId, PersonId, Timestamp};

use crate::decide::Decision;
use crate::due::{self, Batch};
use crate::model::{Level, MailState, Wishes};
use crate::settings;
use crate::store::{self, Turn, take_turn};

/// The queue of jobs that say: look which mails of this person are due. The payload is the person's id.
pub const NOTIFY_DUE: &str = "notify-due";

/// The mails that are due for a person, each by the id of its first line; they are that mail's from now on.
pub async fn gather(tx: &Tx, person: PersonId) -> Result<Vec<(NotificationId, Batch)>, DbFault> {
    take_turn(tx, Turn::Gathering).await?;
    let waiting = store::waiting(tx, person).await?;
    let plan = due::plan(&waiting, &settings::wishes(tx, person).await?, tx.now());
    store::mark(tx, &plan.off, MailState::Off, None).await?;
    let mut mails = Vec::new();
    for mail in plan.mails {
        let Some(first) = mail.lines.first().copied() else {
            continue;
        };
        store::mark(tx, &mail.lines, MailState::Gathered, Some(first)).await?;
        mails.push((first, mail));
    }
    if let Some(next) = plan.next {
        let key = format!("notify-{person}-{}", next.millis());
        jobs::schedule(tx, NOTIFY_DUE, &[look(person, key, next)]).await?;
    }
    Ok(mails)
}

/// Notes what became of a mail that was gathered.
pub async fn settle(tx: &Tx, batch: NotificationId, sent: bool) -> Result<(), DbFault> {
    store::settle(
        tx,
        batch,
        if sent {
            MailState::Sent
        } else {
            MailState::Dropped
        },
    )
    .await
}

/// Sees to it that somebody looks when this new line is due; none for a line that nobody is mailed of.
pub(crate) fn look_for(
    line: &Decision,
    issue: Option<IssueId>,
    wishes: &Wishes,
    now: Timestamp,
) -> Option<Later> {
    let mailed = line.mail_state() == MailState::Pending;
    let due = due::due_of(line.kind, line.level, wishes, now).filter(|_| mailed)?;
    let person = line.person;
    let key = match (line.level, issue) {
        // What is said in the window joins the job of the first.
        (Level::AtOnce, Some(issue)) if due > now => format!("notify-{person}-{issue}"),
        _ => format!("notify-{person}-{}", due.millis()),
    };
    Some(look(person, key, due))
}

fn look(person: PersonId, key: String, due: Timestamp) -> Later {
    let payload = person.to_string();
    Later { key, payload, due }
}
