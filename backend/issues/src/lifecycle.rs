//! The life of an issue: which state may follow which, and by whose hand. Pure.

use std::time::Duration;

use kernel::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IssueState {
    Draft,
    Proposed,
    Declined,
    Orientation,
    Open,
    Concluding,
    Closed,
    Archived,
    Paused,
    Withdrawn,
}

use IssueState::{
    Archived, Closed, Concluding, Declined, Draft, Open, Orientation, Paused, Proposed, Withdrawn,
};

/// Whose hand a step asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Who wrote it.
    Author,
    /// A facilitator of the issue, or a convener of its tenant.
    Manager,
    /// Either of them; who wrote it, for as long as they take part.
    Both,
    /// Nobody by itself: only publishing an outcome.
    Outcome,
}

/// A step that the life cycle knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub hand: Hand,
    /// Whether the person must say why.
    pub reason: bool,
}

impl IssueState {
    pub const ALL: [Self; 10] = [
        Draft,
        Proposed,
        Declined,
        Orientation,
        Open,
        Concluding,
        Closed,
        Archived,
        Paused,
        Withdrawn,
    ];

    /// Whoever proposes an issue has an answer within three weeks.
    pub const ANSWERED_WITHIN: Duration = Duration::from_secs(21 * 24 * 3_600);
    /// When it is late, owners hear of it after a week.
    pub const OWNERS_TOLD_AFTER: Duration = Duration::from_secs(7 * 24 * 3_600);

    /// By when there is an answer, where one is waited for since this moment.
    pub fn answer_by(self, since: Timestamp) -> Option<Timestamp> {
        (self == Proposed).then(|| since.plus(Self::ANSWERED_WITHIN))
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Draft => "draft",
            Proposed => "proposed",
            Declined => "declined",
            Orientation => "orientation",
            Open => "open",
            Concluding => "concluding",
            Closed => "closed",
            Archived => "archived",
            Paused => "paused",
            Withdrawn => "withdrawn",
        }
    }

    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == raw)
    }

    /// The step to `to`; none when the life cycle does not know it.
    pub fn step(self, to: Self) -> Option<Step> {
        let step = |hand, reason| Some(Step { hand, reason });
        match (self, to) {
            (Draft | Declined, Proposed) => step(Hand::Author, false),
            (Draft | Proposed, Orientation | Open)
            | (Orientation | Concluding, Open)
            | (Open, Concluding) => step(Hand::Manager, false),
            (Proposed, Declined) | (Closed, Open) | (Orientation | Open | Concluding, Paused) => {
                step(Hand::Manager, true)
            }
            (Paused, Orientation | Open | Concluding) | (Closed, Archived) => {
                step(Hand::Manager, false)
            }
            // What somebody proposed is theirs to take back; whoever decides about it declines.
            (Proposed, Withdrawn) => step(Hand::Author, true),
            (Orientation | Open | Concluding | Paused, Withdrawn) => step(Hand::Both, true),
            (Open | Concluding, Closed) => step(Hand::Outcome, false),
            _ => None,
        }
    }

    /// Whether it is still to go out into the world.
    pub const fn is_new(self) -> bool {
        matches!(self, Draft | Proposed | Declined | Orientation)
    }

    /// Whether people talk: threads can be opened and posts written.
    pub const fn talks(self) -> bool {
        matches!(self, Orientation | Open | Concluding)
    }

    /// Whether it is still decided about what was said: closing ends what is said, and not what was to be decided about it.
    pub const fn is_moderated(self) -> bool {
        self.talks() || matches!(self, Closed)
    }

    /// Whether a first circle looks whether the question is right, and who is needed.
    pub const fn is_tested(self) -> bool {
        matches!(self, Orientation)
    }

    /// Whether people can be invited.
    pub const fn invites(self) -> bool {
        matches!(self, Orientation | Open)
    }

    /// Whether it is out in the world, for whoever its visibility allows.
    pub const fn is_out(self) -> bool {
        matches!(self, Open | Concluding | Closed | Archived | Paused)
    }

    /// Those in which people take part or took part, as tables store them.
    pub const TAKEN_PART_IN: [&'static str; 6] = [
        "orientation",
        "open",
        "concluding",
        "closed",
        "archived",
        "paused",
    ];

    /// The states that are out in the world, as tables store them.
    pub const OUT: [&'static str; 5] = ["open", "concluding", "closed", "archived", "paused"];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_no_way_to_close_in_silence() {
        for from in IssueState::ALL {
            if let Some(step) = from.step(Closed) {
                assert_eq!(step.hand, Hand::Outcome, "{from:?}");
            }
        }
    }

    #[test]
    fn a_proposal_that_is_declined_gets_a_reason_and_may_come_again() {
        assert_eq!(
            Proposed.step(Declined),
            Some(Step {
                hand: Hand::Manager,
                reason: true
            })
        );
        assert_eq!(
            Declined.step(Proposed),
            Some(Step {
                hand: Hand::Author,
                reason: false
            })
        );
    }

    #[test]
    fn only_a_proposal_waits_for_an_answer() {
        let since = Timestamp::from_millis(0);
        for state in IssueState::ALL {
            let by = state.answer_by(since).map(Timestamp::millis);
            let three_weeks = (state == Proposed).then_some(21 * 24 * 3_600_000);
            assert_eq!(by, three_weeks, "{state:?}");
        }
    }

    #[test]
    fn what_is_withdrawn_or_archived_stays_so() {
        for to in IssueState::ALL {
            assert_eq!(Withdrawn.step(to), None);
            assert_eq!(Archived.step(to), None);
        }
    }

    #[test]
    fn the_states_that_are_out_agree_with_their_names() {
        let out: Vec<_> = IssueState::ALL
            .into_iter()
            .filter(|state| state.is_out())
            .map(IssueState::as_str)
            .collect();
        assert_eq!(out, IssueState::OUT);
        let taken_part: Vec<_> = IssueState::ALL
            .into_iter()
            .filter(|state| state.is_out() || state.invites())
            .map(IssueState::as_str)
            .collect();
        assert_eq!(taken_part, IssueState::TAKEN_PART_IN);
    }
}
