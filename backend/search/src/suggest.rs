//! Completing what is being typed: titles that the asker may see.

use kernel::Scope;

use crate::engine::{How, Question};
use crate::find::{Item, gather};
use crate::{SearchFault, Services, analysis, asker};

/// More than this nobody reads while typing.
const MOST: usize = 8;

pub async fn suggest(
    scope: &Scope,
    services: &Services,
    text: &str,
) -> Result<Vec<Item>, SearchFault> {
    let words = analysis::all_asked(text);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let readers = asker::readers(&services.db.read(scope), scope).await?;
    let question = Question {
        words,
        how: How::Titles,
        readers,
        kind: None,
        tenant: None,
        terms: Vec::new(),
        from: None,
        until: None,
        skip: 0,
        most: MOST * 2,
    };
    let gathered = gather(scope, services, question, MOST).await?;
    Ok(gathered
        .hits
        .into_iter()
        .map(|hit| hit.into_item(String::new()))
        .collect())
}
