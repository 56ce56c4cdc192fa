//! One list of subscribers, one list of queues; a loop for what happened, and one for each lane of mail.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use db::jobs::{self, Job};
use db::outbox::{self, Subscriptions};
use db::{Across, DbFault, Tx};
use futures_util::future::join_all;
use kernel::{Consumer, EventHead, Scope, TenantId, TenantSet};
use sea_orm::DbBackend;
use search::SearchFault;
use tokio::time::{Instant, sleep_until};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::logs::PASSING;
use crate::{State, calendar};

/// Who reacts to what.
pub fn subscriptions() -> Subscriptions {
    Subscriptions::default()
        .with(Consumer::Mail, mail::SUBSCRIBES)
        .with(Consumer::Notifications, notifications::SUBSCRIBES)
        .with(Consumer::Search, search::SUBSCRIBES)
}

/// The queues of what happened.
const QUEUES: [&str; 8] = [
    Consumer::Mail.queue(),
    Consumer::Notifications.queue(),
    Consumer::Search.queue(),
    notifications::NOTIFY_DUE,
    invitations::QUEUE,
    invitations::WAVES,
    reach::QUEUE,
    threads::RELEASE,
];

/// Every queue, those of mail too.
pub fn queues() -> impl Iterator<Item = &'static str> {
    QUEUES
        .into_iter()
        .chain(mail::Lane::ALL.map(mail::Lane::queue))
}

/// How many jobs of a queue are taken at once.
const BATCH: u8 = 20;

/// On SQLite so many are reacted to in one turn at the one writer: whoever posts waits for it. The turns share a commit.
const A_TURN: usize = 4;

/// What happens within so short a time is reacted to together: nobody sees the difference, and each look costs commits.
const PACE: Duration = Duration::from_millis(200);

/// Works until it is told to stop, and ends what it is at. A mail server that is slow holds up nothing but its lane.
pub async fn run(state: State, stop: CancellationToken) {
    if let Err(fault) = take_up(&state).await {
        tracing::warn!(
            fault = kernel::chain(&fault),
            "what was begun before waits for its lease"
        );
    }
    let lanes = mail::Lane::ALL.map(|lane| Box::pin(mail::run(&state.mail, lane, &stop)));
    let [urgent, normal, bulk] = lanes;
    let queues = QUEUES.map(|queue| Box::pin(react_to_events(&state, queue, &stop)));
    tokio::join!(
        join_all(queues),
        stop.run_until_cancelled(calendar::run(&state)),
        stop.run_until_cancelled(Box::pin(search::run(&state.search))),
        urgent,
        normal,
        bulk
    );
}

/// An SQLite file has one process: what the last one was at when it died is nobody's now.
pub async fn take_up(state: &State) -> Result<(), DbFault> {
    if state.db.backend() != DbBackend::Sqlite {
        return Ok(());
    }
    let scope = Scope::worker(TenantSet::default(), state.clock.now());
    let tx = state.db.begin(&scope).await?;
    jobs::give_back_held(&tx).await?;
    tx.commit().await
}

/// At once when something was committed, but not sooner than `PACE` after the last look; else every second. Each queue by
/// itself: a search server that is slow holds up no code.
async fn react_to_events(state: &State, queue: &str, stop: &CancellationToken) {
    let mut messages = state.db.bus().listen();
    let mut tick = tokio::time::interval(Duration::from_secs(1));
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    while !stop.is_cancelled() {
        let next = Instant::now() + PACE;
        match work_off(state, queue).await {
            Ok(done) if done >= usize::from(BATCH) => continue,
            Ok(_) => {}
            Err(fault) => {
                tracing::warn!(target: PASSING, fault = kernel::chain(&fault), "work waits for the database");
            }
        }
        tokio::select! {
            _ = tick.tick() => {}
            () = stop.cancelled() => {}
            open = jobs::announced(&mut messages, queue) => if !open { return },
        }
        stop.run_until_cancelled(sleep_until(next)).await;
        // What was said meanwhile is answered by the next look.
        while messages.try_recv().is_ok() {}
    }
}

