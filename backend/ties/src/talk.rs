//! A joint conversation of two networks, from the proposal to the day that was agreed. Pure.

use std::time::Duration;

use db::DbFault;
use kernel::{IssueId, PersonId, TalkId, TenantId, TenantSet, TieId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::TieSide;
use crate::model::days;

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TalkState {
    Proposed,
    Declined,
    /// Taken back, or the two are not in contact any more.
    Withdrawn,
    /// Both said yes, and there is a room.
    Open,
    Ended,
}

impl TalkState {
    pub const ALL: [Self; 5] = [
        Self::Proposed,
        Self::Declined,
        Self::Withdrawn,
        Self::Open,
        Self::Ended,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
            Self::Open => "open",
            Self::Ended => "ended",
        }
    }
    pub(crate) fn from_name(raw: &str) -> Result<Self, DbFault> {
        Self::ALL
            .into_iter()
            .find(|state| state.as_str() == raw)
            .ok_or_else(|| DbFault::corrupt(raw))
    }
    /// After so long it is forgotten.
    pub(crate) const fn kept(self) -> Option<Duration> {
        match self {
            Self::Proposed | Self::Withdrawn => Some(Talk::TO_ANSWER),
            Self::Open => None,
            Self::Declined | Self::Ended => Some(days(90)),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    pub id: TalkId,
    pub tie: TieId,
    /// The network that proposed it, and whose organisation owns the room.
    pub asker: (TenantId, IssueId),
    pub asked: (TenantId, IssueId),
    pub state: TalkState,
    pub subject: String,
    pub purpose: String,
    pub ends_at: Timestamp,
    /// Why not.
    pub reason: Option<String>,
    /// Runs the room together with whoever says yes; none once it is answered.
    pub proposer: Option<PersonId>,
    pub room: Option<IssueId>,
    pub proposed_at: Timestamp,
    pub changed_at: Timestamp,
    pub version: i64,
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalkText {
    pub subject: String,
    pub purpose: String,
    pub ends_at: Timestamp,
}

impl Talk {
    pub const MOST_PURPOSE: usize = 600;
    /// So long a proposal waits.
    pub const TO_ANSWER: Duration = days(30);
    /// A conversation of two ends within a year.
    pub const LONGEST: Duration = days(366);
    /// As often as this in thirty days a network proposes one.
    pub const MOST_PROPOSED: u64 = 10;

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

    /// Whether it waits for an answer, now: what was forgotten tonight is over since its hour.
    pub fn waits(&self, now: Timestamp) -> bool {
        self.state == TalkState::Proposed && self.proposed_at.plus(Self::TO_ANSWER) > now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_open_is_never_forgotten() {
        for state in TalkState::ALL {
            assert_eq!(
                state.kept().is_none(),
                state == TalkState::Open,
                "{state:?}"
            );
        }
    }
}
