//! Taking the text of an issue away, and putting it back: the act of whoever moderates.
//!
//! Promise: what stood there is nowhere any more but with whoever decided; until whoever runs the issue writes another text,
//! in the way in which they always do, readers see that it was taken away. Pages and search hear of it as of any change.

use db::{DbFault, Tx, outbox};
use platform::markdown;
use serde::{Deserialize, Serialize};

use crate::{Issue, IssueEvent, store_text};

/// The text of an issue, but for its title.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IssueWords {
    pub core_question: String,
    pub why_now: String,
    pub why_one: String,
    pub background: String,
}

impl IssueWords {
    pub fn of(issue: &Issue) -> Self {
        Self {
            core_question: issue.core_question.clone(),
            why_now: issue.why_now.clone(),
            why_one: issue.why_one.clone(),
            background: issue.background.clone(),
        }
    }

    /// It was taken away: nothing is out in the world without a question.
    pub fn are_gone(&self) -> bool {
        *self == Self::default()
    }
}

/// Another title, and these words. The caller knows what may be done to it.
pub async fn retext(
    tx: &Tx,
    issue: &Issue,
    title: &str,
    words: &IssueWords,
) -> Result<(), DbFault> {
    let html = markdown::part_to_html(&words.background);
    store_text::retext(tx, issue.id, title, (words, &html)).await?;
    let event = IssueEvent::Changed {
        tenant: issue.tenant,
        issue: issue.id,
    };
    outbox::push(tx, &event).await
}