/// Does what is due now, once; how many jobs that were.
pub async fn work_once(state: &State) -> Result<usize, DbFault> {
    let mut done = react_once(state).await?;
    for lane in mail::Lane::ALL {
        done += mail::work_once(&state.mail, lane).await?;
    }
    match search::work_once(&state.search).await {
        // It comes back by itself; the rest goes on.
        Err(fault) if fault.is_away() => Ok(done),
        looked_after => Ok(done + looked_after.map_err(of_search)?),
    }
}

/// Each queue in its own order, the queues beside each other: their transactions share commits.
async fn react_once(state: &State) -> Result<usize, DbFault> {
    let done = join_all(QUEUES.map(|queue| work_off(state, queue))).await;
    done.into_iter().sum()
}

async fn work_off(state: &State, queue: &str) -> Result<usize, DbFault> {
    let scope = Scope::worker(TenantSet::default(), state.clock.now());
    if !jobs::waiting(&state.db.read(&scope), &[queue]).await? {
        return Ok(0);
    }
    let tx = state.db.begin(&scope).await?;
    let claimed = jobs::claim(&tx, queue, BATCH.into(), jobs::LEASE).await?;
    tx.commit().await?;
    let consumer = Consumer::ALL.into_iter().find(|it| it.queue() == queue);
    match consumer {
        Some(consumer) => react_to_all(state, &claimed, consumer).await?,
        None => {
            for job in &claimed {
                give_back_failed(state, job, work(state, job).await).await?;
            }
        }
    }
    Ok(claimed.len())
}

async fn work(state: &State, job: &Job) -> Result<(), DbFault> {
    match job.queue.as_str() {
        invitations::QUEUE => invitations::work(&state.db, job, state.clock.now()).await,
        invitations::WAVES => {
            invitations::send_waves(&state.db, &state.secrets, job, state.clock.now()).await
        }
        reach::QUEUE => reach::work(&state.db, job, state.clock.now()).await,
        threads::RELEASE => threads::release(&state.db, job, state.clock.now()).await,
        // Mail knows addresses, notifications do not.
        notifications::NOTIFY_DUE => mail::notify_due(&state.db, job, state.clock.now()).await,
        _ => Err(DbFault::corrupt(job.queue.clone())),
    }
}

/// What happened in one organisation is reacted to together; where one of them fails, each by itself.
async fn react_to_all(state: &State, jobs: &[Job], consumer: Consumer) -> Result<(), DbFault> {
    let together = match (state.db.backend(), consumer) {
        (DbBackend::Sqlite, Consumer::Mail | Consumer::Notifications) => A_TURN,
        _ => usize::from(BATCH),
    };
    let mut by_tenant: BTreeMap<Option<TenantId>, Vec<Reaction<'_>>> = BTreeMap::new();
    for reaction in heads_of(state, jobs).await? {
        let tenant = reaction.head.as_ref().and_then(|head| head.tenant);
        by_tenant.entry(tenant).or_default().push(reaction);
    }
    let all = by_tenant.iter();
    let turns = all.flat_map(|(tenant, all)| all.chunks(together).map(|some| (*tenant, some)));
    for (tenant, some) in turns.collect::<Vec<_>>() {
        if some.len() > 1 && traced(state, some, tenant, consumer).await.is_ok() {
            continue;
        }
        for one in some {
            let alone = traced(state, std::slice::from_ref(one), tenant, consumer).await;
            give_back_failed(state, one.job, alone).await?;
        }
    }
    Ok(())
}

/// A job, and the event that it names; none when that is older than the log is kept.
struct Reaction<'a> {
    job: &'a Job,
    head: Option<EventHead>,
}

