//! A list of people who are asked some at a time, until there are enough. Pure.

use std::time::Duration;

use issues::IssueState;
use kernel::{IssueId, Locale, PersonId, TenantId, Timestamp, WaveInviteeId, WavePlanId};
use serde::{Deserialize, Serialize};

use crate::event::AboutPlan;
use crate::invite::{Invited, Whom};

const DAY: u64 = 24 * 3_600;

/// Whether people are asked from the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlanState {
    Running,
    Paused,
    Ended,
}

impl PlanState {
    pub const ALL: [Self; 3] = [Self::Running, Self::Paused, Self::Ended];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Ended => "ended",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == raw)
    }
}

/// Why nobody is asked any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PlanEnding {
    /// Every perspective that the issue cannot do without is filled.
    Filled,
    /// As many as were wanted said yes.
    Enough,
    /// Everybody on the list was asked.
    NobodyLeft,
    /// Its owner ended it.
    Stopped,
    /// The issue takes nobody any more.
    Closed,
    /// Its owner may not invite for the issue any more.
    NoRight,
    /// It lasted half a year.
    TooLong,
}

impl PlanEnding {
    pub const ALL: [Self; 7] = [
        Self::Filled,
        Self::Enough,
        Self::NobodyLeft,
        Self::Stopped,
        Self::Closed,
        Self::NoRight,
        Self::TooLong,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Filled => "filled",
            Self::Enough => "enough",
            Self::NobodyLeft => "nobody-left",
            Self::Stopped => "stopped",
            Self::Closed => "closed",
            Self::NoRight => "no-right",
            Self::TooLong => "too-long",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ending| ending.as_str() == raw)
    }

    /// Its owner does not know yet, and may read why.
    pub const fn is_news(self) -> bool {
        !matches!(self, Self::Stopped | Self::NoRight)
    }
}

/// "Ask five, wait a week, then five more unless filled."
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WavePlan {
    pub id: WavePlanId,
    pub tenant: TenantId,
    pub issue: IssueId,
    pub inviter: PersonId,
    pub rhythm: Rhythm,
    pub state: PlanState,
    pub ending: Option<PlanEnding>,
    /// How many waves went out.
    pub waves: i64,
    pub next_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
    pub created_at: Timestamp,
    pub version: i64,
}

/// How many, how often, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rhythm {
    pub size: i64,
    pub wait_days: i64,
    /// As many yeses as are wanted; none: until every perspective that is needed is filled.
    pub enough: Option<i64>,
    /// The language of the mails to addresses.
    pub locale: Locale,
}

impl Rhythm {
    pub const SIZES: std::ops::RangeInclusive<i64> = 1..=20;
    /// Long enough for a reminder and an answer.
    pub const WAITS: std::ops::RangeInclusive<i64> = 2..=28;
    pub const WANTED: std::ops::RangeInclusive<i64> = 1..=99;

    pub fn wait(self) -> Duration {
        Duration::from_secs(self.wait_days.unsigned_abs() * DAY)
    }
}

impl WavePlan {
    /// More than anybody asks one by one.
    pub const MOST: usize = 100;
    /// A list lasts half a year at most.
    pub const LASTS: Duration = Duration::from_secs(180 * DAY);
    /// After its end it is there this long, with whom could not be asked.
    pub const KEPT: Duration = Duration::from_secs(30 * DAY);

    pub const fn about(&self) -> AboutPlan {
        AboutPlan {
            tenant: self.tenant,
            issue: self.issue,
            plan: self.id,
        }
    }

    /// What is to be done now that the wait is over, or while it is paused.
    pub fn next(&self, facts: Facts) -> Next {
        let short_of = self.rhythm.enough.map(|enough| enough - facts.accepted);
        let filled = self.rhythm.enough.is_none() && facts.all_filled;
        match facts.issue {
            None | Some((_, false)) => Next::End(PlanEnding::NoRight),
            Some((IssueState::Paused, _)) if !facts.too_old => Next::PutOff,
            Some((state, _)) if !state.invites() => Next::End(PlanEnding::Closed),
            Some(_) if facts.too_old => Next::End(PlanEnding::TooLong),
            Some(_) if self.state == PlanState::Paused => Next::PutOff,
            Some(_) if short_of.is_some_and(|short| short <= 0) => Next::End(PlanEnding::Enough),
            Some(_) if filled => Next::End(PlanEnding::Filled),
            Some(_) if facts.left == 0 => Next::End(PlanEnding::NobodyLeft),
            Some(_) => Next::Ask(short_of.unwrap_or(i64::MAX).min(self.rhythm.size)),
        }
    }

