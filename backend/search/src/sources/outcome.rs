//! Outcomes as they were published, with what was found by who looked again: whoever may find the issue finds them.

use std::collections::HashMap;

use db::{DbFault, Sql};
use issues::Issue;
use kernel::IssueId;
use results::outcomes::{Edition, Outcome, Review};
use results::read::outcomes;

use super::{OfIssue, Shown};
use crate::document::{Reader, Text, plain};
use crate::{Document, Key, Kind};

pub async fn documents(sql: &impl Sql, ids: &[IssueId]) -> Result<Vec<Document>, DbFault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let issues: HashMap<IssueId, Issue> = issues::read::for_index(sql, ids.iter().copied())
        .await?
        .into_iter()
        .map(|issue| (issue.id, issue))
        .collect();
    let terms = issues::read::terms_of(sql, ids.iter().copied()).await?;
    let mut found = Vec::new();
    for issue in issues.values() {
        let published = outcomes::published(sql, issue.id).await?;
        found.extend(published.map(|(outcome, edition)| (issue, outcome, edition)));
    }
    let reviews = outcomes::reviews_of(sql, found.iter().map(|(_, outcome, _)| outcome)).await?;
    let document = |(issue, outcome, edition): (&Issue, Outcome, Edition)| Document {
        key: key(&outcome),
        body: plain(&text(&edition, reviews.get(&outcome.id))),
        also: String::new(),
        terms: terms.get(&issue.id).cloned().unwrap_or_default(),
        readers: Reader::of_issue(issue),
        date: outcome.published_at.unwrap_or(issue.state_at),
        title: edition.title,
    };
    Ok(found.into_iter().map(document).collect())
}

pub async fn visible(sql: &impl Sql, ids: &[IssueId]) -> Result<Vec<Shown>, DbFault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let issues: HashMap<IssueId, Issue> = issues::read::find_all(sql, ids.iter().copied())
        .await?
        .into_iter()
        .map(|issue| (issue.id, issue))
        .collect();
    let found = outcomes::find_all(sql, ids.iter().copied()).await?;
    let reviews = outcomes::reviews_of(sql, found.iter().map(|(outcome, _)| outcome)).await?;
    let shown = |(outcome, edition): (Outcome, Edition)| {
        Some(Shown {
            key: key(&outcome),
            text: text(&edition, reviews.get(&outcome.id)),
            // It stands on top of its issue.
            path: format!("opgaven/{}", outcome.issue),
            date: outcome.published_at?,
            issue: issues.get(&outcome.issue).map(|issue| OfIssue {
                id: issue.id,
                title: issue.title.clone(),
            }),
            title: edition.title,
        })
    };
    Ok(found.into_iter().filter_map(shown).collect())
}

fn key(outcome: &Outcome) -> Key {
    Key {
        kind: Kind::Outcome,
        tenant: outcome.tenant,
        id: outcome.issue.uuid(),
    }
}

fn text(edition: &Edition, reviews: Option<&Vec<Review>>) -> Vec<Text> {
    let mut text = vec![Text::Html(edition.intro_html.clone())];
    for statement in &edition.statements {
        text.push(Text::Html(statement.html.clone()));
        text.extend(statement.why.clone().map(Text::Plain));
    }
    let found = reviews.into_iter().flatten();
    text.extend(found.map(|review| Text::Html(review.html.clone())));
    text
}
