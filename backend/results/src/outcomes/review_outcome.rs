//! Looking again at what was promised.
//!
//! Promise: it is on record when somebody did, and when the next time is; no next date means that this was the last.

use db::{Db, outbox};
use issues::IssueFault;
use kernel::{FieldFault, IssueId, Scope, Timestamp};

use super::{policy, read, store};
use crate::{OutcomeEvent, ResultFault};

pub(crate) async fn review_outcome(
    scope: &Scope,
    db: &Db,
    issue: IssueId,
    next: Option<Timestamp>,
) -> Result<(), ResultFault> {
    if next.is_some_and(|next| next <= scope.now) {
        let field = FieldFault::new("/reviewAt", "outcome.review-not-in-future");
        return Err(ResultFault::Invalid(vec![field]));
    }
    let tx = db.begin(scope).await?;
    let issue = issues::read::find(&tx, issue)
        .await
        .map_err(IssueFault::from)?
        .ok_or(IssueFault::NotFound)?;
    let permit = policy::may_write(scope, &issue)?;
    read::find(&tx, issue.id)
        .await?
        .ok_or(ResultFault::NoOutcome)?;
    store::note_reviewed(&tx, &permit, next).await?;
    let (tenant, issue) = (permit.tenant, permit.issue);
    outbox::push(&tx, &OutcomeEvent::Reviewed { tenant, issue }).await?;
    Ok(tx.commit().await?)
}
