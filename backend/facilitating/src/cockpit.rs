//! How the conversations of an issue go, and how one of them does: counted.
//!
//! Promise: a number of statements that does not grow; who has not spoken is asked only where the room tells names.

use db::Sql;
use issues::{Capacity, Issue, IssueFault};
use kernel::{IssueId, IssueRole, PersonId, Scope, Seq};
use platform::Secrets;
use threads::read_pace::{self, Said};
use threads::{PaceNow, Room, ThreadKind, Voice};

use crate::heat::Pulse;
use crate::note::Note;
use crate::policy::{self, MayWatch};
use crate::word_rules::WordRules;
use crate::{FacilitatingFault, read, read_notes};

/// Over how many days is counted who spoke.
const DAYS: i64 = 30;
/// In how many of the newest posts is looked for words.
const MOST_LOOKED: u64 = 300;

/// How the conversations of an issue go.
pub(crate) struct Overview {
    pub issue: Issue,
    /// The hottest first, then the liveliest.
    pub rooms: Vec<(Room, Pulse)>,
    /// Without an answer.
    pub questions: Vec<Room>,
}

pub(crate) async fn over(
    sql: &impl Sql,
    scope: &Scope,
    secrets: &Secrets,
    issue: IssueId,
) -> Result<Overview, FacilitatingFault> {
    let found = issues::read::find(sql, issue).await?;
    let issue = found.ok_or(IssueFault::NotFound)?;
    policy::may_oversee(&issue)?;
    let rooms = threads::read::of_issue(sql, issue.id).await?;
    let ids: Vec<_> = rooms.iter().map(|room| room.id).collect();
    let said = read_pace::said(sql, &ids, DAYS).await?;
    let reports = moderation::waiting_reports(sql, scope, secrets, issue.id).await?;
    let questions = unanswered(&rooms);
    let mut rooms: Vec<_> = rooms
        .into_iter()
        .map(|room| {
            let pulse = Pulse::of(&said, room.id, waiting(&reports, &room));
            (room, pulse)
        })
        .collect();
    rooms.sort_by_key(|(_, pulse)| !pulse.is_hot());
    Ok(Overview {
        issue,
        rooms,
        questions,
    })
}

fn waiting(reports: &[(kernel::ThreadId, i64)], room: &Room) -> i64 {
    let here = reports.iter().find(|(thread, _)| *thread == room.id);
    here.map_or(0, |(_, posts)| *posts)
}

fn unanswered(rooms: &[Room]) -> Vec<Room> {
    let open = |one: &&Room| one.kind == ThreadKind::Question && one.answers == 0;
    rooms.iter().filter(open).cloned().collect()
}

/// Somebody who takes part and has not spoken.
pub(crate) struct QuietOne {
    pub person: PersonId,
    pub name: String,
    /// The last note to them.
    pub note: Option<Note>,
}

/// How one conversation goes.
pub(crate) struct Cockpit {
    /// None where the room tells no names: a capacity would tell who it is.
    pub shares: Option<Vec<(Capacity, i64)>>,
    pub quiet: Option<Vec<QuietOne>>,
    pub pace: Pulse,
    /// Of the issue, without an answer.
    pub questions: Vec<Room>,
    pub set: PaceNow,
    /// Posts in which words of the organisation's list stand, and which rule it is.
    pub found: Vec<(Seq, usize)>,
    pub rules: WordRules,
}

pub(crate) async fn look(
    sql: &impl Sql,
    scope: &Scope,
    secrets: &Secrets,
    room: &Room,
    _permit: &MayWatch,
) -> Result<Cockpit, FacilitatingFault> {
    let said = read_pace::said(sql, &[room.id], DAYS).await?;
    let quiet = if room.regime.names_people() {
        Some(quiet(sql, room).await?)
    } else {
        None
    };
    let rooms = threads::read::of_issue(sql, room.issue).await?;
    let reports = moderation::waiting_reports(sql, scope, secrets, room.issue).await?;
    let rules = read::word_rules(sql, room.tenant).await?;
    let found = if rules.rules.is_empty() {
        Vec::new()
    } else {
        rules.found_in(&read_pace::newest_texts(sql, room.id, MOST_LOOKED).await?)
    };
    Ok(Cockpit {
        shares: quiet.is_some().then(|| shares(&said)),
        quiet,
        pace: Pulse::of(&said, room.id, waiting(&reports, room)),
        questions: unanswered(&rooms),
        set: read_pace::pace_of(sql, room.id).await?,
        found,
        rules,
    })
}

/// Who takes part, does not lead, and has not said anything that can be read.
async fn quiet(sql: &impl Sql, room: &Room) -> Result<Vec<QuietOne>, FacilitatingFault> {
    let voices = read_pace::voices_in(sql, room.id).await?;
    let circle = issues::read::participants_of(sql, room.issue).await?;
    let quiet = circle
        .into_iter()
        .filter(|one| listens(one.role) && !voices.contains(&Voice::Person(one.person).uuid()));
    let mut notes = read_notes::in_room(sql, room.id).await?;
    let with_note = quiet.map(|one| QuietOne {
        note: notes.remove(&one.person),
        person: one.person,
        name: one.shown_name,
    });
    Ok(with_note.collect())
}

/// The same of one person.
pub(crate) async fn is_quiet(
    sql: &impl Sql,
    room: &Room,
    person: PersonId,
) -> Result<bool, FacilitatingFault> {
    let found = issues::read::participant(sql, room.issue, person).await?;
    if !found.is_some_and(|one| listens(one.role)) {
        return Ok(false);
    }
    let voices = read_pace::voices_in(sql, room.id).await?;
    Ok(!voices.contains(&Voice::Person(person).uuid()))
}

const fn listens(role: IssueRole) -> bool {
    matches!(role, IssueRole::Participant | IssueRole::Official)
}

fn shares(said: &[Said]) -> Vec<(Capacity, i64)> {
    let of = |capacity: Capacity| {
        let own = said.iter().filter(|one| one.capacity == capacity);
        (capacity, own.map(|one| one.posts).sum())
    };
    Capacity::ALL.map(of).to_vec()
}

#[cfg(test)]
mod tests {
    use kernel::{ThreadId, Timestamp};

    use super::*;

    #[test]
    fn shares_are_of_all_capacities() {
        let thread = ThreadId::new(Timestamp::from_millis(0));
        let said = |capacity, days_ago, posts| Said {
            thread,
            capacity,
            days_ago,
            posts,
        };
        let shares = shares(&[
            said(Capacity::Personal, 0, 1),
            said(Capacity::Personal, 3, 2),
            said(Capacity::Official, 20, 4),
        ]);
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
