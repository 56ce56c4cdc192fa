//! Work that must happen later, at least once, and whose failure is seen.
//!
//! Promise: a job is claimed by one worker at a time; its effect and its end are one transaction
//! of the worker's ([`finish`]); a worker that dies gives the job back when the lease runs out.
//! Absent: no handler; queues belong to those who work them.

use std::collections::BTreeSet;
use std::time::Duration;

use bus::Message;
use kernel::{JobId, Timestamp};
use sea_orm::sea_query::{
    CommonTableExpression, Expr, ExprTrait, LockBehavior, LockType, OnConflict, Order, Query,
    SelectStatement, WithClause,
};
use sea_orm::{ConnectionTrait, DeriveIden, FromQueryResult};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use uuid::Uuid;

use crate::{DbFault, Sql, Tx};

/// How long a worker may hold a job before another takes it.
pub const LEASE: Duration = Duration::from_secs(60);

const SOON: Duration = Duration::from_secs(2);

/// How many rows one statement writes.
pub(crate) const AT_ONCE: usize = 500;

#[derive(Clone, Copy, DeriveIden)]
pub(crate) enum Column {
    #[sea_orm(iden = "job")]
    Table,
    Id,
    Queue,
    UniqueKey,
    Payload,
    CreatedAt,
    DueAt,
    Attempts,
    DeadAt,
    LastError,
}

/// What is due, while it is claimed.
#[derive(Clone, Copy, DeriveIden)]
struct Due;

/// One piece of work, held by the worker that claimed it.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Job {
    pub id: Uuid,
    pub queue: String,
    pub payload: String,
    /// This try counted.
    pub attempts: i64,
}

/// Work to do now.
pub async fn enqueue(tx: &Tx, queue: &'static str, payload: String) -> Result<(), DbFault> {
    enqueue_all(tx, &[(queue, payload)]).await
}

