//! What happens to legal holds: ids only.

use kernel::{Event, HoldId, IssueId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutHold {
    pub tenant: TenantId,
    pub issue: IssueId,
    pub hold: HoldId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum HoldEvent {
    Set(AboutHold),
    Lengthened(AboutHold),
    /// By somebody, or because its day had come.
    Ended(AboutHold),
    /// It ends in a week, for those who can lengthen it.
    EndsSoon(AboutHold),
}

impl HoldEvent {
    pub const SET: &'static str = "hold.set";
    pub const LENGTHENED: &'static str = "hold.lengthened";
    pub const ENDED: &'static str = "hold.ended";
    pub const ENDS_SOON: &'static str = "hold.ends-soon";

    const fn about(&self) -> &AboutHold {
        match self {
            Self::Set(about)
            | Self::Lengthened(about)
            | Self::Ended(about)
            | Self::EndsSoon(about) => about,
        }
    }
}

impl Event for HoldEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Set(_) => Self::SET,
            Self::Lengthened(_) => Self::LENGTHENED,
            Self::Ended(_) => Self::ENDED,
            Self::EndsSoon(_) => Self::ENDS_SOON,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        Some(self.about().tenant)
    }
    fn subject(&self) -> Uuid {
        self.about().issue.uuid()
    }
}
