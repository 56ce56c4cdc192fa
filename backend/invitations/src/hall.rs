//! A hall link: on the wall of a hall, for everybody who is there. Pure.
//!
//! Promise: it lets in as many as were said, until the moment that was said, and signs nobody in; how many came by it
//! is kept, and who did is not. Whoever runs the issue sees the number go up, and may work out who.

use std::time::Duration;

use issues::{Issue, IssueRights, IssueState};
use kernel::{Denied, HallLinkId, IssueId, PersonId, Scope, TenantId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::InvitationFault;
use crate::event::AboutHall;
use crate::hand::RaisedHand;

/// A link for one hall and one issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HallLink {
    pub id: HallLinkId,
    pub tenant: TenantId,
    pub issue: IssueId,
    /// The half of its token that finds it.
    pub handle: String,
    /// Where it hangs, and when: for who made it, and for who wonders whether it is genuine.
    pub place: String,
    /// For how many people.
    pub most: i64,
    /// How many came in or raised a hand.
    pub used: i64,
    /// Who comes gives a reason, and waits for an answer.
    pub approval: bool,
    pub made_by: PersonId,
    pub ends_at: Timestamp,
    pub ended_at: Option<Timestamp>,
    pub created_at: Timestamp,
}

/// How it is with a link, for those who run the issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HallLinkState {
    Open,
    Full,
    /// Its time has passed.
    Over,
    /// Somebody ended it.
    Ended,
}

/// What whoever opens the link finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Door {
    Open,
    Full,
    Over,
    Ended,
    /// The issue rests.
    Paused,
    /// The issue is closed, and has an outcome.
    Concluded,
    /// The issue takes nobody any more.
    Closed,
}

impl HallLink {
    /// Fewer, and whoever watches the number would know who came.
    pub const LEAST_PEOPLE: i64 = 10;
    /// A hall is one address: more could not all sign in within a quarter of an hour.
    pub const MOST_PEOPLE: i64 = 150;
    /// More would be a way to keep a door open by habit.
    pub const MOST_OPEN: u64 = 5;
    /// It ends at most this long after it was made.
    pub const LONGEST: Duration = Duration::from_secs(31 * 24 * 3_600);
    /// This long after the end it still says that it is over, and is then forgotten.
    pub const KEPT: Duration = Duration::from_secs(30 * 24 * 3_600);
    pub const MOST_PLACE: usize = 120;

    pub fn state_at(&self, now: Timestamp) -> HallLinkState {
        match self.ended_at {
            Some(_) => HallLinkState::Ended,
            None if self.ends_at <= now => HallLinkState::Over,
            None if self.used >= self.most => HallLinkState::Full,
            None => HallLinkState::Open,
        }
    }

    /// What became of the issue is said before what became of the link.
    pub fn door(&self, issue: IssueState, now: Timestamp) -> Door {
        match issue {
            IssueState::Closed | IssueState::Archived => return Door::Concluded,
            IssueState::Draft
            | IssueState::Proposed
            | IssueState::Declined
            | IssueState::Concluding
            | IssueState::Withdrawn => return Door::Closed,
            IssueState::Orientation | IssueState::Open | IssueState::Paused => {}
        }
        match self.state_at(now) {
            HallLinkState::Over => Door::Over,
            HallLinkState::Ended => Door::Ended,
            HallLinkState::Open | HallLinkState::Full if issue == IssueState::Paused => {
                Door::Paused
            }
            HallLinkState::Full => Door::Full,
            HallLinkState::Open => Door::Open,
        }
    }

    pub(crate) const fn about(&self) -> AboutHall {
        AboutHall {
            tenant: self.tenant,
            issue: self.issue,
            link: self.id,
        }
    }
}

impl Door {
    /// Whether it still leads to the issue, so that its question is shown to whoever holds the link.
    pub const fn shows(self) -> bool {
        matches!(self, Self::Open | Self::Full | Self::Paused)
    }

    pub const fn fault(self) -> Option<InvitationFault> {
        match self {
            Self::Open => None,
            Self::Full => Some(InvitationFault::HallLinkFull),
            Self::Paused => Some(InvitationFault::HallLinkRests),
            Self::Over | Self::Ended | Self::Concluded | Self::Closed => {
                Some(InvitationFault::HallLinkEnded)
            }
        }
    }
}