    /// Addresses of people who were not asked are not kept longer than this, whatever the list waits for.
    pub fn is_too_old(&self, now: Timestamp) -> bool {
        now.since(self.created_at) >= Self::LASTS
    }
}

/// What decides whether more people are asked. Who brings which perspective is not among it.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// As its owner sees the issue, and whether its owner runs it.
    pub issue: Option<(IssueState, bool)>,
    /// By the words that everybody reads.
    pub all_filled: bool,
    /// Of those whom this list asked.
    pub accepted: i64,
    pub left: usize,
    pub too_old: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// At most so many.
    Ask(i64),
    /// Look again tomorrow.
    PutOff,
    End(PlanEnding),
}

/// Somebody on the list who was not asked: not yet, or not at all.
#[derive(Clone, Debug)]
pub struct WaveInvitee {
    pub id: WaveInviteeId,
    pub plan: WavePlanId,
    pub whom: Whom,
    pub skipped: Option<Invited>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(enough: Option<i64>) -> WavePlan {
        let now = Timestamp::from_millis(0);
        WavePlan {
            id: WavePlanId::new(now),
            tenant: TenantId::new(now),
            issue: IssueId::new(now),
            inviter: PersonId::new(now),
            rhythm: Rhythm {
                size: 5,
                wait_days: 7,
                enough,
                locale: Locale::Nl,
            },
            state: PlanState::Running,
            ending: None,
            waves: 1,
            next_at: Some(now),
            ended_at: None,
            created_at: now,
            version: 1,
        }
    }

    const OPEN: Facts = Facts {
        issue: Some((IssueState::Open, true)),
        all_filled: false,
        accepted: 0,
        left: 9,
        too_old: false,
    };

    fn check(enough: Option<i64>, facts: Facts, expected: Next) {
        assert_eq!(plan(enough).next(facts), expected, "{enough:?} {facts:?}");
    }

    #[test]
    fn as_many_as_a_wave_holds_and_no_more_than_are_wanted() {
        check(None, OPEN, Next::Ask(5));
        check(Some(3), OPEN, Next::Ask(3));
        let three = Facts {
            accepted: 3,
            ..OPEN
        };
        check(Some(10), three, Next::Ask(5));
        check(Some(3), three, Next::End(PlanEnding::Enough));
    }

    #[test]
    fn when_every_perspective_is_filled_nobody_is_asked() {
        let filled = Facts {
            all_filled: true,
            ..OPEN
        };
        check(None, filled, Next::End(PlanEnding::Filled));
        check(Some(3), filled, Next::Ask(3));
    }

    #[test]
    fn an_empty_list_ends() {
        check(
            None,
            Facts { left: 0, ..OPEN },
            Next::End(PlanEnding::NobodyLeft),
        );
    }

    #[test]
    fn a_list_that_rests_ends_all_the_same_when_it_is_old_or_good_for_nothing() {
        let paused = WavePlan {
            state: PlanState::Paused,
            ..plan(None)
        };
        assert_eq!(paused.next(OPEN), Next::PutOff);
        let closed = Facts {
            issue: Some((IssueState::Closed, true)),
            ..OPEN
        };
        assert_eq!(paused.next(closed), Next::End(PlanEnding::Closed));
        let old = Facts {
            too_old: true,
            ..OPEN
        };
        assert_eq!(paused.next(old), Next::End(PlanEnding::TooLong));
    }

    #[test]
    fn a_pause_is_waited_for_and_the_end_of_an_issue_is_the_end() {
        let of = |state, runs| Facts {
            issue: Some((state, runs)),
            ..OPEN
        };
        check(None, of(IssueState::Paused, true), Next::PutOff);
        check(
            None,
            of(IssueState::Concluding, true),
            Next::End(PlanEnding::Closed),
        );
        check(
            None,
            of(IssueState::Open, false),
            Next::End(PlanEnding::NoRight),
        );
        let unseen = Facts {
            issue: None,
            ..OPEN
        };
        check(None, unseen, Next::End(PlanEnding::NoRight));
    }
}
