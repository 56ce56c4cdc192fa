//! The workers: each lane has its own, so that a slow server or a thousand overviews never hold up a code.

use std::sync::Arc;
use std::time::Duration;

use db::DbFault;
use db::jobs::{self, Job};
use futures_util::future::join_all;
use kernel::{Scope, TenantSet};
use tokio::task::JoinSet;
use tokio::time::MissedTickBehavior;
use tokio_util::sync::CancellationToken;

use crate::queue::Lane;
use crate::send::send;
use crate::{Services, queue};

/// Told once a minute, however many mails wait (`app/src/logs/seldom.rs`).
const PASSING: &str = "netwerkplatform::passing";

/// Longer than one handing-over may take: no other worker takes a mail that is on its way.
const LEASE: Duration = Duration::from_secs(120);

/// Sends what is due in a lane now, once, and waits for it; how many mails that were.
pub async fn work_once(services: &Services, lane: Lane) -> Result<usize, DbFault> {
    let jobs = claim(services, lane, lane.senders()).await?;
    join_all(jobs.iter().map(|job| attempt(services, job))).await;
    Ok(jobs.len())
}

/// Works in a lane until it is told to stop: at once when something was committed, else every second. Mails that
/// are on their way then are handed over.
/// Each mail is a task of its own: one that has the writer goes on while the lane waits for the writer.
pub async fn run(services: &Arc<Services>, lane: Lane, stop: &CancellationToken) {
    let mut messages = services.db.bus().listen();
    let mut tick = tokio::time::interval(Duration::from_secs(1));
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut busy = JoinSet::new();
    while !stop.is_cancelled() {
        match claim(services, lane, lane.senders().saturating_sub(busy.len())).await {
            Ok(jobs) => {
                for job in jobs {
                    let services = services.clone();
                    busy.spawn(async move { attempt(&services, &job).await });
                }
            }
            Err(fault) => {
                tracing::warn!(target: PASSING, fault = kernel::chain(&fault), "mail waits for the database");
            }
        }
        tokio::select! {
            Some(_done) = busy.join_next() => {}
            _ = tick.tick() => {}
            open = jobs::announced(&mut messages, lane.queue()) => if !open { return },
            () = stop.cancelled() => {}
        }
    }
    while busy.join_next().await.is_some() {}
}

async fn claim(services: &Services, lane: Lane, most: usize) -> Result<Vec<Job>, DbFault> {
    let scope = Scope::worker(TenantSet::default(), services.clock.now());
    if most == 0 || !jobs::waiting(&services.db.read(&scope), &[lane.queue()]).await? {
        return Ok(Vec::new());
    }
    let tx = services.db.begin(&scope).await?;
    let most = u64::try_from(most).unwrap_or(1);
    let jobs = jobs::claim(&tx, lane.queue(), most, LEASE).await?;
    tx.commit().await?;
    Ok(jobs)
}

/// A fault of our own is tried again some times, and then stays where an operator finds it.
async fn attempt(services: &Services, job: &Job) {
    let Err(fault) = send(services, job).await else {
        return;
    };
    tracing::warn!(queue = job.queue, attempts = job.attempts, %fault, "a mail could not be handled");
    if let Err(fault) = queue::give_back(services, job, &fault).await {
        // The lease runs out by itself.
        tracing::warn!(target: PASSING, fault = kernel::chain(&fault), "a mail waits for the database");
    }
}
