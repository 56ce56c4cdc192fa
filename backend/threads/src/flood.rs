//! How fast people post: limits for one voice and for one room, stricter for who is new; and the same text twice.
//!
//! Promise: counted from the rows, so that it holds over several nodes; that somebody is new is told to nobody, and kept
//! nowhere. In a room with aliases each alias is counted for itself; where nobody is an author only the room is. Nothing of
//! what is refused is lost: the words stay with who wrote them.
//! Absent: what is said, which people judge.

use std::time::Duration;

use db::{DbFault, Sql};
use kernel::{Scope, Timestamp};
use web::limit::TooMany;

use crate::model::{Body, Room};
use crate::{ThreadFault, Voice, read_flood};

const MINUTE: u64 = 60;
const DAY: u64 = 24 * 3_600;

/// Over which posts are counted.
pub(crate) const WINDOW: Duration = Duration::from_secs(10 * MINUTE);
/// Within which the same text is the same.
const SAME_WITHIN: Duration = Duration::from_secs(DAY);
/// Among so many posts of a voice, the newest.
pub(crate) const SAME_AMONG: u64 = 100;
/// A shorter text may be said again: "Dank je wel."
const SAME_FROM: usize = 60;
/// As long as an account is new.
const NEW_FOR: Duration = Duration::from_secs(7 * DAY);
/// With fewer posts that stand, somebody is new too.
const NEW_UNTIL: u64 = 5;

/// As many as anybody likes.
pub(crate) const NONE: u64 = u64::MAX;

/// How many posts come in ten minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FloodLimits {
    /// Of one voice that is here for longer.
    pub settled: u64,
    /// Of one that is new.
    pub new: u64,
    /// In one room, of all together.
    pub room: u64,
}

impl FloodLimits {
    /// A newcomer posts a third as often, and a room takes ten times as many; of 0 there are none.
    pub const fn of(posts: u64) -> Self {
        if posts == 0 {
            return Self {
                settled: NONE,
                new: NONE,
                room: NONE,
            };
        }
        let new = posts / 3;
        Self {
            settled: posts,
            new: if new == 0 { 1 } else { new },
            room: posts.saturating_mul(10),
        }
    }
}

/// Refuses with the seconds to wait, or with the post that says the same.
pub(crate) async fn check(
    sql: &impl Sql,
    scope: &Scope,
    limits: &FloodLimits,
    room: &Room,
    voice: Voice,
    body: &Body,
) -> Result<(), ThreadFault> {
    if let Some(at) = read_flood::in_room(sql, room, limits.room).await? {
        wait_for(at, scope.now)?;
    }
    if voice == Voice::Nobody {
        return Ok(());
    }
    if let Some(at) = too_many(sql, scope, limits, voice).await? {
        wait_for(at, scope.now)?;
    }
    if body.markdown.chars().count() < SAME_FROM {
        return Ok(());
    }
    let since = scope.now.minus(SAME_WITHIN);
    match read_flood::said(sql, room.issue, voice, &body.markdown, since).await? {
        Some((thread, seq)) => Err(ThreadFault::Said(thread, seq)),
        None => Ok(()),
    }
}

/// The oldest of as many posts as this voice may write, when it wrote them lately. Whether somebody is new is asked only of
/// who wrote as much as a newcomer may: hardly anybody.
async fn too_many(
    sql: &impl Sql,
    scope: &Scope,
    limits: &FloodLimits,
    voice: Voice,
) -> Result<Option<Timestamp>, DbFault> {
    let lately = scope.now.minus(WINDOW);
    let of_newcomer = read_flood::of_voice(sql, voice, limits.new, lately).await?;
    if of_newcomer.is_none() || is_new(sql, scope, voice).await? {
        return Ok(of_newcomer);
    }
    read_flood::of_voice(sql, voice, limits.settled, lately).await
}

/// By the age of the account and by how many posts stand; of an alias only by the latter, which everybody there sees too.
pub(crate) async fn is_new(sql: &impl Sql, scope: &Scope, voice: Voice) -> Result<bool, DbFault> {
    if let Voice::Person(person) = voice {
        let since = identity::read::since(sql, person).await?;
        if since.is_none_or(|since| scope.now < since.plus(NEW_FOR)) {
            return Ok(true);
        }
    }
    Ok(read_flood::standing(sql, voice, NEW_UNTIL).await? < NEW_UNTIL)
}

/// The oldest of as many posts as may be: until it is out of the window.
fn wait_for(oldest: Timestamp, now: Timestamp) -> Result<(), TooMany> {
    let free = oldest.plus(WINDOW);
    if free <= now {
        return Ok(());
    }
    let millis = free.millis().saturating_sub(now.millis());
    Err(TooMany {
        seconds: u64::try_from(millis).unwrap_or(0).div_ceil(1_000).max(1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_waits_until_the_oldest_is_ten_minutes_old() {
        let at = Timestamp::from_millis;
        assert_eq!(wait_for(at(0), at(1)).unwrap_err().seconds, 600);
        assert_eq!(wait_for(at(0), at(599_001)).unwrap_err().seconds, 1);
        assert!(wait_for(at(0), at(600_000)).is_ok());
    }

    #[test]
    fn a_newcomer_posts_once_at_least() {
        assert_eq!(FloodLimits::of(1).new, 1);
        assert_eq!(FloodLimits::of(0).new, NONE);
        let limits = FloodLimits::of(60);
        let counts = (limits.settled, limits.new, limits.room);
        assert_eq!(counts, (60, 20, 600));
    }
}
