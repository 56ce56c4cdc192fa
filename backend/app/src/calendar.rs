//! What is done by the calendar, whether or not anything happened: the words of the gap meter at
//! night, and forgetting what is kept no longer than it is of use (`docs/retention.md`).

use std::pin::Pin;
use std::time::Duration;

use db::{Across, DbFault, Tx, jobs, outbox, turns};
use jiff::civil::Time;
use jiff::tz::TimeZone;
use kernel::{Scope, TenantSet, ThreadId, Timestamp};
use platform::{idempotency, looks};

use crate::State;

const PACE: Duration = Duration::from_secs(60);
/// So often is looked for rooms whose time is over, in one night.
const MOST_LOOKS: usize = 20;
const HOUR: Duration = Duration::from_secs(3_600);

/// Every minute, for as long as the node lives.
pub async fn run(state: &State) {
    let mut tick = tokio::time::interval(PACE);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        turn(state).await;
    }
}

/// Work that is done once in each period, by whichever node comes first.
struct Turn {
    name: &'static str,
    when: When,
    work: for<'a> fn(&'a Tx) -> Work<'a>,
}

type Work<'a> = Pin<Box<dyn Future<Output = Result<(), DbFault>> + Send + 'a>>;

const TURNS: [Turn; 36] = [
    Turn {
        name: "gap-words",
        when: When::AtNight,
        work: |tx| Box::pin(issues::refresh_gaps(tx)),
    },
    Turn {
        name: "reach-reports",
        when: When::AtNight,
        work: |tx| Box::pin(reach::plan(tx)),
    },
    Turn {
        name: "look-after-networks",
        when: When::AtNight,
        work: |tx| Box::pin(networks::look_after_networks(tx)),
    },
    Turn {
        name: "look-after-members",
        when: When::AtNight,
        work: |tx| Box::pin(networks::look_after_members(tx)),
    },
    Turn {
        name: "look-after-agreements",
        when: When::AtNight,
        work: |tx| Box::pin(agreements::look_after_agreements(tx)),
    },
    each_hour("look-after-hands", |tx| {
        Box::pin(invitations::look_after_hands(tx))
    }),
    each_hour("look-after-proposals", |tx| {
        Box::pin(issues::look_after_proposals(tx))
    }),
    Turn {
        name: "look-after-issues",
        when: When::AtNight,
        work: |tx| Box::pin(issues::look_after_issues(tx)),
    },
    each_hour("look-after-tasks", |tx| {
        Box::pin(tasks::look_after_tasks(tx))
    }),
    each_hour("look-after-parts", |tx| {
        Box::pin(issues::look_after_parts(tx))
    }),
    each_hour("look-after-holds", |tx| {
        Box::pin(holds::look_after_holds(tx))
    }),
    each_hour("forget-nominations", |tx| Box::pin(nominations::forget(tx))),
    each_hour("forget-contacts", |tx| Box::pin(contacts::forget(tx))),
    each_hour("forget-sign-ins", |tx| {
        Box::pin(identity::forget_expired(tx, days_ago(tx, 7)))
    }),
    each_hour("forget-keys", |tx| {
        Box::pin(idempotency::forget(tx, days_ago(tx, 7)))
    }),
    each_hour("forget-events", |tx| {
        Box::pin(outbox::forget(tx, days_ago(tx, 30)))
    }),
    Turn {
        name: "forget-dead-jobs",
        when: When::AtNight,
        work: |tx| Box::pin(jobs::forget_dead(tx, days_ago(tx, 90))),
    },
    // Longer than events: a mail that was sent is not sent again by hearing its event again.
    Turn {
        name: "forget-mails",
        when: When::AtNight,
        work: |tx| Box::pin(mail::queue::forget(tx, days_ago(tx, 90))),
    },
    Turn {
        name: "forget-inbound-mail",
        when: When::AtNight,
        work: |tx| Box::pin(inbound::forget(tx, days_ago(tx, 30))),
    },
    Turn {
        name: "forget-notifications",
        when: When::AtNight,
        work: |tx| Box::pin(notifications::forget(tx, days_ago(tx, 180))),
    },
    Turn {
        name: "forget-reading",
        when: When::AtNight,
        work: |tx| Box::pin(desk::forget_reading(tx, days_ago(tx, 30))),
    },
    Turn {
        name: "forget-responses",
        when: When::AtNight,
        work: |tx| Box::pin(responses::forget(tx)),
    },
    Turn {
        name: "forget-acknowledgements",
        when: When::AtNight,
        work: |tx| Box::pin(dilemmas::forget(tx)),
    },
    Turn {
        name: "forget-drafts",
        when: When::AtNight,
        work: |tx| Box::pin(drafts::forget_old(tx, days_ago(tx, 365))),
    },
    Turn {
        name: "forget-rooms",
        when: When::AtNight,
        work: |tx| Box::pin(forget_rooms(tx)),
    },
    Turn {
        name: "forget-late-texts",
        when: When::AtNight,
        work: |tx| Box::pin(erasure::forget_late_texts(tx)),
    },
    Turn {
        name: "forget-looks",
        when: When::AtNight,
        work: |tx| Box::pin(looks::forget(tx, days_ago(tx, 365))),
    },
    Turn {
        name: "forget-joins",
        when: When::AtNight,
        work: |tx| Box::pin(joins::forget(tx)),
    },
    Turn {
        name: "forget-ties",
        when: When::AtNight,
        work: |tx| Box::pin(ties::forget(tx)),
    },
    Turn {
        name: "forget-speak-notes",
        when: When::AtNight,
        work: |tx| Box::pin(facilitating::forget_notes(tx)),
    },
    Turn {
        name: "forget-handovers",
        when: When::AtNight,
        work: |tx| Box::pin(handovers::forget(tx)),
    },
    Turn {
        name: "forget-emergencies",
        when: When::AtNight,
        work: |tx| Box::pin(emergencies::forget(tx)),
    },
    Turn {
        name: "look-after-moderation",
        when: When::AtNight,
        work: |tx| Box::pin(moderation::look_after(tx)),
    },
    Turn {
        name: "look-after-talks",
        when: When::AtNight,
        work: |tx| Box::pin(ties::look_after_talks(tx)),
    },
    Turn {
        name: "forget-evaluations",
        when: When::AtNight,
        work: |tx| Box::pin(issues::forget_evaluations(tx, days_ago(tx, 90))),
    },
    // As long as the looks that it allowed.
    Turn {
        name: "forget-consents",
        when: When::AtNight,
        work: |tx| Box::pin(people::forget_consents(tx, days_ago(tx, 365))),
    },
];

