//! In which capacity a person speaks. Pure.

use kernel::{IssueRole, TenantRole};
use serde::{Deserialize, Serialize};

/// *Op persoonlijke titel*, *namens* an organisation, or *als ambtenaar*.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    #[default]
    Personal,
    OnBehalf,
    Official,
}

impl Capacity {
    pub const ALL: [Self; 3] = [Self::Personal, Self::OnBehalf, Self::Official];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::OnBehalf => "on-behalf",
            Self::Official => "official",
        }
    }
    pub fn from_name(raw: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|capacity| capacity.as_str() == raw)
    }

    /// Whether an organisation stands behind it; then, and only then, its name is shown.
    pub const fn has_organisation(self) -> bool {
        matches!(self, Self::OnBehalf | Self::Official)
    }

    /// Whether a member of an organisation may speak so for it. Residents are members too: as an official speaks who
    /// has a task there, or who was asked into the issue as one.
    pub fn is_open_to(self, held: TenantRole, part: IssueRole) -> bool {
        self != Self::Official || held > TenantRole::Member || part == IssueRole::Official
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn being_a_member_makes_nobody_an_official() {
        let member = |capacity: Capacity, part| capacity.is_open_to(TenantRole::Member, part);
        assert!(!member(Capacity::Official, IssueRole::Participant));
        assert!(member(Capacity::Official, IssueRole::Official));
        assert!(member(Capacity::OnBehalf, IssueRole::Participant));
        assert!(Capacity::Official.is_open_to(TenantRole::Publisher, IssueRole::Participant));
    }
}
