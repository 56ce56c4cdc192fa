//! Forgetting files that were added and then used for nothing.
//!
//! Promise: an hour after nobody can hang it on anything any more, it is gone, bytes first.

use std::time::Duration;

use db::{Across, Db};
use kernel::Timestamp;

use crate::store::{self, WAITS};
use crate::{FileFault, Storage};

const GRACE: Duration = Duration::from_secs(3_600);

/// Removes up to 500 of them; how many there were.
pub async fn forget_unattached(
    db: &Db,
    storage: &Storage,
    now: Timestamp,
) -> Result<usize, FileFault> {
    let every = db.read_across(Across::Calendar, now);
    let before = now.minus(WAITS).minus(GRACE);
    let files = store::forgotten(&every, before).await?;
    if files.is_empty() {
        return Ok(0);
    }
    let mut gone = Vec::new();
    let mut failed = None;
    for file in files {
        match storage.remove(file).await {
            Ok(()) => gone.push(file),
            Err(fault) => failed = Some(fault),
        }
    }
    let tx = db.begin_across(Across::Calendar, now).await?;
    store::delete(&tx, &gone, before).await?;
    tx.commit().await?;
    // One that cannot go keeps none of the others.
    failed.map_or(Ok(gone.len()), Err)
}