const fn each_hour(name: &'static str, work: for<'a> fn(&'a Tx) -> Work<'a>) -> Turn {
    let when = When::EachHour;
    Turn { name, when, work }
}

fn days_ago(tx: &Tx, days: u64) -> Timestamp {
    use db::Sql;
    tx.now().minus(Duration::from_secs(days * 24 * 3_600))
}

/// Does what is due now, once; which turns this node took. On two nodes at once each turn is taken by one.
pub async fn turn(state: &State) -> Vec<&'static str> {
    let now = state.clock.now();
    if let Err(fault) = results::jobs::due_reviews(&state.db, now).await {
        tracing::warn!(fault = kernel::chain(&fault), "review dates wait");
    }
    if let Err(fault) = files::forget_unattached(&state.db, &state.storage, now).await {
        tracing::warn!(
            fault = kernel::chain(&fault),
            "files that hang on nothing wait"
        );
    }
    if let Err(fault) = erasure::work(&state.db, &*state.mail, now).await {
        tracing::warn!(fault = kernel::chain(&fault), "who is to be erased waits");
    }
    if let Err(fault) = identity::names::write_missing(&state.db, now).await {
        tracing::warn!(fault = kernel::chain(&fault), "the words of names wait");
    }
    let scope = Scope::worker(TenantSet::default(), now);
    let taken = match turns::taken(&state.db.read(&scope)).await {
        Ok(taken) => taken,
        Err(fault) => {
            tracing::warn!(
                fault = kernel::chain(&fault),
                "the calendar waits for the database"
            );
            return Vec::new();
        }
    };
    let mut done = Vec::new();
    for turn in TURNS {
        let last = taken.get(turn.name).copied();
        if last.is_some_and(|last| !turn.when.is_due(last, now)) {
            continue;
        }
        match take(state, &scope, &turn, last).await {
            Ok(true) => done.push(turn.name),
            Ok(false) => {}
            Err(fault) => tracing::warn!(
                turn = turn.name,
                fault = kernel::chain(&fault),
                "a turn is tried again"
            ),
        }
    }
    done
}

