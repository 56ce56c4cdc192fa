//! Holds as JSON.

use std::collections::HashMap;

use kernel::{HoldId, IssueId, PersonId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::model::{ActKind, Hold, NewHold, OwnAct};

/// That nothing of the conversations of an issue is deleted, as its rooms read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct HoldNotice {
    /// In the words of whoever answers for the organisation.
    pub reason: String,
    pub until: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HoldActKind {
    Set,
    Lengthened,
    Ended,
}

impl From<ActKind> for HoldActKind {
    fn from(kind: ActKind) -> Self {
        match kind {
            ActKind::Set => Self::Set,
            ActKind::Lengthened => Self::Lengthened,
            ActKind::Ended => Self::Ended,
        }
    }
}

/// What was done with a hold, and by whom.
#[derive(Serialize, utoipa::ToSchema)]
pub struct HoldAct {
    pub act: HoldActKind,
    pub at: Timestamp,
    /// What its end was from then on.
    pub until: Timestamp,
    /// Left out where its day had come, and of who is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// A hold, for the owners of the organisation.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct HoldView {
    pub id: HoldId,
    pub issue: IssueId,
    /// Left out of an issue that the asker does not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    pub reason: String,
    /// Of the case it is for; the owners read it alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    pub until: Timestamp,
    /// Left out while it is in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
    /// The oldest first.
    pub acts: Vec<HoldAct>,
    /// To lengthen it with.
    pub version: i64,
}

#[derive(Serialize, utoipa::ToSchema)]
pub struct HoldList {
    /// The newest first.
    pub items: Vec<HoldView>,
    pub next: Option<String>,
}

/// From now on nothing of an issue's conversations is deleted.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HoldForm {
    /// Why: 10 to 500 characters; everybody in its rooms reads it.
    pub reason: String,
    /// Of the case it is for; at most 60 characters.
    #[serde(default)]
    pub reference: Option<String>,
    /// At most a year ahead.
    pub until: Timestamp,
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HoldEndForm {
    /// Later than it was, and at most a year ahead.
    pub until: Timestamp,
}

impl From<HoldForm> for NewHold {
    fn from(form: HoldForm) -> Self {
        Self {
            reason: form.reason,
            reference: form.reference,
            until: form.until,
        }
    }
}

impl HoldView {
    pub(crate) fn of(
        hold: Hold,
        title: Option<String>,
        acts: Vec<OwnAct>,
        names: &HashMap<PersonId, String>,
        now: Timestamp,
    ) -> Self {
        let ended_at = hold.over(now);
        let acts = acts.into_iter().map(|act| HoldAct {
            act: act.kind.into(),
            at: act.at,
            until: act.until,
            by: act.by.and_then(|by| names.get(&by).cloned()),
        });
        Self {
            id: hold.id,
            issue: hold.issue,
            title,
            reason: hold.reason,
            reference: hold.reference,
            until: hold.until,
            ended_at,
            acts: acts.collect(),
            version: hold.version,
        }
    }
}