pub(crate) async fn enqueue_all(tx: &Tx, work: &[(&'static str, String)]) -> Result<(), DbFault> {
    for some in work.chunks(AT_ONCE) {
        let mut insert = insert_into();
        let mut queues = BTreeSet::new();
        for (queue, payload) in some {
            queues.insert(queue);
            insert.values_panic(row(tx.now(), queue, None, payload, tx.now()));
        }
        tx.later(&insert).await?;
        for queue in queues {
            tx.work_waits(queue);
        }
    }
    Ok(())
}

/// Work to do at a moment.
#[derive(Clone, Debug)]
pub struct Later {
    /// A second job with this key changes nothing.
    pub key: String,
    pub payload: String,
    pub due: Timestamp,
}

/// Schedules jobs of one queue.
pub async fn schedule(tx: &Tx, queue: &'static str, jobs: &[Later]) -> Result<(), DbFault> {
    for some in jobs.chunks(AT_ONCE) {
        let mut insert = insert_into();
        for job in some {
            let key = Some(job.key.as_str());
            insert.values_panic(row(tx.now(), queue, key, &job.payload, job.due));
        }
        let once = OnConflict::column(Column::UniqueKey)
            .do_nothing()
            .to_owned();
        tx.later(insert.on_conflict(once)).await?;
        if some.iter().any(|job| job.due <= tx.now()) {
            tx.work_waits(queue);
        }
    }
    Ok(())
}

fn insert_into() -> sea_orm::sea_query::InsertStatement {
    Query::insert()
        .into_table(Column::Table)
        .columns([
            Column::Id,
            Column::Queue,
            Column::UniqueKey,
            Column::Payload,
            Column::CreatedAt,
            Column::DueAt,
            Column::Attempts,
        ])
        .to_owned()
}

fn row(
    now: Timestamp,
    queue: &'static str,
    key: Option<&str>,
    payload: &str,
    due: Timestamp,
) -> [Expr; 7] {
    [
        JobId::new(now).uuid().into(),
        queue.into(),
        key.map(str::to_owned).into(),
        payload.into(),
        now.millis().into(),
        due.millis().into(),
        0_i64.into(),
    ]
}

/// Takes up to `most` due jobs of a queue, in the order in which they were due. Run it in a transaction of its own.
pub async fn claim(tx: &Tx, queue: &str, most: u64, lease: Duration) -> Result<Vec<Job>, DbFault> {
    let mut due = Query::select()
        .column(Column::Id)
        .from(Column::Table)
        .and_where(Expr::col(Column::Queue).eq(queue))
        .and_where(Expr::col(Column::DeadAt).is_null())
        .and_where(Expr::col(Column::DueAt).lte(tx.now().millis()))
        .order_by(Column::DueAt, Order::Asc)
        .order_by(Column::Id, Order::Asc)
        .limit(most)
        .to_owned();
    if tx.conn().get_database_backend() == sea_orm::DbBackend::Postgres {
        due.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    }
    let found = Query::select().column(Column::Id).from(Due).to_owned();
    let take = Query::update()
        .table(Column::Table)
        .value(Column::DueAt, tx.now().plus(lease).millis())
        .value(Column::Attempts, Expr::col(Column::Attempts).add(1_i64))
        .and_where(Expr::col(Column::Id).in_subquery(found))
        .returning(Query::returning().columns([
            Column::Id,
            Column::Queue,
            Column::Payload,
            Column::Attempts,
        ]))
        .to_owned()
        .with(once(due));
    let mut jobs = Vec::new();
    for found in tx.conn().query_all(&take).await? {
        jobs.push(Job::from_query_result(&found, "")?);
    }
    jobs.sort_by_key(|job| job.id);
    Ok(jobs)
}

/// Beside the statement, so that it runs once: as a part of it, PostgreSQL may run it for each row, and skip its
/// own locks to more rows than were asked for.
fn once(due: SelectStatement) -> WithClause {
    let mut beside = CommonTableExpression::new();
    beside.table_name(Due).column(Column::Id).query(due);
    WithClause::new().cte(beside).to_owned()
}

/// Gives back what a worker held when its process died, without waiting for the lease. Only for a database
/// that one process works at: SQLite's.
pub async fn give_back_held(tx: &Tx) -> Result<(), DbFault> {
    let give_back = Query::update()
        .table(Column::Table)
        .value(Column::DueAt, tx.now().millis())
        .and_where(Expr::col(Column::DueAt).gt(tx.now().millis()))
        .and_where(Expr::col(Column::DeadAt).is_null())
        // Begun, and neither done nor put off with a reason.
        .and_where(Expr::col(Column::Attempts).gt(0_i64))
        .and_where(Expr::col(Column::LastError).is_null())
        .to_owned();
    tx.conn().execute(&give_back).await?;
    Ok(())
}

/// Whether any job of these queues is due: a cheap look before a worker asks for the writer.
pub async fn waiting(sql: &impl Sql, queues: &[&str]) -> Result<bool, DbFault> {
    let select = Query::select()
        .expr(Expr::val(1_i64))
        .from(Column::Table)
        .and_where(Expr::col(Column::Queue).is_in(queues.iter().copied()))
        .and_where(Expr::col(Column::DeadAt).is_null())
        .and_where(Expr::col(Column::DueAt).lte(sql.now().millis()))
        .limit(1)
        .to_owned();
    Ok(sql.conn().query_one(&select).await?.is_some())
}

/// Comes back when a queue may have work; false when the bus is closed.
pub async fn announced(messages: &mut Receiver<Message>, queue: &str) -> bool {
    loop {
        match messages.recv().await {
            Ok(Message::Work { queue: named }) if *named == *queue => return true,
            Ok(_other) => {}
            Err(RecvError::Lagged(_)) => return true,
            Err(RecvError::Closed) => return false,
        }
    }
}

/// The job is done: call it in the transaction that holds its effect.
pub async fn finish(tx: &Tx, job: &Job) -> Result<(), DbFault> {
    finish_all(tx, &[job]).await
}

/// The same for some of them.
pub async fn finish_all(tx: &Tx, jobs: &[&Job]) -> Result<(), DbFault> {
    let delete = Query::delete()
        .from_table(Column::Table)
        .and_where(Expr::col(Column::Id).is_in(jobs.iter().map(|job| job.id)))
        .to_owned();
    tx.later(&delete).await?;
    Ok(())
}

/// What becomes of a job that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    At(Timestamp),
    Never,
}

/// Notes the failure: another try later, or the dead letters, where an operator finds it.
pub async fn fail(tx: &Tx, job: &Job, retry: Retry, why: &str) -> Result<(), DbFault> {
    let mut update = Query::update();
    update
        .table(Column::Table)
        .value(Column::LastError, why)
        .and_where(Expr::col(Column::Id).eq(job.id));
    match retry {
        Retry::At(due) => update.value(Column::DueAt, due.millis()),
        Retry::Never => update.value(Column::DeadAt, tx.now().millis()),
    };
    tx.conn().execute(&update).await?;
    Ok(())
}

/// Another try at `due`, and this one does not count: nothing is wrong with the job.
pub async fn put_off(tx: &Tx, job: &Job, due: Timestamp) -> Result<(), DbFault> {
    let update = Query::update()
        .table(Column::Table)
        .value(Column::DueAt, due.millis())
        .value(Column::Attempts, Expr::col(Column::Attempts).sub(1_i64))
        .and_where(Expr::col(Column::Id).eq(job.id))
        .to_owned();
    tx.conn().execute(&update).await?;
    Ok(())
}

/// What becomes of a job that could not be handled: a database that was busy or away says nothing about the job.
pub async fn give_back(tx: &Tx, job: &Job, fault: &DbFault) -> Result<(), DbFault> {
    match fault {
        DbFault::Unavailable(_) => put_off(tx, job, tx.now().plus(SOON)).await,
        other => fail(tx, job, backoff(job, tx.now()), &other.to_string()).await,
    }
}

/// Forgets dead letters from before `before`: an operator had the time to look at them.
pub async fn forget_dead(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    let delete = Query::delete()
        .from_table(Column::Table)
        .and_where(Expr::col(Column::DeadAt).lt(before.millis()))
        .to_owned();
    tx.conn().execute(&delete).await?;
    Ok(())
}

/// Five tries for what happens inside: after 1, 5, 15 and 30 minutes.
pub fn backoff(job: &Job, now: Timestamp) -> Retry {
    let minutes = match job.attempts {
        ..=1 => 1,
        2 => 5,
        3 => 15,
        4 => 30,
        _ => return Retry::Never,
    };
    Retry::At(now.plus(Duration::from_secs(minutes * 60)))
}

#[cfg(test)]
mod tests {
    use bus::{Bus, InProcess};

    use super::*;

    fn job(attempts: i64) -> Job {
        Job {
            id: Uuid::nil(),
            queue: "q".into(),
            payload: String::new(),
            attempts,
        }
    }

    #[tokio::test]
    async fn a_worker_wakes_for_its_own_queue_only() {
        let bus = InProcess::default();
        let mut messages = bus.listen();
        for queue in ["others", "own", "others"] {
            let queue = queue.into();
            bus.publish(Message::Work { queue });
        }
        assert!(announced(&mut messages, "own").await);
        assert_eq!(messages.len(), 1, "and not for what comes after");
        drop(bus);
        assert!(!announced(&mut messages, "own").await);
    }

    #[test]
    fn the_fifth_failure_is_the_last() {
        let now = Timestamp::from_millis(0);
        assert_eq!(
            backoff(&job(1), now),
            Retry::At(Timestamp::from_millis(60_000))
        );
        assert_eq!(backoff(&job(5), now), Retry::Never);
    }
}
