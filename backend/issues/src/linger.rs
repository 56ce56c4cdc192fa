//! An issue that goes on while nothing happens in it, and a proposal without an answer. Pure.
//!
//! Promise: no issue ends in silence. Whoever runs it is told, and told again as long as nothing changes (decision 0095).

use std::time::Duration;

use kernel::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Issue, IssueState};

const fn days(number: u64) -> Duration {
    Duration::from_secs(number * 24 * 3_600)
}

/// Why an issue may be dying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Linger {
    /// It is open, and the day on which it was to end has passed.
    EndPassed,
    /// It is being concluded, and no outcome comes.
    Unconcluded,
    /// Nobody writes anything.
    Silent,
    /// It rests, and nobody takes it up again.
    Paused,
}

impl Linger {
    pub const ALL: [Self; 4] = [
        Self::EndPassed,
        Self::Unconcluded,
        Self::Silent,
        Self::Paused,
    ];
    /// Concluding takes no longer.
    pub const CONCLUDING: Duration = days(21);
    /// So long without a word, and it is silent.
    pub const SILENCE: Duration = days(60);
    /// Resting takes no longer.
    pub const PAUSE: Duration = days(90);
    /// Told again after so long, when nothing changed.
    pub const AGAIN: Duration = days(30);
    /// The day on which it was to end is over, wherever that day is.
    pub const END: Duration = days(1);

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EndPassed => "end-passed",
            Self::Unconcluded => "unconcluded",
            Self::Silent => "silent",
            Self::Paused => "paused",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.as_str() == raw)
    }

    /// The one reason for which an issue in this state can linger now; whether it has done so for long enough is asked of
    /// the database.
    pub fn of(state: IssueState, planned_end: Option<Timestamp>, now: Timestamp) -> Option<Self> {
        match state {
            IssueState::Open if planned_end.is_some_and(|end| end.plus(Self::END) < now) => {
                Some(Self::EndPassed)
            }
            IssueState::Open | IssueState::Orientation => Some(Self::Silent),
            IssueState::Concluding => Some(Self::Unconcluded),
            IssueState::Paused => Some(Self::Paused),
            IssueState::Draft
            | IssueState::Proposed
            | IssueState::Declined
            | IssueState::Closed
            | IssueState::Archived
            | IssueState::Withdrawn => None,
        }
    }
}

/// What was told of an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) why: Linger,
    pub(crate) at: Timestamp,
}

impl Told {
    /// Since when it lingers for the reason that was told; none when it does not any more. That nobody wrote anything in
    /// between is asked of the database.
    pub(crate) fn still(self, issue: &Issue, now: Timestamp) -> Option<Timestamp> {
        if Linger::of(issue.state, issue.planned_end, now) != Some(self.why) {
            return None;
        }
        let since = match self.why {
            Linger::EndPassed => issue.planned_end?,
            Linger::Unconcluded | Linger::Paused => issue.state_at,
            Linger::Silent => self.at,
        };
        (since <= self.at).then_some(since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i64) -> Timestamp {
        Timestamp::from_millis(number * 86_400_000)
    }

    #[test]
    fn an_issue_lingers_for_one_reason_at_a_time() {
        use IssueState::{Closed, Concluding, Draft, Open, Orientation, Paused, Proposed};
        for (state, end, why) in [
            (Open, None, Some(Linger::Silent)),
            (Open, Some(day(12)), Some(Linger::Silent)),
            // The day itself is not over everywhere.
            (Open, Some(day(9)), Some(Linger::Silent)),
            (Open, Some(day(8)), Some(Linger::EndPassed)),
            (Orientation, Some(day(8)), Some(Linger::Silent)),
            (Concluding, Some(day(8)), Some(Linger::Unconcluded)),
            (Paused, Some(day(8)), Some(Linger::Paused)),
            (Draft, Some(day(8)), None),
            (Proposed, Some(day(8)), None),
            (Closed, Some(day(8)), None),
        ] {
            assert_eq!(Linger::of(state, end, day(10)), why, "{state:?} {end:?}");
        }
    }

    #[test]
    fn every_reason_is_known_by_its_name() {
        for why in Linger::ALL {
            assert_eq!(Linger::from_name(why.as_str()), Some(why));
        }
        assert_eq!(Linger::from_name("proposal-late"), None);
    }
}
