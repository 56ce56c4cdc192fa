//! The pace of a room: slower, at rest until a moment, closed, or with each post looked at first; set by whoever runs the issue, for a reason that all read.
//!
//! Promise: the rest ends by itself at that second; nobody is slowed down in a room without authors, where nobody may know
//! who wrote; whoever runs the issue may always set another pace.
//! Absent: a pace for one person, which is a pause (`hold.rs`).

use std::time::Duration;

use db::{DbFault, Sql, Tx};
use issues::Regime;
use kernel::{Faults, FieldFault, IssueRole, PersonId, Prose, Scope, ThreadId, Timestamp};
use platform::Secrets;
use roomlog::{Pacing, RoomAct};
use serde::Serialize;

use crate::model::Room;
use crate::{ThreadFault, Voice, policy, read, read_pace, store_pace, voice};

/// What holds in a room, as it is found with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// Between two posts of one voice; 0 for none.
    pub slow_seconds: i64,
    pub rests_until: Option<Timestamp>,
    pub closed: bool,
}

impl Pace {
    pub(crate) fn of(slow: Option<i64>, rests: Option<i64>, closed: Option<i64>) -> Self {
        Self {
            slow_seconds: slow.unwrap_or_default(),
            rests_until: rests.map(Timestamp::from_millis),
            closed: closed.is_some(),
        }
    }

    fn rests(self, now: Timestamp) -> bool {
        self.rests_until.is_some_and(|until| until > now)
    }

    fn holds(self, now: Timestamp) -> bool {
        self.closed || self.rests(now) || self.slow_seconds > 0
    }

    fn slow(self) -> Duration {
        Duration::from_secs(u64::try_from(self.slow_seconds).unwrap_or_default())
    }
}

/// As whoever runs the issue set it last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaceNow {
    pub slow_minutes: i64,
    pub rests_until: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
    pub why: String,
    pub version: i64,
}

/// What the room is told of its pace
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RoomPace {
    /// Minutes between two posts of one person; 0 for none.
    slow_minutes: i64,
    /// Until when only who runs the issue writes.
    rests_until: Option<Timestamp>,
    closed_at: Option<Timestamp>,
    /// In the words of whoever runs the issue.
    why: String,
    /// When the asker may write again, in a room that goes slower.
    may_write_at: Option<Timestamp>,
}

/// What somebody wants the pace to be.
#[derive(Clone, Debug)]
pub struct NewPace {
    pub slow_minutes: i64,
    pub rests_until: Option<Timestamp>,
    pub closed: bool,
    /// Whether somebody reads each post first, from now on; as it was when left out.
    pub looked_at_first: Option<bool>,
    pub why: String,
}

impl NewPace {
    const SLOWEST: i64 = 24 * 60;
    const LONGEST: Duration = Duration::from_secs(7 * 86_400);
    const MOST_TEXT: usize = 500;

    /// All faults at once.
    fn checked(self, room: &Room, now: Timestamp) -> Result<Self, ThreadFault> {
        let mut faults = Faults::default();
        if !(0..=Self::SLOWEST).contains(&self.slow_minutes) {
            faults.refuse("/slowMinutes", "pace.slow");
        } else if self.slow_minutes > 0 && room.regime == Regime::Authorless {
            faults.refuse("/slowMinutes", "pace.authorless");
        }
        let fits = |until: Timestamp| until > now && until <= now.plus(Self::LONGEST);
        if !self.rests_until.is_none_or(fits) {
            faults.refuse("/restsUntil", "pace.rests");
        }
        if self.looked_at_first == Some(true) && !room.can_wait() {
            faults.refuse("/lookedAtFirst", "thread.cannot-wait");
        }
        let why = faults.take("/why", Prose::<{ Self::MOST_TEXT }>::parse(&self.why));
        let why = why.map(Prose::into_string);
        let why = faults.finish(why).map_err(ThreadFault::Invalid)?;
        Ok(Self { why, ..self })
    }
}

