//! What passes from one to another, from the offer to the answer. Pure.

use std::time::Duration;

use db::DbFault;
use kernel::{HandoverId, IssueId, PersonId, TenantId, Timestamp};
use serde::Serialize;

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HandoverState {
    Offered,
    Accepted,
    Declined,
    /// Taken back before there was an answer.
    Withdrawn,
}

impl HandoverState {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }
    pub(crate) fn from_name(raw: &str) -> Result<Self, DbFault> {
        match raw {
            "offered" => Ok(Self::Offered),
            "accepted" => Ok(Self::Accepted),
            "declined" => Ok(Self::Declined),
            "withdrawn" => Ok(Self::Withdrawn),
            _ => Err(DbFault::corrupt(raw)),
        }
    }
}

/// Which of the two the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HandoverSide {
    Giver,
    Taker,
}

/// What somebody offers a colleague.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Handover {
    pub id: HandoverId,
    pub tenant: TenantId,
    pub giver: PersonId,
    pub taker: PersonId,
    pub rooms: Vec<IssueId>,
    /// Also that of owner of the organisation.
    pub ownership: bool,
    /// Whether the giver goes on taking part in the rooms.
    pub stays: bool,
    pub words: String,
    pub state: HandoverState,
    pub reason: Option<String>,
    pub offered_at: Timestamp,
    pub changed_at: Timestamp,
    pub version: i64,
}

impl Handover {
    /// Characters.
    pub const MOST_TEXT: usize = 1_000;
    /// Rooms in one offer.
    pub const MOST_ROOMS: usize = 25;
    /// Offers of one person that wait for an answer.
    pub const MOST_OPEN: u64 = 10;
    /// After its last change; an offer that nobody answers is gone by then.
    pub const KEPT: Duration = Duration::from_secs(42 * 24 * 3_600);

    pub fn waits_for(&self, person: PersonId) -> bool {
        self.state == HandoverState::Offered && self.taker == person
    }

    pub fn side_of(&self, person: PersonId) -> Option<HandoverSide> {
        if person == self.giver {
            Some(HandoverSide::Giver)
        } else if person == self.taker {
            Some(HandoverSide::Taker)
        } else {
            None
        }
    }
}
