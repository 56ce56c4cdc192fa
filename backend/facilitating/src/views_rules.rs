//! The words that an organisation watches, as the API tells them.

use kernel::Scope;
use serde::{Deserialize, Serialize};

use crate::policy;
use crate::word_rules::{WordRule, WordRules};

#[derive(Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WordRuleView {
    /// A word, or some words after each other.
    pub phrase: String,
    /// Why whoever facilitates looks at it.
    pub why: String,
}

impl From<WordRule> for WordRuleView {
    fn from(rule: WordRule) -> Self {
        Self {
            phrase: rule.phrase,
            why: rule.why,
        }
    }
}

/// The words that an organisation watches
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WordRuleList {
    items: Vec<WordRuleView>,
    /// 0 while nobody wrote them.
    pub version: i64,
    /// The reader may write the list.
    can_write: bool,
}

impl WordRuleList {
    pub fn of(scope: &Scope, now: WordRules) -> Self {
        Self {
            items: now.rules.into_iter().map(WordRuleView::from).collect(),
            version: now.version,
            can_write: policy::may_order_words(scope).is_ok(),
        }
    }
}

#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WordRulesForm {
    items: Vec<WordRuleView>,
}

impl WordRulesForm {
    pub fn into_rules(self) -> Vec<WordRule> {
        let rule = |it: WordRuleView| WordRule {
            phrase: it.phrase,
            why: it.why,
        };
        self.items.into_iter().map(rule).collect()
    }
}
