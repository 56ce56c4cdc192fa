//! Maps as JSON.

use kernel::Timestamp;
use serde::{Deserialize, Serialize};

use crate::MapText;
use crate::model::Kept;

/// The map of an issue, for those who take part.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ActorMapView {
    /// None while there is none, or while it is not shown to the asker.
    pub text: Option<MapText>,
    /// Everybody who takes part reads it; otherwise only who runs the issue.
    pub shown: bool,
    /// 0 while there is none.
    pub version: i64,
    pub changed_at: Option<Timestamp>,
    pub may_write: bool,
}

impl ActorMapView {
    pub(crate) fn of(kept: Option<Kept>, may_write: bool) -> Self {
        let shown = kept.as_ref().is_some_and(|kept| kept.shown);
        let version = kept.as_ref().map_or(0, |kept| kept.version);
        let changed_at = kept.as_ref().map(|kept| kept.changed_at);
        Self {
            text: kept.map(|kept| kept.text),
            shown,
            version,
            changed_at,
            may_write,
        }
    }
}

/// What is written.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActorMapForm {
    pub text: MapText,
    /// Show it to everybody who takes part.
    pub shown: bool,
}
