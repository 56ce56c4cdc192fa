//! Parts that end by themselves in a week.
//!
//! Promise: whoever it is and who runs the issue are told once of each day on which it ends, however often it is looked.

use db::{DbFault, Tx, outbox};

use crate::{IssueEvent, read_parts, store};

/// In one turn; the rest comes in the next.
const MOST: u64 = 200;

pub async fn look_after_parts(tx: &Tx) -> Result<(), DbFault> {
    let due = read_parts::due(tx, MOST).await?;
    if due.is_empty() {
        return Ok(());
    }
    let told = due.iter().map(|part| IssueEvent::PartEnds {
        tenant: part.tenant,
        issue: part.issue,
        person: part.person,
        grant: part.grant,
    });
    outbox::push_all(tx, &told.collect::<Vec<_>>()).await?;
    store::note_ends_told(tx, &due).await
}
