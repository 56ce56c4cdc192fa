//! In which capacity a person speaks. Pure.

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
}