/// Where whoever opens the link stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guest {
    /// Not signed in.
    Visitor,
    /// Takes part in the issue, or runs it.
    Inside,
    /// Said why already, and gets an answer.
    Waits(RaisedHand),
    /// Was refused before.
    Refused(RaisedHand),
    /// An invitation of their own waits, and lets them in at once.
    Invited,
    MayJoin,
    /// Says why first.
    MayAsk,
}

/// Proof that this person may make a link to this issue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MayMakeHall {
    pub(crate) tenant: TenantId,
    pub(crate) issue: IssueId,
    pub(crate) by: PersonId,
}

/// As inviting: an issue that takes nobody has no link.
pub(crate) fn may_make(scope: &Scope, issue: &Issue) -> Result<MayMakeHall, Denied> {
    let by = scope.person.ok_or(Denied::Forbidden)?;
    if !IssueRights::of(scope, issue).invite {
        return Err(Denied::Forbidden);
    }
    Ok(MayMakeHall {
        tenant: issue.tenant,
        issue: issue.id,
        by,
    })
}

/// Proof that this person may see and end the links of this issue: also while it takes nobody.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MayEndHalls {
    pub(crate) issue: IssueId,
    pub(crate) by: PersonId,
}

pub(crate) fn may_end(scope: &Scope, issue: &Issue) -> Result<MayEndHalls, Denied> {
    let by = scope.person.ok_or(Denied::Forbidden)?;
    if !IssueRights::of(scope, issue).manage {
        return Err(Denied::Forbidden);
    }
    Ok(MayEndHalls {
        issue: issue.id,
        by,
    })
}

/// Proof that this person comes in by this link, with an address that was proven.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MayEnter {
    pub(crate) link: HallLinkId,
}

pub(crate) fn may_enter(
    link: &HallLink,
    guest: &Guest,
    proven: &[String],
) -> Result<MayEnter, InvitationFault> {
    if proven.is_empty() {
        return Err(Denied::Forbidden.into());
    }
    match guest {
        Guest::MayJoin => Ok(MayEnter { link: link.id }),
        Guest::MayAsk => Err(InvitationFault::HallLinkAsks),
        Guest::Waits(_) | Guest::Refused(_) => Err(InvitationFault::HandAnswered),
        Guest::Invited => Err(InvitationFault::AlreadyInvited),
        Guest::Visitor | Guest::Inside => Err(Denied::Forbidden.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: Duration = Duration::from_secs(3_600);

    fn link(used: i64, ended: bool) -> HallLink {
        let now = Timestamp::from_millis(0);
        HallLink {
            id: HallLinkId::new(now),
            tenant: TenantId::new(now),
            issue: IssueId::new(now),
            handle: "0123abcd".to_owned(),
            place: "Buurthuis De Hof".to_owned(),
            most: 2,
            used,
            approval: false,
            made_by: PersonId::new(now),
            ends_at: now.plus(HOUR),
            ended_at: ended.then_some(now),
            created_at: now,
        }
    }

    fn check(link: &HallLink, issue: IssueState, door: Door) {
        assert_eq!(link.door(issue, Timestamp::from_millis(1)), door);
    }

    #[test]
    fn it_takes_as_many_as_were_said_until_the_moment_that_was_said() {
        check(&link(1, false), IssueState::Open, Door::Open);
        check(&link(2, false), IssueState::Orientation, Door::Full);
        check(&link(2, true), IssueState::Open, Door::Ended);
        let late = Timestamp::from_millis(0).plus(HOUR);
        assert_eq!(link(2, false).door(IssueState::Open, late), Door::Over);
    }

    #[test]
    fn it_is_of_no_use_when_the_issue_takes_nobody() {
        check(&link(0, false), IssueState::Paused, Door::Paused);
        check(&link(0, true), IssueState::Paused, Door::Ended);
        check(&link(0, true), IssueState::Closed, Door::Concluded);
        check(&link(0, false), IssueState::Concluding, Door::Closed);
        check(&link(0, false), IssueState::Withdrawn, Door::Closed);
    }

    #[test]
    fn who_proved_no_address_and_who_must_ask_do_not_come_in() {
        let proven = ["a@example.org".to_owned()];
        let link = link(0, false);
        assert!(may_enter(&link, &Guest::MayJoin, &proven).is_ok());
        assert!(may_enter(&link, &Guest::MayJoin, &[]).is_err());
        assert!(may_enter(&link, &Guest::MayAsk, &proven).is_err());
    }
}