async fn heads_of<'a>(state: &State, jobs: &'a [Job]) -> Result<Vec<Reaction<'a>>, DbFault> {
    let mut named = Vec::new();
    for job in jobs {
        match job.payload.parse::<Uuid>() {
            Ok(event) => named.push((job, event)),
            Err(_bad) => {
                let fault = Err(DbFault::corrupt(job.payload.clone()));
                give_back_failed(state, job, fault).await?;
            }
        }
    }
    let every = state.db.read_across(Across::FindingWork, state.clock.now());
    let events: Vec<_> = named.iter().map(|(_, event)| *event).collect();
    let heads = match outbox::load_all(&every, &events).await {
        Ok(heads) => heads,
        Err(fault) => {
            for (job, _) in named {
                give_back_failed(state, job, Err(fault.for_another())).await?;
            }
            return Ok(Vec::new());
        }
    };
    let heads: HashMap<_, _> = heads.into_iter().map(|head| (head.id, head)).collect();
    let reaction = |(job, event)| Reaction {
        job,
        head: heads.get(&event).cloned(),
    };
    Ok(named.into_iter().map(reaction).collect())
}

async fn traced(
    state: &State,
    reactions: &[Reaction<'_>],
    tenant: Option<TenantId>,
    consumer: Consumer,
) -> Result<(), DbFault> {
    let work = state.traces.work(consumer.queue(), reactions.len());
    let done = work.part(react(state, reactions, tenant, consumer)).await;
    work.done(&done);
    done
}

/// A consumer's effects and the end of its jobs are one transaction, but for the index: what happens twice changes nothing.
async fn react(
    state: &State,
    reactions: &[Reaction<'_>],
    tenant: Option<TenantId>,
    consumer: Consumer,
) -> Result<(), DbFault> {
    let mut scope = Scope::worker(TenantSet::of(tenant), state.clock.now());
    let heads: Vec<_> = reactions.iter().filter_map(|it| it.head.as_ref()).collect();
    if consumer == Consumer::Search {
        search::on_events(&state.search, &state.db.read(&scope), &heads)
            .await
            .map_err(of_search)?;
    }
    if consumer == Consumer::Notifications {
        let others = notifications::reaches(&state.db.read(&scope), &heads).await?;
        scope.tenants = TenantSet::of(tenant.into_iter().chain(others));
    }
    let tx = state.db.begin(&scope).await?;
    for head in heads {
        on_event(&tx, consumer, head).await?;
    }
    let jobs: Vec<_> = reactions.iter().map(|it| it.job).collect();
    jobs::finish_all(&tx, &jobs).await?;
    tx.commit().await
}

async fn on_event(tx: &Tx, consumer: Consumer, head: &EventHead) -> Result<(), DbFault> {
    match consumer {
        Consumer::Mail => mail::on_event(tx, head).await,
        Consumer::Notifications => notifications::on_event(tx, head).await,
        // The index has heard it.
        Consumer::Search => Ok(()),
    }
}

/// A job that the index refused is given back as any other.
fn of_search(fault: SearchFault) -> DbFault {
    match fault {
        SearchFault::Store(fault) => fault,
        other => DbFault::corrupt(other.to_string()),
    }
}

async fn give_back_failed(
    state: &State,
    job: &Job,
    done: Result<(), DbFault>,
) -> Result<(), DbFault> {
    let Err(fault) = done else {
        return Ok(());
    };
    if matches!(fault, DbFault::Unavailable(_)) || job.queue == Consumer::Search.queue() {
        tracing::warn!(target: PASSING, queue = job.queue, fault = kernel::chain(&fault), "jobs wait for what is away");
    } else {
        tracing::warn!(
            queue = job.queue,
            attempts = job.attempts,
            fault = kernel::chain(&fault),
            "a job failed"
        );
    }
    let tx = state
        .db
        .begin(&Scope::worker(TenantSet::default(), state.clock.now()))
        .await?;
    jobs::give_back(&tx, job, &fault).await?;
    tx.commit().await
}
