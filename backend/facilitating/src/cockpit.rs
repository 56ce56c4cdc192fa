//! How a conversation goes, counted. Pure, but for the one function that reads what is counted.
//!
//! Promise: a number of statements that does not grow; who has not spoken is asked only where the room tells names.

use db::{DbFault, Sql};
use issues::Capacity;
use kernel::IssueRole;
use threads::read_pace::{self, Said};
use threads::{PaceNow, Room, ThreadKind, Voice};

use crate::policy::MayWatch;

/// Over how many days is counted who spoke.
const DAYS: i64 = 30;
/// Of how many days the pace is shown.
pub(crate) const SHOWN: usize = 14;
/// As many in 24 hours is never too many.
pub(crate) const CALM: i64 = 10;
/// So many times what it was before.
pub(crate) const TIMES: i64 = 3;

pub(crate) struct Cockpit {
    /// None where the room tells no names: a capacity would tell who it is.
    pub shares: Option<Vec<(Capacity, i64)>>,
    pub quiet: Option<Vec<String>>,
    pub pace: Pulse,
    /// Of the issue, without an answer.
    pub questions: Vec<Room>,
    pub set: PaceNow,
}

pub(crate) async fn look(
    sql: &impl Sql,
    room: &Room,
    _permit: &MayWatch,
) -> Result<Cockpit, DbFault> {
    let said = read_pace::said(sql, room.id, DAYS).await?;
    let quiet = if room.regime.names_people() {
        Some(quiet(sql, room).await?)
    } else {
        None
    };
    let rooms = threads::read::of_issue(sql, room.issue).await?;
    let open = |one: &Room| one.kind == ThreadKind::Question && one.answers == 0;
    Ok(Cockpit {
        shares: quiet.is_some().then(|| shares(&said)),
        quiet,
        pace: Pulse::of(&said),
        questions: rooms.into_iter().filter(open).collect(),
        set: read_pace::pace_of(sql, room.id).await?,
    })
}

/// Who takes part, does not lead, and has not said anything that can be read.
async fn quiet(sql: &impl Sql, room: &Room) -> Result<Vec<String>, DbFault> {
    let voices = read_pace::voices_in(sql, room.id).await?;
    let circle = issues::read::participants_of(sql, room.issue).await?;
    let quiet = circle.into_iter().filter(|one| {
        matches!(one.role, IssueRole::Participant | IssueRole::Official)
            && !voices.contains(&Voice::Person(one.person).uuid())
    });
    Ok(quiet.map(|one| one.shown_name).collect())
}

fn shares(said: &[Said]) -> Vec<(Capacity, i64)> {
    let of = |capacity: Capacity| {
        let own = said.iter().filter(|one| one.capacity == capacity);
        (capacity, own.map(|one| one.posts).sum())
    };
    Capacity::ALL.map(of).to_vec()
}

/// How much is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pulse {
    /// Posts in each stretch of 24 hours until now, the oldest first.
    pub days: Vec<i64>,
    pub hot: bool,
}

impl Pulse {
    /// Hot: more than `CALM` in 24 hours, and more than `TIMES` what a day had on average before.
    fn of(said: &[Said]) -> Self {
        let mut days = vec![0; SHOWN];
        for one in said {
            let ago = usize::try_from(one.days_ago).unwrap_or(usize::MAX);
            let place = (SHOWN - 1).checked_sub(ago);
            if let Some(day) = place.and_then(|place| days.get_mut(place)) {
                *day += one.posts;
            }
        }
        let last = days.last().copied().unwrap_or_default();
        let before: i64 = days.iter().rev().skip(1).sum();
        let stretches = i64::try_from(SHOWN - 1).unwrap_or(1);
        let hot = last > CALM && last.saturating_mul(stretches) > before.saturating_mul(TIMES);
        Self { days, hot }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(days_ago: i64, posts: i64) -> Said {
        Said {
            capacity: Capacity::Personal,
            days_ago,
            posts,
        }
    }

    #[test]
    fn days_are_in_order_and_older_ones_are_left_out() {
        let pulse = Pulse::of(&[said(0, 3), said(13, 2), said(14, 9), said(29, 9)]);
        assert_eq!(pulse.days, [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
    }

    #[test]
    fn it_is_hot_when_there_is_much_more_than_before() {
        assert!(!Pulse::of(&[said(0, 10)]).hot, "ten is calm");
        assert!(Pulse::of(&[said(0, 11)]).hot);
        let busy: Vec<Said> = (1..14).map(|day| said(day, 10)).collect();
        assert!(!Pulse::of(&[busy.as_slice(), &[said(0, 30)]].concat()).hot);
        assert!(Pulse::of(&[busy.as_slice(), &[said(0, 31)]].concat()).hot);
    }

    #[test]
    fn shares_are_of_all_capacities() {
        let official = Said {
            capacity: Capacity::Official,
            ..said(20, 4)
        };
        let shares = shares(&[said(0, 1), said(3, 2), official]);
        assert_eq!(
            shares,
            [
                (Capacity::Personal, 3),
                (Capacity::OnBehalf, 0),
                (Capacity::Official, 4)
            ]
        );
    }
}
