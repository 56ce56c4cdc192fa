//! Reminding whoever did not answer, and forgetting whoever never did.
//!
//! Promise: two reminders at most, after four and nine days; never at night; none after an answer. A
//! month after it ended, an invitation that was not accepted is gone, with its address.

use std::time::Duration;

use db::jobs::{self, Job, Later};
use db::{Db, DbFault, Sql, Tx, outbox};
use kernel::{InvitationId, Scope, TenantSet, Timestamp};

use crate::model::{DeliveryState, Invitation, InvitationState};
use crate::{InvitationEvent, look, read, store};

/// The queue of this slice's jobs.
pub const QUEUE: &str = "invitations";

const MOST: i64 = 2;
const MORNING: i8 = 8;
const EVENING: i8 = 20;

/// What waits to be done for an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Task {
    Remind,
    Forget,
}

impl Task {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Remind => "remind",
            Self::Forget => "forget",
        }
    }

    fn read(payload: &str) -> Option<(Self, InvitationId)> {
        let (word, id) = payload.split_once(' ')?;
        let task = [Self::Remind, Self::Forget]
            .into_iter()
            .find(|task| task.as_str() == word)?;
        Some((task, id.parse().ok()?))
    }
}

/// When the next reminder may go out: none after the second. Pure.
fn next_reminder(sent: Timestamp, reminders: i64) -> Option<Timestamp> {
    let days = match reminders {
        0 => 4,
        1 => 9,
        _ => return None,
    };
    Some(by_day(sent.plus(Duration::from_secs(days * 24 * 3_600))))
}

/// The same moment when people are up, else the next morning at eight in the Netherlands. Pure.
pub(crate) fn by_day(at: Timestamp) -> Timestamp {
    let local = at.local();
    let hour = local.hour();
    if (MORNING..EVENING).contains(&hour) {
        return at;
    }
    let day = if hour >= EVENING {
        local.tomorrow()
    } else {
        Ok(local)
    };
    let morning = day.and_then(|day| {
        day.with()
            .hour(MORNING)
            .minute(0)
            .second(0)
            .millisecond(0)
            .microsecond(0)
            .nanosecond(0)
            .build()
    });
    morning.map_or(at, |morning| morning.timestamp().into())
}

fn later(task: Task, id: InvitationId, due: Timestamp) -> Later {
    let payload = format!("{} {id}", task.as_str());
    let key = format!("invitation {payload} {}", due.millis());
    Later { key, payload, due }
}

/// What follows from sending an invitation.
pub(crate) async fn plan(tx: &Tx, id: InvitationId) -> Result<(), DbFault> {
    let reminder = next_reminder(tx.now(), 0).map(|due| later(Task::Remind, id, due));
    let jobs: Vec<_> = reminder.into_iter().chain([forgetting(tx, id)]).collect();
    jobs::schedule(tx, QUEUE, &jobs).await
}

pub(crate) async fn plan_forgetting(tx: &Tx, id: InvitationId) -> Result<(), DbFault> {
    jobs::schedule(tx, QUEUE, &[forgetting(tx, id)]).await
}

fn forgetting(tx: &Tx, id: InvitationId) -> Later {
    forgetting_at(id, tx.now().plus(Invitation::GOOD_FOR))
}

fn forgetting_at(id: InvitationId, end: Timestamp) -> Later {
    later(Task::Forget, id, end.plus(Invitation::KEPT))
}

/// Invitations that come from another installation, and when they end: they are forgotten when they would have been
/// there. Nobody is reminded of them.
pub async fn forget_in_time(tx: &Tx, ends: &[(InvitationId, Timestamp)]) -> Result<(), DbFault> {
    let jobs: Vec<_> = ends
        .iter()
        .map(|(id, end)| forgetting_at(*id, *end))
        .collect();
    jobs::schedule(tx, QUEUE, &jobs).await
}

