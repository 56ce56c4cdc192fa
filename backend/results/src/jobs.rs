//! What results do by the calendar.
//!
//! Promise: each review date is announced once, however often this runs.

use db::{Db, DbFault, outbox};
use kernel::{Scope, TenantSet, Timestamp};

use crate::OutcomeEvent;
use crate::outcomes::store;

/// Announces the outcomes whose review date has come, at most 100 at once; how many there were.
pub async fn due_reviews(db: &Db, now: Timestamp) -> Result<usize, DbFault> {
    let scope = Scope::worker(TenantSet::default(), now);
    if store::due(&db.read(&scope)).await?.is_empty() {
        return Ok(0);
    }
    let tx = db.begin(&scope).await?;
    let due = store::due(&tx).await?;
    for outcome in &due {
        if store::note_reminder(&tx, outcome.outcome).await? {
            let (tenant, issue) = (outcome.tenant, outcome.issue);
            outbox::push(&tx, &OutcomeEvent::ReviewDue { tenant, issue }).await?;
        }
    }
    tx.commit().await?;
    Ok(due.len())
}
