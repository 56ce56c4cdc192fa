//! Completing what is being typed: titles that the asker may see.

use kernel::Scope;

use crate::engine::{How, Question};
use crate::find::Item;
use crate::gather::Gathering;
use crate::{SearchFault, Services, analysis, asker};

/// More than this nobody reads while typing.
const MOST: usize = 8;

/// Looked at in one go: some of them the asker may not see, and rooms are called as their issue.
const CANDIDATES: usize = 64;

pub async fn suggest(
    scope: &Scope,
    services: &Services,
    text: &str,
) -> Result<Vec<Item>, SearchFault> {
    let words = analysis::all_asked(text);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let question = Question {
        words,
        how: How::Titles,
        readers: asker::readers(&services.db.read_with_keys(scope, scope.person), scope).await?,
        kind: None,
        tenant: None,
        theme: None,
        region: None,
        from: None,
        until: None,
        skip: 0,
        most: CANDIDATES,
    };
    let near = Question {
        how: How::NearTitles,
        ..question.clone()
    };
    let mut gathering = Gathering::of(scope, services);
    let mut found = gathering.gather(question).await?;
    if found.hits.is_empty() {
        found = gathering.gather(near).await?;
    }
    let mut items: Vec<Item> = Vec::new();
    for hit in found.hits {
        // An issue and the thread of the same name are one completion.
        if items.len() < MOST && items.iter().all(|item| item.title != hit.shown.title) {
            items.push(hit.item(String::new()));
        }
    }
    Ok(items)
}
