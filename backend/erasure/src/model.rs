//! What a person asks for, and how far it is. Pure.

use std::time::Duration;

use db::DbFault;
use kernel::{PersonId, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

const DAY: Duration = Duration::from_secs(24 * 3_600);

/// How long one can stop it.
pub const THINKING: Duration = Duration::from_secs(7 * 24 * 3_600);
/// How long the last mail has to leave, before the address is forgotten.
pub const FAREWELL: Duration = Duration::from_secs(10 * 60);
/// When somebody cannot go yet because an organisation has no other owner, it is looked at again after this.
pub const LATER: Duration = DAY;
/// For so long nobody else works at it.
pub const LEASE: Duration = Duration::from_secs(15 * 60);

/// What becomes of what one wrote where people have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ErasureTexts)]
pub enum Texts {
    /// It stays, by somebody who left.
    Stay,
    /// It goes: only its place stays.
    Go,
}

impl Texts {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stay => "stay",
            Self::Go => "go",
        }
    }
    pub fn from_name(raw: &str) -> Result<Self, DbFault> {
        [Self::Stay, Self::Go]
            .into_iter()
            .find(|texts| texts.as_str() == raw)
            .ok_or_else(|| DbFault::corrupt(raw))
    }
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// One may think about it.
    Waiting,
    /// The last mail is under way; nothing stops it any more.
    Begun,
}

impl Stage {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Begun => "begun",
        }
    }
    pub fn from_name(raw: &str) -> Result<Self, DbFault> {
        [Self::Waiting, Self::Begun]
            .into_iter()
            .find(|stage| stage.as_str() == raw)
            .ok_or_else(|| DbFault::corrupt(raw))
    }
}

/// Somebody who asked to be erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub person: PersonId,
    pub texts: Texts,
    pub stage: Stage,
    pub asked_at: Timestamp,
    /// When the next step is.
    pub due_at: Timestamp,
}

/// Somebody who left, in one issue: made of chance alone. Its version (4) tells it from people and aliases.
pub fn stand_in(now: Timestamp) -> Uuid {
    let chance = || PersonId::new(now).uuid().into_bytes();
    let mut bytes = [0; 16];
    // The first half of an id is its moment.
    let random = chance()
        .into_iter()
        .skip(8)
        .chain(chance().into_iter().skip(8));
    for (slot, byte) in bytes.iter_mut().zip(random) {
        *slot = byte;
    }
    Builder::from_random_bytes(bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;
    use threads::Voice;

    #[test]
    fn who_left_is_nobody_that_anybody_knows() {
        let now = Timestamp::from_millis(1_795_532_400_000);
        let (one, other) = (stand_in(now), stand_in(now));
        assert_ne!(one, other);
        assert_eq!(Voice::from(one), Voice::Gone(one));
        assert_eq!(Voice::from(one).person(), None);
    }
}