/// A turn that was never seen begins its first period now: nothing moves just because the server started.
async fn take(
    state: &State,
    scope: &Scope,
    turn: &Turn,
    last: Option<Timestamp>,
) -> Result<bool, DbFault> {
    let tx = state.db.begin_across(Across::Calendar, scope.now).await?;
    if !turns::take(&tx, turn.name, last).await? {
        return Ok(false);
    }
    if last.is_some() {
        (turn.work)(&tx).await?;
    }
    tx.commit().await?;
    Ok(last.is_some())
}

#[derive(Clone, Copy, Debug)]
enum When {
    EachHour,
    /// At three, on the clock of Amsterdam: an hour that every day has.
    AtNight,
}

impl When {
    fn is_due(self, last: Timestamp, now: Timestamp) -> bool {
        match self {
            Self::EachHour => now.since(last) >= HOUR,
            Self::AtNight => last < latest_night(now),
        }
    }
}

fn latest_night(now: Timestamp) -> Timestamp {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    let today = now.zoned(zone.clone()).date();
    let three = |date: jiff::civil::Date| {
        let at = date
            .to_datetime(Time::constant(3, 0, 0, 0))
            .to_zoned_datetime(zone.clone());
        at.map_or(now, |at| at.timestamp().into())
    };
    let tonight = three(today);
    if tonight <= now {
        tonight
    } else {
        today.yesterday().map_or(tonight, three)
    }
}

/// What this process counts in memory lets go of who is at rest: each hour, for as long as the node lives.
pub async fn let_go(state: State) {
    let mut tick = tokio::time::interval(HOUR);
    loop {
        tick.tick().await;
        state.shrink_limits();
    }
}

/// Those about which somebody may still object stay, and take no place from the others.
async fn rooms_past(tx: &Tx) -> Result<Vec<ThreadId>, DbFault> {
    let (mut free, mut after) = (Vec::new(), None);
    for _ in 0..MOST_LOOKS {
        let some = threads::rooms_past(tx, after).await?;
        after = some.last().copied();
        let held = moderation::rooms_with_cases(tx, &some).await?;
        free.extend(some.into_iter().filter(|room| !held.contains(room)));
        let enough = u64::try_from(free.len()).is_ok_and(|free| free >= threads::ROOMS_A_NIGHT);
        if enough || after.is_none() {
            break;
        }
    }
    Ok(free)
}

/// A room that is gone takes along what other slices kept of it.
async fn forget_rooms(tx: &Tx) -> Result<(), DbFault> {
    let past = rooms_past(tx).await?;
    let gone = threads::forget_rooms(tx, &past).await?;
    mutes::forget_aliases(tx, gone.issues.iter().copied()).await?;
    notifications::forget_rooms(tx, &gone).await?;
    moderation::forget_rooms(tx, &gone.threads, &gone.posts).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse::<jiff::Timestamp>().unwrap().into()
    }

    fn check(last: &str, now: &str, due: bool) {
        assert_eq!(When::AtNight.is_due(at(last), at(now)), due, "{last} {now}");
    }

    #[test]
    fn a_night_comes_once_a_day_on_the_clock_on_the_wall() {
        // Winter: three in Amsterdam is two in UTC; summer: one.
        check("2026-11-24T15:00:00Z", "2026-11-25T01:59:00Z", false);
        check("2026-11-24T15:00:00Z", "2026-11-25T02:00:00Z", true);
        check("2026-11-25T02:00:00Z", "2026-11-25T23:00:00Z", false);
        check("2026-06-24T15:00:00Z", "2026-06-25T00:59:00Z", false);
        check("2026-06-24T15:00:00Z", "2026-06-25T01:00:00Z", true);
    }

    #[test]
    fn the_nights_on_which_the_clock_is_moved_come_once_too() {
        check("2026-03-28T02:00:00Z", "2026-03-29T00:59:00Z", false);
        check("2026-03-28T02:00:00Z", "2026-03-29T01:00:00Z", true);
        check("2026-10-24T01:00:00Z", "2026-10-25T01:59:00Z", false);
        check("2026-10-24T01:00:00Z", "2026-10-25T02:00:00Z", true);
    }

    #[test]
    fn a_node_that_was_away_catches_up_once() {
        check("2026-11-20T02:00:00Z", "2026-11-25T09:00:00Z", true);
        check("2026-11-25T09:00:00Z", "2026-11-25T09:01:00Z", false);
    }
}