/// Sets it; the version is that of the pace that was seen.
pub async fn set_pace(
    tx: &Tx,
    scope: &Scope,
    room: &Room,
    new: NewPace,
    version: i64,
) -> Result<(), ThreadFault> {
    let permit = policy::may_set_pace(scope, room)?;
    let new = new.checked(room, scope.now)?;
    let at = voice::moment(room.regime, scope.now);
    if !store_pace::set(tx, &permit, &new, (version, at)).await? {
        return Err(ThreadFault::Stale);
    }
    let looked_at_first = new.looked_at_first.unwrap_or(room.looked_at_first);
    if looked_at_first != room.looked_at_first {
        store_pace::look_first(tx, &permit, looked_at_first).await?;
    }
    // What people talk in again leads nowhere else.
    let leads_on = !new.closed && room.followed_by.is_some();
    if leads_on && !store_pace::link(tx, &permit, room.followed_by, None).await? {
        return Err(ThreadFault::Stale);
    }
    let act = RoomAct::Paced(Pacing {
        slow_seconds: new.slow_minutes * 60,
        rests_until: new.rests_until,
        closed: new.closed,
        looked_at_first,
        why: new.why,
    });
    Ok(roomlog::record(tx, (room.tenant, room.id), at, act).await?)
}

/// The conversation goes on in another one, under other rules; what was said stays under those it was said under.
/// Whoever opened the other one may be anybody: so this tells nothing of who wrote its first post.
pub async fn go_on_in(
    tx: &Tx,
    scope: &Scope,
    room: &Room,
    next: ThreadId,
) -> Result<(), ThreadFault> {
    let permit = policy::may_set_pace(scope, room)?;
    let refused = |code| Err(ThreadFault::Invalid(vec![FieldFault::new("/thread", code)]));
    let Some(next) = read::find(tx, next)
        .await?
        .filter(|next| next.issue == room.issue)
    else {
        return refused("thread.next-not-here");
    };
    if next.regime == room.regime {
        return refused("thread.same-rules");
    }
    let elsewhere = next.follows.filter(|before| *before != room.id);
    // A room that is gone leads nowhere.
    let elsewhere = match elsewhere {
        Some(before) => read::find(tx, before).await?.is_some(),
        None => false,
    };
    if elsewhere || next.pace.closed || next.merged_into.or(next.followed_by).is_some() {
        return refused("thread.goes-elsewhere");
    }
    if store_pace::link(tx, &permit, room.followed_by, Some(&next)).await? {
        Ok(())
    } else {
        Err(ThreadFault::Stale)
    }
}

/// Whether the pace lets this person write now.
pub(crate) fn lets_write(scope: &Scope, room: &Room) -> Result<(), ThreadFault> {
    if room.pace.closed {
        return Err(ThreadFault::Ended);
    }
    if room.pace.rests(scope.now) && !runs(room) {
        return Err(ThreadFault::Resting);
    }
    Ok(())
}

/// Whoever writes while others may not would be known for who runs it: where nobody has a name they are bound too.
fn runs(room: &Room) -> bool {
    room.role == Some(IssueRole::Facilitator) && room.regime.names_people()
}

/// Whoever runs the issue is not bound where they have a name, and where nobody is an author nobody can be.
fn slows(room: &Room) -> bool {
    let bound = !runs(room) && room.role != Some(IssueRole::Translator);
    room.pace.slow_seconds > 0 && bound && room.regime != Regime::Authorless
}

/// After a post was written, under the lock of its thread: two at once do not both fit.
pub(crate) async fn keep(tx: &Tx, room: &Room, voice: Voice) -> Result<(), ThreadFault> {
    if !slows(room) {
        return Ok(());
    }
    let since = tx.now().minus(room.pace.slow());
    if read_pace::spoke_since(tx, room.id, voice, since).await? > 1 {
        return Err(ThreadFault::Slow);
    }
    Ok(())
}

/// None where nothing holds, and then nothing is asked.
pub(crate) async fn shown(
    sql: &impl Sql,
    room: &Room,
    asker: Option<PersonId>,
    secrets: &Secrets,
) -> Result<Option<RoomPace>, DbFault> {
    if !room.pace.holds(sql.now()) {
        return Ok(None);
    }
    let now = read_pace::pace_of(sql, room.id).await?;
    let may_write_at = match asker.filter(|_| room.role.is_some() && slows(room)) {
        Some(person) => {
            let voice = Voice::of(room.regime, room.issue, person, secrets);
            let last = read_pace::spoke_last(sql, room.id, voice).await?;
            last.map(|at| at.plus(room.pace.slow()))
                .filter(|at| *at > sql.now())
        }
        None => None,
    };
    Ok(Some(RoomPace {
        slow_minutes: now.slow_minutes,
        rests_until: now.rests_until.filter(|until| *until > sql.now()),
        closed_at: now.closed_at,
        why: now.why,
        may_write_at,
    }))
}
