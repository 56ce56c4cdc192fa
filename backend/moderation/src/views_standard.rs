//! The reasons that an organisation keeps ready, as the API tells them.

use kernel::Scope;
use serde::{Deserialize, Serialize};

use crate::policy;
use crate::standard::{StandardReason, StandardReasons};

#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StandardReasonView {
    /// By which one finds it; 1 to 80 characters.
    pub name: String,
    /// What one begins with; 1 to 1,000 characters.
    pub words: String,
}

impl From<StandardReason> for StandardReasonView {
    fn from(reason: StandardReason) -> Self {
        Self {
            name: reason.name,
            words: reason.words,
        }
    }
}

/// The reasons that an organisation keeps ready, in their order
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StandardReasonList {
    items: Vec<StandardReasonView>,
    /// 0 while nobody wrote them: then they are those that come with the platform.
    pub version: i64,
    /// The reader may write the list.
    can_write: bool,
}

impl StandardReasonList {
    pub fn of(scope: &Scope, now: StandardReasons) -> Self {
        Self {
            items: now
                .reasons
                .into_iter()
                .map(StandardReasonView::from)
                .collect(),
            version: now.version,
            can_write: policy::may_keep_reasons(scope).is_ok(),
        }
    }
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StandardReasonsForm {
    /// At most 30.
    items: Vec<StandardReasonView>,
}

impl StandardReasonsForm {
    pub fn into_reasons(self) -> Vec<StandardReason> {
        let reason = |it: StandardReasonView| StandardReason {
            name: it.name,
            words: it.words,
        };
        self.items.into_iter().map(reason).collect()
    }
}
