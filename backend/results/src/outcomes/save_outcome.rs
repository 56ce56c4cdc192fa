//! Writing the draft of an outcome.
//!
//! Promise: readers see nothing of it; who was not the first to save gets 412 and loses nothing;
//! a statement rests only on posts of its own issue.

use std::collections::HashSet;

use db::{Db, Tx};
use issues::{Issue, IssueFault};
use kernel::{Faults, IssueId, PostId, Scope};

use super::model::{Edition, OutcomeText};
use super::store::{self, Which};
use super::{policy, read};
use crate::ResultFault;

pub(crate) async fn save_outcome(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
    version: i64,
    text: OutcomeText,
) -> Result<(), ResultFault> {
    let tx = db.begin(scope).await?;
    let issue = issues::read::find(&tx, issue)
        .await
        .map_err(IssueFault::from)?
        .ok_or(IssueFault::NotFound)?;
    save(&tx, scope, &issue, version, text).await?;
    Ok(tx.commit().await?)
}

/// Writes the draft, starting from `version`; 0 begins it.
pub async fn save(
    tx: &Tx,
    scope: &Scope,
    issue: &Issue,
    version: i64,
    text: OutcomeText,
) -> Result<(), ResultFault> {
    let permit = policy::may_write(scope, issue)?;
    let edition = Edition::parse(text)?;
    let before = read::draft(tx, issue.id).await?;
    check_posts(
        tx,
        issue.id,
        before.as_ref().map(|(_, draft)| draft),
        &edition,
    )
    .await?;
    let id = match before {
        None if version == 0 => store::insert(tx, &permit).await?,
        Some((outcome, _)) if store::advance(tx, &permit, version).await? => outcome.id,
        None | Some(_) => return Err(ResultFault::Stale),
    };
    Ok(store::write_edition(tx, id, Which::Draft, &edition).await?)
}

/// A post may be pointed to when its writer can read it in this issue, or when the draft pointed to it before.
async fn check_posts(
    tx: &Tx,
    issue: IssueId,
    before: Option<&Edition>,
    edition: &Edition,
) -> Result<(), ResultFault> {
    let mut allowed: HashSet<PostId> = before
        .map(|draft| posts_of(draft).collect())
        .unwrap_or_default();
    let new: Vec<PostId> = posts_of(edition)
        .filter(|post| !allowed.contains(post))
        .collect();
    if !new.is_empty() {
        let rooms = threads::read::of_issue(tx, issue).await?;
        let posts = threads::read::posts_by_id(tx, new).await?;
        let readable = |post: &threads::Post| rooms.iter().any(|room| room.id == post.thread);
        allowed.extend(
            posts
                .iter()
                .filter(|post| readable(post) && !post.withdrawn)
                .map(|post| post.id),
        );
    }
    let mut faults = Faults::default();
    for (place, statement) in edition.statements.iter().enumerate() {
        for (index, post) in statement.posts.iter().enumerate() {
            if !allowed.contains(post) {
                faults.refuse(
                    format!("/statements/{place}/posts/{index}"),
                    "post.not-found",
                );
            }
        }
    }
    faults.finish(Some(())).map_err(ResultFault::Invalid)
}

pub(crate) fn posts_of(edition: &Edition) -> impl Iterator<Item = PostId> + '_ {
    edition
        .statements
        .iter()
        .flat_map(|statement| statement.posts.iter().copied())
}
