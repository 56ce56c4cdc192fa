//! A raised hand: somebody who was not asked wants to take part. Pure.
//!
//! Promise: it is answered by a day that is said; a "no" has a reason, can be objected to once, and can become an
//! invitation at any time.

use std::time::Duration;

use issues::{Issue, IssueRights};
use kernel::{Denied, HallLinkId, HandId, IssueId, PersonId, Scope, TenantId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::InvitationFault;

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HandState {
    Raised,
    /// An invitation went out: the rest is there.
    Invited,
    Refused,
    /// Whoever was refused objects: it is looked at once more.
    Objected,
}

impl HandState {
    pub const ALL: [Self; 4] = [Self::Raised, Self::Invited, Self::Refused, Self::Objected];
    /// Somebody waits for an answer.
    pub const WAITING: [&'static str; 2] = [Self::Raised.as_str(), Self::Objected.as_str()];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Invited => "invited",
            Self::Refused => "refused",
            Self::Objected => "objected",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == raw)
    }
    pub const fn waits(self) -> bool {
        matches!(self, Self::Raised | Self::Objected)
    }
}

/// Somebody who wants to take part in an issue, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RaisedHand {
    pub id: HandId,
    pub tenant: TenantId,
    pub issue: IssueId,
    pub person: PersonId,
    pub motivation: String,
    pub state: HandState,
    /// Why not.
    pub reason: Option<String>,
    /// Why that is not right.
    pub objection: Option<String>,
    /// By when there is an answer.
    pub answer_by: Timestamp,
    pub answered_at: Option<Timestamp>,
    /// Who answered last; nobody is told.
    pub answered_by: Option<PersonId>,
    pub created_at: Timestamp,
    pub version: i64,
    /// By whose link it came, when it came from a hall.
    pub hall: Option<HallLinkId>,
    /// Who thought of this person, as far as those who run the issue may know.
    pub nominated_by: Option<PersonId>,
    /// What was said of this person, who read it and said yes to it.
    pub nomination: Option<String>,
}

impl RaisedHand {
    /// An answer comes within two weeks.
    pub const PROMISE: Duration = Duration::from_secs(14 * 24 * 3_600);
    /// What was answered is forgotten after this long.
    pub const KEPT: Duration = Duration::from_secs(180 * 24 * 3_600);
    pub const MOST_TEXT: usize = 1_000;

    /// A "no" is objected to once.
    pub fn may_object(&self) -> bool {
        self.state == HandState::Refused && self.objection.is_none()
    }

    /// Whether it can still become an invitation.
    pub const fn may_invite(&self) -> bool {
        !matches!(self.state, HandState::Invited)
    }
}

/// Proof that this person may ask to take part in this issue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MayRaise {
    pub(crate) tenant: TenantId,
    pub(crate) issue: IssueId,
    pub(crate) person: PersonId,
}

pub(crate) fn may_raise(scope: &Scope, issue: &Issue) -> Result<MayRaise, Denied> {
    let person = scope.person.ok_or(Denied::Forbidden)?;
    if !IssueRights::of(scope, issue).raise_hand {
        return Err(Denied::Forbidden);
    }
    Ok(MayRaise {
        tenant: issue.tenant,
        issue: issue.id,
        person,
    })
}

/// Proof that this person answers this hand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MayAnswer {
    pub(crate) hand: HandId,
    pub(crate) version: i64,
    pub(crate) by: PersonId,
}

pub(crate) fn may_answer(
    scope: &Scope,
    issue: &Issue,
    hand: &RaisedHand,
) -> Result<MayAnswer, InvitationFault> {
    let by = scope.person.ok_or(Denied::Forbidden)?;
    if !IssueRights::of(scope, issue).invite || hand.person == by {
        return Err(Denied::Forbidden.into());
    }
    Ok(MayAnswer {
        hand: hand.id,
        version: hand.version,
        by,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hand(state: HandState, objection: Option<&str>) -> RaisedHand {
        let now = Timestamp::from_millis(0);
        RaisedHand {
            id: HandId::new(now),
            tenant: TenantId::new(now),
            issue: IssueId::new(now),
            person: PersonId::new(now),
            motivation: "Ik woon er.".to_owned(),
            state,
            reason: None,
            objection: objection.map(str::to_owned),
            answer_by: now.plus(RaisedHand::PROMISE),
            answered_at: None,
            answered_by: None,
            created_at: now,
            version: 1,
            hall: None,
            nominated_by: None,
            nomination: None,
        }
    }

    #[test]
    fn a_no_is_objected_to_once() {
        assert!(hand(HandState::Refused, None).may_object());
        assert!(!hand(HandState::Refused, Some("Toch wel.")).may_object());
        assert!(!hand(HandState::Raised, None).may_object());
        assert!(!hand(HandState::Invited, None).may_object());
    }

    #[test]
    fn a_no_can_become_an_invitation() {
        assert!(hand(HandState::Refused, Some("Toch wel.")).may_invite());
        assert!(!hand(HandState::Invited, None).may_invite());
    }
}
