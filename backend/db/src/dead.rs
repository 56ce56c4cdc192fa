//! What an operator sees of the work that waits, and does about the work that was given up.
//!
//! Absent: the payloads. They are ids, and whoever may read what those stand for asks the slice.

use kernel::Timestamp;
use sea_orm::sea_query::{Expr, ExprTrait, Func, Order, Query};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

use crate::jobs::Column;
use crate::{DbFault, Sql, Tx};

/// Why work waits for an operator's word.
const HELD: &str = "held after a restore";

/// How much of a queue waits.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Depth {
    pub queue: String,
    /// Not given up, due or not.
    pub waiting: i64,
    pub dead: i64,
    /// How much of that waits for an operator's word: see [`hold`].
    pub held: i64,
    /// When the oldest that waits was due, in milliseconds since 1970.
    pub oldest_due: Option<i64>,
}

/// Work that was given up.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct DeadLetter {
    pub id: Uuid,
    pub queue: String,
    pub attempts: i64,
    pub dead_at: i64,
    pub last_error: Option<String>,
}

/// Every queue that holds something, by name.
pub async fn depths(sql: &impl Sql) -> Result<Vec<Depth>, DbFault> {
    let alive = || Expr::col(Column::DeadAt).is_null();
    let when_alive = |then: Expr| Expr::case(alive(), then).finally(Expr::cust("NULL"));
    let held = Expr::col(Column::LastError).eq(HELD);
    let when_held = Expr::case(held, Expr::col(Column::DeadAt)).finally(Expr::cust("NULL"));
    let select = Query::select()
        .column(Column::Queue)
        .expr_as(Func::count(when_alive(Expr::val(1_i64))), "waiting")
        .expr_as(Func::count(Expr::col(Column::DeadAt)), "dead")
        .expr_as(Func::count(when_held), "held")
        .expr_as(
            Func::min(when_alive(Expr::col(Column::DueAt))),
            "oldest_due",
        )
        .from(Column::Table)
        .group_by_col(Column::Queue)
        .order_by(Column::Queue, Order::Asc)
        .to_owned();
    let rows = sql.conn().query_all(&select).await?;
    rows.iter()
        .map(|row| Ok(Depth::from_query_result(row, "")?))
        .collect()
}

/// The dead letters, the newest first.
pub async fn letters(sql: &impl Sql, most: u64) -> Result<Vec<DeadLetter>, DbFault> {
    let select = Query::select()
        .columns([
            Column::Id,
            Column::Queue,
            Column::Attempts,
            Column::DeadAt,
            Column::LastError,
        ])
        .from(Column::Table)
        .and_where(Expr::col(Column::DeadAt).is_not_null())
        .order_by(Column::DeadAt, Order::Desc)
        .limit(most)
        .to_owned();
    let rows = sql.conn().query_all(&select).await?;
    rows.iter()
        .map(|row| Ok(DeadLetter::from_query_result(row, "")?))
        .collect()
}

/// Which dead letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    One(Uuid),
    Queue(String),
}

impl Which {
    fn condition(&self) -> Expr {
        let dead = Expr::col(Column::DeadAt).is_not_null();
        dead.and(match self {
            Self::One(id) => Expr::col(Column::Id).eq(*id),
            Self::Queue(queue) => Expr::col(Column::Queue).eq(queue.as_str()),
        })
    }
}

/// Tries them again from the start; how many. Their workers look within a second.
pub async fn retry(tx: &Tx, which: &Which) -> Result<u64, DbFault> {
    let update = Query::update()
        .table(Column::Table)
        .value(Column::DeadAt, None::<i64>)
        .value(Column::LastError, None::<String>)
        .value(Column::Attempts, 0_i64)
        .value(Column::DueAt, tx.now().millis())
        .and_where(which.condition())
        .to_owned();
    let done = tx.conn().execute(&update).await?;
    Ok(done.rows_affected())
}

/// Holds what waits in a queue, since a copy was restored: it was done already, perhaps. Until an operator tries it again.
pub async fn hold(tx: &Tx, queue: &str) -> Result<(), DbFault> {
    let update = Query::update()
        .table(Column::Table)
        .value(Column::DeadAt, tx.now().millis())
        .value(Column::LastError, HELD)
        .and_where(Expr::col(Column::Queue).eq(queue))
        .and_where(Expr::col(Column::DeadAt).is_null())
        .to_owned();
    tx.conn().execute(&update).await?;
    Ok(())
}

/// Throws them away; how many.
pub async fn drop(tx: &Tx, which: &Which) -> Result<u64, DbFault> {
    let delete = Query::delete()
        .from_table(Column::Table)
        .and_where(which.condition())
        .to_owned();
    Ok(tx.conn().execute(&delete).await?.rows_affected())
}

impl Depth {
    /// How long the oldest has been due, in whole seconds; 0 when nothing is due yet.
    pub fn late_seconds(&self, now: Timestamp) -> i64 {
        self.oldest_due
            .map_or(0, |due| Ord::max(now.millis() - due, 0) / 1_000)
    }
}
