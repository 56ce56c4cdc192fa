//! An organisation in the issue of another, from the question to the parting. Pure.

use std::time::Duration;

use db::DbFault;
use kernel::{IssueId, JoinId, TenantId, TenantSet, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum JoinState {
    Asked,
    Joined,
    Declined,
    /// They were together.
    Ended,
}

impl JoinState {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Joined => "joined",
            Self::Declined => "declined",
            Self::Ended => "ended",
        }
    }
    pub(crate) fn from_name(raw: &str) -> Result<Self, DbFault> {
        match raw {
            "asked" => Ok(Self::Asked),
            "joined" => Ok(Self::Joined),
            "declined" => Ok(Self::Declined),
            "ended" => Ok(Self::Ended),
            _ => Err(DbFault::corrupt(raw)),
        }
    }
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = JoinSide)]
pub enum Side {
    Owner,
    Joiner,
}

impl Side {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Joiner => "joiner",
        }
    }
    pub(crate) fn from_name(raw: &str) -> Result<Self, DbFault> {
        match raw {
            "owner" => Ok(Self::Owner),
            "joiner" => Ok(Self::Joiner),
            _ => Err(DbFault::corrupt(raw)),
        }
    }
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Owner => Self::Joiner,
            Self::Joiner => Self::Owner,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Join {
    pub id: JoinId,
    pub owner: TenantId,
    pub joiner: TenantId,
    pub issue: IssueId,
    pub asked_by: Side,
    pub state: JoinState,
    /// The issue as it was when it was asked.
    pub title: String,
    pub core_question: String,
    pub motivation: String,
    /// Why not, or why not any more.
    pub reason: Option<String>,
    pub ended_by: Option<Side>,
    pub terms: Vec<Uuid>,
    pub asked_at: Timestamp,
    pub changed_at: Timestamp,
    pub version: i64,
}

impl Join {
    pub const MOST_TEXT: usize = 1_000;
    /// Whoever heard "no" asks again after this long.
    pub const RESTS: Duration = Duration::from_secs(30 * 24 * 3_600);
    /// What was answered with "no", or is over, is forgotten after this long; so is a question that nobody answered.
    pub const KEPT: Duration = Duration::from_secs(180 * 24 * 3_600);

    pub fn side_of(&self, tenant: TenantId) -> Option<Side> {
        if tenant == self.owner {
            Some(Side::Owner)
        } else if tenant == self.joiner {
            Some(Side::Joiner)
        } else {
            None
        }
    }

    pub const fn tenant_at(&self, side: Side) -> TenantId {
        match side {
            Side::Owner => self.owner,
            Side::Joiner => self.joiner,
        }
    }

    /// What one transaction of the two may touch.
    pub fn both(&self) -> TenantSet {
        TenantSet::of([self.owner, self.joiner])
    }
}
