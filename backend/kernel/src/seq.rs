//! The dense number of an item in its thread.

use serde::{Deserialize, Serialize};

/// 1, 2, 3 …: the place of a post in its thread, without holes.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(transparent)]
#[schema(value_type = i64, minimum = 0)]
pub struct Seq(i64);

impl Seq {
    pub const ZERO: Self = Self(0);

    pub const fn get(self) -> i64 {
        self.0
    }
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl From<i64> for Seq {
    fn from(number: i64) -> Self {
        Self(number)
    }
}

impl std::fmt::Display for Seq {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
