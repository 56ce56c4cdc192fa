//! Keeping the index up: what was written is committed in batches, what a crash lost is heard again.

use std::time::Duration;

use db::outbox;
use kernel::{TenantSet, Timestamp};

use crate::on_event::{SUBSCRIBES, hear};
use crate::{Engine, SearchFault, Services, rebuild};

/// How long new documents gather before they can be found.
const GATHER: Duration = Duration::from_millis(300);
/// An event older than this when it is heard is kept at once: catching up goes no further back.
pub const MARGIN: Duration = Duration::from_secs(600);
/// How many events are looked at together while catching up.
const BATCH: u64 = 500;

/// Works for as long as the process lives. One process per index.
pub async fn run(services: &Services) {
    let mut tick = tokio::time::interval(GATHER);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        if let Err(fault) = work_once(services).await {
            tracing::warn!(%fault, cause = std::error::Error::source(&fault).map(ToString::to_string), "the search index waits");
            tokio::time::sleep(GATHER * 10).await;
        }
    }
}

/// Fills an index that is new or damaged, catches up after a start, commits what was written; how many of these there was to do.
pub async fn work_once(services: &Services) -> Result<usize, SearchFault> {
    services.examine().await?;
    let mut done = 0;
    let heard = services.engine(Engine::heard).await?;
    match heard.filter(|_| !services.is_refilling()) {
        None => {
            rebuild(services).await?;
            done += 1;
        }
        Some(heard) if services.must_catch_up() => {
            if let Err(fault) = catch_up(services, heard.minus(MARGIN)).await {
                services.has_not_caught_up();
                return Err(fault);
            }
        }
        Some(_) => {}
    }
    Ok(done + usize::from(services.save().await?))
}

async fn catch_up(services: &Services, from: Timestamp) -> Result<(), SearchFault> {
    let mut after = None;
    loop {
        let sql = services.db.read(&services.scope(TenantSet::default()));
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
            hear(services, &sql, head).await?;
        }
        after = Some(last);
    }
}
