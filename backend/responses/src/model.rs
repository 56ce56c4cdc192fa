//! What one may say to a post in one word. Pure.

use db::DbFault;
use issues::Regime;
use kernel::{PersonId, PostId, Seq};
use serde::{Deserialize, Serialize};

#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ResponseKind {
    /// I read what you say.
    Heard,
    /// I know this from my own life.
    Familiar,
    Thanks,
    /// I want to talk on about this.
    TalkOn,
}

impl ResponseKind {
    pub const ALL: [Self; 4] = [Self::Heard, Self::Familiar, Self::Thanks, Self::TalkOn];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Heard => "heard",
            Self::Familiar => "familiar",
            Self::Thanks => "thanks",
            Self::TalkOn => "talk-on",
        }
    }
    pub fn from_name(raw: &str) -> Result<Self, DbFault> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == raw)
            .ok_or_else(|| DbFault::corrupt(raw))
    }
}

/// A response that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Response {
    pub post: PostId,
    pub seq: Seq,
    pub person: PersonId,
    /// As whoever gave it is called in the room.
    pub name: String,
    pub kind: ResponseKind,
}

/// Whether responses can be given at all: where nobody learns who said what, it is not kept either who answered it.
pub(crate) const fn knows_any(regime: Regime) -> bool {
    regime.names_people()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_reads_as_it_is_written() {
        for kind in ResponseKind::ALL {
            assert_eq!(ResponseKind::from_name(kind.as_str()).unwrap(), kind);
        }
        assert!(ResponseKind::from_name("like").is_err());
    }
}
