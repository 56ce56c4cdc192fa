//! Issues: title, question, urgency and background.

use db::{DbFault, Sql};
use issues::{Issue, IssueKind, read};
use kernel::IssueId;

use super::{OfIssue, Shown, names_of};
use crate::document::{Reader, Text, plain};
use crate::{Document, Key, Kind};

pub async fn documents(sql: &impl Sql, ids: &[IssueId]) -> Result<Vec<Document>, DbFault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let issues = read::for_index(sql, ids.iter().copied()).await?;
    let terms = read::terms_of(sql, ids.iter().copied()).await?;
    let names = names_of(sql, terms.values().flatten().copied()).await?;
    let document = |issue: Issue| {
        let own = terms.get(&issue.id).cloned().unwrap_or_default();
        Document {
            key: key(&issue),
            body: plain(&text(&issue)),
            also: own
                .iter()
                .filter_map(|term| names.get(term))
                .cloned()
                .collect::<Vec<_>>()
                .join(" "),
            terms: own,
            readers: Reader::of_issue(&issue),
            date: issue.created_at,
            title: issue.title,
        }
    };
    Ok(issues.into_iter().map(document).collect())
}

pub async fn visible(sql: &impl Sql, ids: &[IssueId]) -> Result<Vec<Shown>, DbFault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let issues = read::find_all(sql, ids.iter().copied()).await?;
    let shown = |issue: Issue| Shown {
        key: key(&issue),
        text: text(&issue),
        path: match issue.kind {
            IssueKind::Issue => format!("opgaven/{}", issue.id),
            IssueKind::Network => format!("netwerken/{}", issue.id),
        },
        date: issue.created_at,
        issue: Some(OfIssue {
            id: issue.id,
            title: issue.title.clone(),
        }),
        title: issue.title,
    };
    Ok(issues.into_iter().map(shown).collect())
}

fn key(issue: &Issue) -> Key {
    Key {
        kind: Kind::Issue,
        tenant: issue.tenant,
        id: issue.id.uuid(),
    }
}

fn text(issue: &Issue) -> Vec<Text> {
    vec![
        Text::Plain(issue.core_question.clone()),
        Text::Plain(issue.why_now.clone()),
        Text::Html(issue.background_html.clone()),
    ]
}
