//! Posts, each with the words of its author and of what hangs on it; the first one is also found by the title of the thread.

use std::collections::{BTreeSet, HashMap};

use db::{DbFault, Sql};
use issues::Issue;
use kernel::{IssueId, PostId, Seq, TenantId};
use threads::Post;
use threads::read::{PostPlace, PostToIndex};

use super::{OfIssue, Shown};
use crate::document::{Reader, Text, plain};
use crate::{Document, Key, Kind};

pub async fn documents(sql: &impl Sql, ids: &[PostId]) -> Result<Vec<Document>, DbFault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let posts = threads::read::for_index(sql, ids.iter().copied()).await?;
    let of: BTreeSet<IssueId> = posts.iter().map(|found| found.issue).collect();
    let terms = issues::read::terms_of(sql, of.iter().copied()).await?;
    let issues: HashMap<IssueId, Issue> = issues::read::for_index(sql, of)
        .await?
        .into_iter()
        .map(|issue| (issue.id, issue))
        .collect();
    let document = |found: PostToIndex| {
        // The words of a closed room do not leave it, not even for an index that asks who may read.
        let indexed = !found.post.withdrawn && found.regime.names_people();
        let issue = issues.get(&found.issue).filter(|_| indexed)?;
        Some(Document {
            key: key(found.post.tenant, found.post.id),
            title: if found.post.seq == Seq::from(1) {
                found.thread_title
            } else {
                String::new()
            },
            date: found.post.created_at,
            body: words(&found.post),
            also: String::new(),
            terms: terms.get(&issue.id).cloned().unwrap_or_default(),
            readers: Reader::of_room(issue, found.visibility, found.regime),
        })
    };
    Ok(posts.into_iter().filter_map(document).collect())
}

pub async fn visible(sql: &impl Sql, ids: &[PostId]) -> Result<Vec<Shown>, DbFault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let posts = threads::read::places_by_id(sql, ids.iter().copied()).await?;
    let shown = |post: PostPlace| Shown {
        key: key(post.tenant, post.id),
        title: post.title,
        issue: Some(OfIssue {
            id: post.issue,
            title: post.issue_title,
        }),
        path: format!("gesprekken/{}#{}", post.thread, post.seq.get()),
        date: post.created_at,
        text: Vec::new(),
    };
    Ok(posts.into_iter().map(shown).collect())
}

/// The words of posts that the asker was found to see.
pub async fn texts(sql: &impl Sql, ids: &[PostId]) -> Result<HashMap<Key, Text>, DbFault> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let posts = threads::read::posts_by_id(sql, ids.iter().copied()).await?;
    let text = |post: Post| (key(post.tenant, post.id), Text::Plain(words(&post)));
    Ok(posts
        .into_iter()
        .filter(|post| !post.withdrawn)
        .map(text)
        .collect())
}

/// What it says, and what hangs on it: a picture is found by what is to be seen, a voice by what it says.
fn words(post: &Post) -> String {
    let mut all = vec![Text::Html(post.html.clone())];
    for file in &post.files {
        all.push(Text::Plain(file.name.clone()));
        all.push(Text::Plain(file.words.clone()));
    }
    plain(&all)
}

fn key(tenant: TenantId, id: PostId) -> Key {
    Key {
        kind: Kind::Post,
        tenant,
        id: id.uuid(),
    }
}
