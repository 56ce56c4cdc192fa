//! What happens between two networks: ids only. Each event is for one of the two, and does not name the other: who hears of
//! it may not be able to read that one.

use kernel::{Event, IssueId, TenantId, TieId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum TieEvent {
    /// Another network asks this one for contact.
    Asked(About),
    /// The other answered, went, or wants something with this one.
    News(About),
    /// This one goes up into the other, and everybody in it is asked whether they come along.
    Merging(About),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub tenant: TenantId,
    /// Whose people it is for.
    pub network: IssueId,
    pub tie: TieId,
}

impl TieEvent {
    pub const ASKED: &'static str = "tie.asked";
    pub const NEWS: &'static str = "tie.news";
    pub const MERGING: &'static str = "tie.merging";

    pub const fn about(&self) -> About {
        match self {
            Self::Asked(about) | Self::News(about) | Self::Merging(about) => *about,
        }
    }
}

impl Event for TieEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Asked(_) => Self::ASKED,
            Self::News(_) => Self::NEWS,
            Self::Merging(_) => Self::MERGING,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.about().tenant)
    }
    fn subject(&self) -> Uuid {
        self.about().network.uuid()
    }
}
