//! One enum of roles per container, and who may grant what.

use serde::{Deserialize, Serialize};

/// A person's role in a tenant. The order is the rank: nobody grants a role above their own.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum TenantRole {
    Member,
    Publisher,
    Convener,
    Owner,
}

impl TenantRole {
    pub const ALL: [Self; 4] = [Self::Member, Self::Publisher, Self::Convener, Self::Owner];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Publisher => "publisher",
            Self::Convener => "convener",
            Self::Owner => "owner",
        }
    }

    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == raw)
    }

    /// Only an owner gives roles, and an owner's own is the highest there is.
    pub fn may_grant(self, role: Self) -> bool {
        self == Self::Owner && role <= self
    }

    /// Conveners and owners post issues and invite.
    pub fn convenes(self) -> bool {
        matches!(self, Self::Convener | Self::Owner)
    }

    /// Publishers, conveners and owners publish knowledge products.
    pub fn publishes(self) -> bool {
        matches!(self, Self::Publisher | Self::Convener | Self::Owner)
    }
}

/// A person's role in an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IssueRole {
    Facilitator,
    Participant,
    Official,
    Observer,
    /// Reads along, and puts what others said into another language.
    Translator,
}

impl IssueRole {
    pub const ALL: [Self; 5] = [
        Self::Facilitator,
        Self::Participant,
        Self::Official,
        Self::Observer,
        Self::Translator,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Facilitator => "facilitator",
            Self::Participant => "participant",
            Self::Official => "official",
            Self::Observer => "observer",
            Self::Translator => "translator",
        }
    }

    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == raw)
    }

    /// Everyone in the room speaks for themselves, but an observer and who translates what others say.
    pub fn speaks(self) -> bool {
        match self {
            Self::Facilitator | Self::Participant | Self::Official => true,
            Self::Observer | Self::Translator => false,
        }
    }

    /// Only a facilitator grants, and every role of an issue is at or below a facilitator's.
    pub fn may_grant(self, _role: Self) -> bool {
        self == Self::Facilitator
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_owners_give_roles() {
        assert!(TenantRole::Owner.may_grant(TenantRole::Owner));
        assert!(!TenantRole::Convener.may_grant(TenantRole::Member));
    }

    #[test]
    fn observers_and_translators_do_not_speak() {
        assert!(!IssueRole::Observer.speaks());
        assert!(!IssueRole::Translator.speaks());
    }
}
