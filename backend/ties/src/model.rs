//! Two networks, from the question to the parting, or until one goes up into the other. Pure.

use std::time::Duration;

use db::DbFault;
use issues::IssueState;
use kernel::{IssueId, TenantId, TenantSet, TieId, Timestamp};
use serde::{Deserialize, Serialize};

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TieState {
    Asked,
    /// In contact.
    Tied,
    Declined,
    /// They were in contact, or the question was taken back.
    Ended,
}

impl TieState {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Tied => "tied",
            Self::Declined => "declined",
            Self::Ended => "ended",
        }
    }
    pub(crate) fn from_name(raw: &str) -> Result<Self, DbFault> {
        match raw {
            "asked" => Ok(Self::Asked),
            "tied" => Ok(Self::Tied),
            "declined" => Ok(Self::Declined),
            "ended" => Ok(Self::Ended),
            _ => Err(DbFault::corrupt(raw)),
        }
    }
    /// After so long it is forgotten; until then the same two do not ask again.
    pub(crate) const fn kept(self) -> Option<Duration> {
        match self {
            Self::Asked => Some(days(42)),
            Self::Tied => None,
            Self::Declined => Some(days(90)),
            Self::Ended => Some(days(30)),
        }
    }
}

pub(crate) const fn days(number: u64) -> Duration {
    Duration::from_secs(number * 24 * 3_600)
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TieSide {
    Asker,
    Asked,
}

impl TieSide {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asker => "asker",
            Self::Asked => "asked",
        }
    }
    pub(crate) fn from_name(raw: &str) -> Result<Self, DbFault> {
        match raw {
            "asker" => Ok(Self::Asker),
            "asked" => Ok(Self::Asked),
            _ => Err(DbFault::corrupt(raw)),
        }
    }
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Asker => Self::Asked,
            Self::Asked => Self::Asker,
        }
    }
}

/// One of the two goes up into the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// Which one closes.
    pub side: TieSide,
    pub reason: String,
    /// Until when people are asked to come along; none while the other has not said yes.
    pub until: Option<Timestamp>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    pub id: TieId,
    pub asker: (TenantId, IssueId),
    pub asked: (TenantId, IssueId),
    pub state: TieState,
    pub motivation: String,
    /// What was said to a yes or a no, or on going.
    pub reason: Option<String>,
    pub ended_by: Option<TieSide>,
    pub merge: Option<Merge>,
    pub tied_at: Option<Timestamp>,
    pub asked_at: Timestamp,
    pub changed_at: Timestamp,
    pub version: i64,
}

impl Tie {
    pub const MOST_TEXT: usize = 1_000;
    /// As often as this in thirty days a network asks another one.
    pub const MOST_ASKED: u64 = 10;
    pub const ASKED_WITHIN: Duration = days(30);
    /// So long people are asked to come along.
    pub const TO_COME_ALONG: Duration = days(60);

    pub fn side_of(&self, network: IssueId) -> Option<TieSide> {
        if network == self.asker.1 {
            Some(TieSide::Asker)
        } else if network == self.asked.1 {
            Some(TieSide::Asked)
        } else {
            None
        }
    }

    pub const fn at(&self, side: TieSide) -> (TenantId, IssueId) {
        match side {
            TieSide::Asker => self.asker,
            TieSide::Asked => self.asked,
        }
    }

    /// What one transaction of the two may touch.
    pub fn tenants(&self) -> TenantSet {
        TenantSet::of([self.asker.0, self.asked.0])
    }

    /// Whether those who run this side know of the other whether or not they may read it: it asked them, or both said yes.
    pub fn is_known_to(&self, side: TieSide) -> bool {
        side == TieSide::Asked || self.tied_at.is_some()
    }

    /// A merge that both said yes to, out of the network of this side.
    pub fn agreed_merge_of(&self, side: TieSide) -> Option<(&Merge, Timestamp)> {
        let merge = self.merge.as_ref()?;
        let until = merge.until.filter(|_| self.state == TieState::Tied)?;
        (merge.side == side).then_some((merge, until))
    }
}

/// Two networks have one name together.
pub(crate) fn pair(one: IssueId, other: IssueId) -> String {
    format!("{}:{}", one.min(other), one.max(other))
}

/// A network that closed.
pub(crate) const fn is_over(state: IssueState) -> bool {
    matches!(state, IssueState::Closed | IssueState::Archived)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_networks_have_one_pair_whoever_asks() {
        let one = IssueId::new(Timestamp::from_millis(1));
        let other = IssueId::new(Timestamp::from_millis(2));
        assert_eq!(pair(one, other), pair(other, one));
    }
}
