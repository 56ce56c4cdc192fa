//! The network and what only it has. Pure.

use db::DbFault;
use issues::Issue;
use serde::{Deserialize, Serialize};

/// What a network is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NetworkKind {
    /// People who know a subject, and share what they know.
    Knowledge,
    /// People who work on one theme for a while.
    Theme,
    /// People who advise, asked and unasked.
    Advisory,
    /// People who learn from each other's work.
    Learning,
    /// One conversation, and then it is over.
    Session,
}

impl NetworkKind {
    pub const ALL: [Self; 5] = [
        Self::Knowledge,
        Self::Theme,
        Self::Advisory,
        Self::Learning,
        Self::Session,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Knowledge => "knowledge",
            Self::Theme => "theme",
            Self::Advisory => "advisory",
            Self::Learning => "learning",
            Self::Session => "session",
        }
    }
    pub fn from_name(raw: &str) -> Result<Self, DbFault> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == raw)
            .ok_or_else(|| DbFault::corrupt(raw))
    }
}

/// What a network says of itself beside what its room says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charter {
    pub kind: NetworkKind,
    /// Markdown; empty when there are none to agree with.
    pub house_rules: String,
    pub house_rules_html: String,
    /// Moves on when the rules change: who agreed with older ones is asked again.
    pub rules_version: i64,
    pub target_size: Option<i64>,
}

impl Charter {
    /// The smallest and the largest circle that can be aimed at.
    pub const SIZES: std::ops::RangeInclusive<i64> = 3..=150;
}

/// A network, as the asker sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    pub room: Issue,
    pub charter: Charter,
    /// The version of the house rules that the asker agreed with.
    pub agreed: Option<i64>,
    /// Nobody has said a thing for long, and the facilitators were asked what they want.
    pub quiet: bool,
}

impl Network {
    /// Whether the asker is in it and has yet to agree with the rules as they are now.
    pub fn waits_for_agreement(&self) -> bool {
        self.room.role.is_some()
            && !self.charter.house_rules.is_empty()
            && self.agreed != Some(self.charter.rules_version)
    }
}
