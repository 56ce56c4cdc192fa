//! What happens between the owner of an issue and an organisation that joins: ids only. Each event is for one of the two.

use kernel::{Event, IssueId, JoinId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum JoinEvent {
    Asked(About),
    Accepted(About),
    Declined(About),
    Ended(About),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Whose conveners it is for.
    pub tenant: TenantId,
    pub issue: IssueId,
    pub join: JoinId,
}

impl JoinEvent {
    pub const ASKED: &'static str = "join.asked";
    pub const ACCEPTED: &'static str = "join.accepted";
    pub const DECLINED: &'static str = "join.declined";
    pub const ENDED: &'static str = "join.ended";

    const fn about(&self) -> About {
        match self {
            Self::Asked(about)
            | Self::Accepted(about)
            | Self::Declined(about)
            | Self::Ended(about) => *about,
        }
    }
}

impl Event for JoinEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Asked(_) => Self::ASKED,
            Self::Accepted(_) => Self::ACCEPTED,
            Self::Declined(_) => Self::DECLINED,
            Self::Ended(_) => Self::ENDED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.about().tenant)
    }
    fn subject(&self) -> Uuid {
        self.about().join.uuid()
    }
}
