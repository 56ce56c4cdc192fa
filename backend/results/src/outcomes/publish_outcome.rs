//! Publishing an outcome: the only way in which an issue closes.
//!
//! Promise: the issue closes in the same transaction, or nothing happens; half a story is not published;
//! after the closing each publication is the next version; what was said in a trusted room is used with consent only.

use db::{Db, Tx, outbox};
use issues::{Issue, IssueFault, IssueState};
use kernel::{FieldFault, IssueId, PostId, Scope};

use super::save_outcome::posts_of;
use super::store::{self, Which};
use super::views::Sources;
use super::{policy, read, store_cited};
use crate::{OutcomeEvent, ResultFault};

/// What somebody says while publishing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Publishing {
    /// The version that was seen last; none when it does not matter.
    pub version: Option<i64>,
    /// The writers agreed to the use of what they said in a trusted room.
    pub quoting_agreed: bool,
}

pub(crate) async fn publish_outcome(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
    said: Publishing,
) -> Result<(), ResultFault> {
    let tx = db.begin(scope).await?;
    let issue = issues::read::find(&tx, issue)
        .await
        .map_err(IssueFault::from)?
        .ok_or(IssueFault::NotFound)?;
    publish(&tx, scope, &issue, said).await?;
    Ok(tx.commit().await?)
}

/// Publishes the draft, and closes the issue when it is still open.
pub async fn publish(
    tx: &Tx,
    scope: &Scope,
    issue: &Issue,
    said: Publishing,
) -> Result<(), ResultFault> {
    let permit = policy::may_write(scope, issue)?;
    let (outcome, draft) = read::draft(tx, issue.id)
        .await?
        .ok_or(ResultFault::NoOutcome)?;
    if said.version.is_some_and(|seen| seen != outcome.version) {
        return Err(ResultFault::Stale);
    }
    let mut missing = draft.missing(scope.now);
    let sources = Sources::load(tx, issue.id, &[&draft]).await?;
    if !said.quoting_agreed && sources.asks_consent(&draft) {
        missing.push(FieldFault::new("/quotingAgreed", "outcome.consent-needed"));
    }
    if !missing.is_empty() {
        return Err(ResultFault::Unfinished(missing));
    }
    if !store::note_published(tx, &permit, &outcome).await? {
        return Err(ResultFault::Stale);
    }
    store::write_edition(tx, outcome.id, Which::Published, &draft).await?;
    let rests_on: Vec<PostId> = posts_of(&draft).collect();
    store_cited::cite(tx, issue.id, &rests_on).await?;
    if issue.state != IssueState::Closed {
        let may_close = issues::may_close(scope, issue)?;
        if !issues::close(tx, may_close).await? {
            return Err(ResultFault::Stale);
        }
    }
    let (tenant, issue) = (permit.tenant, permit.issue);
    Ok(outbox::push(tx, &OutcomeEvent::Published { tenant, issue }).await?)
}