/// Does one job of this slice's queue.
pub async fn work(db: &Db, job: &Job, now: Timestamp) -> Result<(), DbFault> {
    let (task, id) =
        Task::read(&job.payload).ok_or_else(|| DbFault::corrupt(job.payload.clone()))?;
    let scope = Scope::worker(TenantSet::default(), now);
    let found = read::find(&db.read_with_keys(&scope, [id]), id).await?;
    let tenants = TenantSet::of(found.as_ref().map(|invitation| invitation.tenant));
    let tx = db.begin(&Scope::worker(tenants, now)).await?;
    match (task, found) {
        (Task::Remind, Some(invitation)) => remind(tx, job, &invitation).await,
        (Task::Forget, Some(invitation)) => forget(tx, job, &invitation).await,
        (_, None) => done(tx, job).await,
    }
}

async fn remind(tx: Tx, job: &Job, invitation: &Invitation) -> Result<(), DbFault> {
    let now = tx.now();
    let waits = invitation.state_at(now) == InvitationState::Sent
        && invitation.reminders < MOST
        && invitation.delivery != DeliveryState::Refused
        && look::is_offered(&tx, invitation).await?;
    if !waits {
        return done(tx, job).await;
    }
    let due = by_day(now);
    if due != now {
        // A worker that comes late does not wake anybody up.
        jobs::put_off(&tx, job, due).await?;
        return tx.commit().await;
    }
    let count = invitation.reminders + 1;
    store::count_reminder(&tx, invitation.id, count).await?;
    outbox::push(&tx, &InvitationEvent::Reminded(invitation.about())).await?;
    if let Some(next) = next_reminder(invitation.created_at, count) {
        let again = later(Task::Remind, invitation.id, next);
        jobs::schedule(&tx, QUEUE, &[again]).await?;
    }
    done(tx, job).await
}

async fn forget(tx: Tx, job: &Job, invitation: &Invitation) -> Result<(), DbFault> {
    let over = invitation.expires_at.plus(Invitation::KEPT) <= tx.now();
    if over && invitation.state != InvitationState::Accepted {
        store::forget(&tx, invitation.id).await?;
    }
    done(tx, job).await
}

async fn done(tx: Tx, job: &Job) -> Result<(), DbFault> {
    jobs::finish(&tx, job).await?;
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse::<jiff::Timestamp>().unwrap().into()
    }

    fn check(sent: &str, reminders: i64, expected: Option<&str>) {
        let due = next_reminder(at(sent), reminders).map(|due| due.to_string());
        assert_eq!(due.as_deref(), expected, "{sent} {reminders}");
    }

    #[test]
    fn after_four_and_nine_days_and_not_again() {
        check("2026-11-24T10:00:00Z", 0, Some("2026-11-28T10:00:00Z"));
        check("2026-11-24T10:00:00Z", 1, Some("2026-12-03T10:00:00Z"));
        check("2026-11-24T10:00:00Z", 2, None);
    }

    #[test]
    fn an_evening_waits_for_the_morning() {
        check("2026-11-24T19:30:00Z", 0, Some("2026-11-29T07:00:00Z"));
    }

    #[test]
    fn a_night_waits_for_its_own_morning() {
        check("2026-11-24T03:00:00Z", 0, Some("2026-11-28T07:00:00Z"));
    }

    #[test]
    fn summer_time_is_the_clock_on_the_wall() {
        check("2026-06-01T18:30:00Z", 0, Some("2026-06-06T06:00:00Z"));
        check("2026-06-01T17:30:00Z", 0, Some("2026-06-05T17:30:00Z"));
    }

    #[test]
    fn a_task_is_read_as_it_was_written() {
        let id = InvitationId::new(at("2026-11-24T10:00:00Z"));
        assert_eq!(
            Task::read(&format!("{} {id}", Task::Forget.as_str())),
            Some((Task::Forget, id))
        );
        assert_eq!(Task::read("dance"), None);
    }
}
