//! Looking again at what was promised.
//!
//! Promise: it is on record what somebody found and when, and when the next time is; no next date means that this was the
//! last. Everybody who was told of the outcome is told of it.

use db::{Db, outbox};
use issues::IssueFault;
use kernel::{Faults, IssueId, OutcomeReviewId, Prose, RequestKey, Scope, Timestamp};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use super::{policy, read, store};
use crate::{OutcomeEvent, ResultFault};

pub(crate) async fn review_outcome(
    scope: &Scope,
    db: &Db,
    (secrets, key): (&Secrets, Option<RequestKey<'_>>),
    issue: IssueId,
    (text, next): (&str, Option<Timestamp>),
) -> Result<(), ResultFault> {
    let mut faults = Faults::default();
    let text = faults.take("/text", Prose::<2_000>::parse(text));
    if next.is_some_and(|next| next <= scope.now) {
        faults.refuse("/reviewAt", "outcome.review-not-in-future");
    }
    let text = faults.finish(text).map_err(ResultFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let issue = issues::read::find(&tx, issue)
        .await
        .map_err(IssueFault::from)?
        .ok_or(IssueFault::NotFound)?;
    let permit = policy::may_write(scope, &issue)?;
    let (outcome, _) = read::find(&tx, issue.id)
        .await?
        .ok_or(ResultFault::NoOutcome)?;
    let id = OutcomeReviewId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "review_outcome", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await.map(|_| ())?),
        Claim::Misused => return Err(ResultFault::KeyMisused),
    }
    store::note_reviewed(&tx, &permit, next).await?;
    store::insert_review(&tx, &outcome, id, text.as_str()).await?;
    let (tenant, issue) = (permit.tenant, permit.issue);
    outbox::push(&tx, &OutcomeEvent::Reviewed { tenant, issue }).await?;
    Ok(tx.commit().await?)
}
