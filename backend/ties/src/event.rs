//! What happens between two networks: ids only. Each event is for one of the two, and does not name the other: who hears of
//! it may not be able to read that one.

use kernel::{Event, IssueId, TalkId, TenantId, TieId};
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

/// What happens to joint conversations: for the people of one network, or of the room itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum TalkEvent {
    /// Another network proposes one to this network.
    Proposed(AboutTalk),
    /// The other said no.
    Declined(AboutTalk),
    /// Both said yes: everybody in this network is asked whether they come.
    Asked(AboutTalk),
    /// Its day has come, and the room is closed: for who is in that.
    Ended(AboutTalk),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutTalk {
    pub tenant: TenantId,
    /// Whose people it is for: a network, or the room.
    pub network: IssueId,
    pub talk: TalkId,
}

impl TalkEvent {
    pub const PROPOSED: &'static str = "talk.proposed";
    pub const DECLINED: &'static str = "talk.declined";
    pub const ASKED: &'static str = "talk.asked";
    pub const ENDED: &'static str = "talk.ended";

    pub const fn about(&self) -> AboutTalk {
        match self {
            Self::Proposed(about)
            | Self::Declined(about)
            | Self::Asked(about)
            | Self::Ended(about) => *about,
        }
    }
}

impl Event for TalkEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Proposed(_) => Self::PROPOSED,
            Self::Declined(_) => Self::DECLINED,
            Self::Asked(_) => Self::ASKED,
            Self::Ended(_) => Self::ENDED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.about().tenant)
    }
    fn subject(&self) -> Uuid {
        self.about().network.uuid()
    }
}
