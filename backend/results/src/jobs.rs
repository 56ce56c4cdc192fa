//! What results do by the calendar.
//!
//! Promise: each review date is announced once, however often this runs.

use db::{Across, Db, DbFault, outbox};
use kernel::Timestamp;

use crate::OutcomeEvent;
use crate::outcomes::store;

/// Announces the outcomes whose review date has come, at most 100 at once; how many there were.
pub async fn due_reviews(db: &Db, now: Timestamp) -> Result<usize, DbFault> {
    if store::due(&db.read_across(Across::Calendar, now))
        .await?
        .is_empty()
    {
        return Ok(0);
    }
    let tx = db.begin_across(Across::Calendar, now).await?;
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
