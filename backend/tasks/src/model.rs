//! A task. Pure.

use std::time::Duration;

use kernel::{IssueId, PersonId, PostId, TaskId, TenantId, Timestamp};

const DAY: u64 = 24 * 3_600;

/// Whose it is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doer {
    Nobody,
    Person(PersonId),
    /// Those who run the issue, whoever they are then.
    Runners,
}

impl Doer {
    pub fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(person) => Some(person),
            Self::Nobody | Self::Runners => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub id: TaskId,
    pub tenant: TenantId,
    pub issue: IssueId,
    /// Out of which it came.
    pub post: PostId,
    /// Nobody where the room tells no names.
    pub maker: Option<PersonId>,
    pub doer: Doer,
    pub what: String,
    pub due_at: Option<Timestamp>,
    pub done_at: Option<Timestamp>,
    /// How it went, if the doer said so.
    pub done_words: Option<String>,
    /// How often its day was told of.
    pub reminded: i64,
    pub made_at: Timestamp,
    pub version: i64,
}

impl Task {
    pub const MOST_WHAT: usize = 200;
    pub const MOST_WORDS: usize = 500;
    /// More than this to do in one issue nobody keeps an eye on.
    pub const MOST: usize = 200;
    /// Of which one person made no more than this: nobody takes up all there is.
    pub const MOST_OF_ONE: usize = 30;
    /// What was done is forgotten after a year.
    pub const KEPT: Duration = Duration::from_secs(365 * DAY);
    /// The first word of the day that comes.
    const BEFORE: Duration = Duration::from_secs(3 * DAY);
    /// A day is kept as its noon; the second word comes in its morning.
    const MORNING: Duration = Duration::from_secs(6 * 3_600);

    pub fn is_of(&self, person: PersonId) -> bool {
        self.doer == Doer::Person(person)
    }
}

/// How often the doer should have been told of the day by now.
pub fn words_due(due_at: Option<Timestamp>, now: Timestamp) -> i64 {
    let reached = |ahead: Duration| due_at.is_some_and(|due| now.plus(ahead) >= due);
    i64::from(reached(Task::BEFORE)) + i64::from(reached(Task::MORNING))
}

/// What is looked at: days before this one may have to be told of, for the first or for the second time.
pub fn horizons(now: Timestamp) -> [Timestamp; 2] {
    [now.plus(Task::BEFORE), now.plus(Task::MORNING)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_told_of_before_it_and_on_it() {
        let now = Timestamp::from_millis(0);
        let due = |hours: u64| Some(now.plus(Duration::from_secs(hours * 3_600)));
        assert_eq!(words_due(None, now), 0);
        assert_eq!(words_due(due(73), now), 0);
        assert_eq!(words_due(due(72), now), 1);
        assert_eq!(words_due(due(7), now), 1);
        assert_eq!(words_due(due(6), now), 2);
        assert_eq!(words_due(due(0), now), 2);
    }
}
