//! Keeping the index up: what was written is committed in batches, what a crash lost is heard again.

use std::time::Duration;

use db::{Across, outbox};
use kernel::{TenantSet, Timestamp};

use crate::on_event::{SUBSCRIBES, hear};
use crate::{SearchFault, Services, rebuild};

/// How long new documents gather before they can be found.
const GATHER: Duration = Duration::from_millis(300);
/// And after a commit: each makes a piece of the index that costs the same for one document as for a hundred.
const REST: Duration = Duration::from_secs(1);
/// An event older than this when it is heard is kept at once: catching up goes no further back.
pub const MARGIN: Duration = Duration::from_secs(600);
/// Events are kept for thirty days: who heard less than this ago can still hear the rest.
const REMEMBERED: Duration = Duration::from_secs(25 * 24 * 3_600);
/// How many events are looked at together while catching up.
const BATCH: u64 = 500;

/// Works for as long as the process lives. One process per index.
pub async fn run(services: &Services) {
    loop {
        let was_away = services.is_away();
        let pause = match work_once(services).await {
            Ok(0) => GATHER,
            Ok(_) => REST,
            Err(fault) => {
                // Said once, however long it stays away.
                if !(was_away && fault.is_away()) {
                    tracing::warn!(%fault, cause = cause(&fault), "the search index waits");
                }
                GATHER * 10
            }
        };
        tokio::time::sleep(pause).await;
    }
}

/// The engine's own words, for the log.
fn cause(fault: &SearchFault) -> String {
    let mut cause: &dyn std::error::Error = fault;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}

/// Fills an index that is new or damaged, catches up after a start or an absence, commits what was written; how
/// many of these there was to do.
pub async fn work_once(services: &Services) -> Result<usize, SearchFault> {
    let done = look_after(services).await;
    if done.as_ref().is_err_and(SearchFault::is_away) {
        services.lost_touch();
    }
    done
}

async fn look_after(services: &Services) -> Result<usize, SearchFault> {
    services.examine().await?;
    let mut done = 0;
    if services.is_behind() {
        let heard = services.heard().await?;
        // Before anything is read: whoever found it away until here is heard by what follows.
        if services.is_back() {
            tracing::info!("the search engine answers again");
        }
        done += usize::from(bring_up(services, heard).await?);
    }
    Ok(done + usize::from(services.save().await?))
}

/// Whether everything had to be read.
async fn bring_up(services: &Services, heard: Option<Timestamp>) -> Result<bool, SearchFault> {
    let now = services.clock.now();
    let recent = heard.filter(|heard| now.since(*heard) < REMEMBERED && !services.is_refilling());
    let Some(heard) = recent else {
        rebuild(services).await?;
        return Ok(true);
    };
    if let Some(missed) = services.must_catch_up() {
        catch_up(services, heard.minus(MARGIN)).await?;
        services.caught_up_with(missed);
    }
    Ok(false)
}

async fn catch_up(services: &Services, from: Timestamp) -> Result<(), SearchFault> {
    let mut after = None;
    loop {
        let sql = services
            .db
            .read_across(Across::FindingWork, services.clock.now());
        let heads = outbox::since(&sql, from, after, BATCH).await?;
        let Some(last) = heads.last().map(|head| head.id) else {
            return Ok(());
        };
        for head in heads
            .iter()
            .filter(|head| SUBSCRIBES.contains(&head.kind.as_str()))
        {
            let sql = services
                .db
                .read(&services.scope(TenantSet::of(head.tenant)));
            hear(services, &sql, &[head]).await?;
        }
        after = Some(last);
    }
}
