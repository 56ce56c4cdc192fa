//! What is kept: conditions and statements for whatever deletes.

use db::{DbFault, Sql, Tx};
use kernel::{IssueId, PostId, Timestamp};
use sea_orm::sea_query::{
    Expr, ExprTrait, IntoColumnRef, LockType, OnConflict, Order, Query, SelectStatement,
};
use sea_orm::{ConnectionTrait, DbBackend};
use uuid::Uuid;

use crate::entity::legal_hold::{Column as C, Entity};

/// The ids of issues of which nothing is deleted now.
pub fn issues_held(now: Timestamp) -> SelectStatement {
    Query::select()
        .column((Entity, C::IssueId))
        .from(Entity)
        .and_where(Expr::col((Entity, C::EndedAt)).is_null())
        .and_where(Expr::col((Entity, C::Until)).gt(now.millis()))
        .to_owned()
}

/// "The post of this row is in an issue under hold": `post` is the column that tells which post.
pub fn keeps_post(post: impl IntoColumnRef, now: Timestamp) -> Expr {
    let kept = Query::select()
        .expr(Expr::val(1_i64))
        .from("post")
        .and_where(Expr::col(("post", "id")).eq(Expr::col(post)))
        .and_where(keeps_this(now))
        .to_owned();
    Expr::exists(kept)
}

/// "The post of this row was taken back, and its words do not come back": nobody holds them, nor is there a legal hold.
pub fn words_are_gone(post: impl IntoColumnRef, now: Timestamp) -> Expr {
    let of = |column: &'static str| Expr::col(("post", column));
    let kept = Query::select()
        .expr(Expr::val(1_i64))
        .from("post_hold")
        .and_where(Expr::col(("post_hold", "post_id")).equals(("post", "id")))
        .to_owned();
    let gone = Query::select()
        .expr(Expr::val(1_i64))
        .from("post")
        .and_where(of("id").eq(Expr::col(post)))
        .and_where(of("withdrawn_at").is_not_null())
        .and_where(Expr::exists(kept).not())
        .and_where(keeps_this(now).not())
        .to_owned();
    Expr::exists(gone)
}

/// "This row of `post` is in an issue under hold."
fn keeps_this(now: Timestamp) -> Expr {
    let mut hold = issues_held(now);
    hold.inner_join(
        "thread",
        Expr::col(("thread", "issue_id")).equals((Entity, C::IssueId)),
    )
    .and_where(Expr::col(("thread", "id")).equals(("post", "thread_id")));
    Expr::exists(hold)
}

/// Those of these rooms that may go. From now on, and until this change is done, nobody sets a hold on their issues: what
/// is looked up here holds when they go.
pub async fn free(tx: &Tx, rooms: Vec<Uuid>) -> Result<Vec<Uuid>, DbFault> {
    if rooms.is_empty() {
        return Ok(rooms);
    }
    let theirs = Query::select()
        .column("issue_id")
        .from("thread")
        .and_where(Expr::col("id").is_in(rooms.iter().copied()))
        .to_owned();
    lock(tx, Expr::col("id").in_subquery(theirs)).await?;
    let free = Query::select()
        .column("id")
        .from("thread")
        .and_where(Expr::col("id").is_in(rooms))
        .and_where(Expr::col("issue_id").not_in_subquery(issues_held(tx.now())))
        .order_by("id", Order::Asc)
        .to_owned();
    let rows = tx.conn().query_all(&free).await?;
    let ids: Result<Vec<Uuid>, _> = rows.iter().map(|row| row.try_get("", "id")).collect();
    Ok(ids?)
}

/// Whether this issue is under hold; until this change is done nobody sets one.
pub async fn is_held(tx: &Tx, issue: IssueId) -> Result<bool, DbFault> {
    take_turn(tx, issue).await?;
    let mut one = issues_held(tx.now());
    one.and_where(Expr::col((Entity, C::IssueId)).eq(issue.uuid()))
        .limit(1);
    Ok(tx.conn().query_one(&one).await?.is_some())
}

/// Before something of this issue is deleted, or a hold set on it: what is looked up afterwards holds until this change is done.
pub async fn take_turn(tx: &Tx, issue: IssueId) -> Result<(), DbFault> {
    lock(tx, Expr::col("id").eq(issue.uuid())).await
}

/// Before what is old is deleted, of whichever issue: whoever sets a hold waits until that is done, and what is looked up
/// afterwards knows of it. SQLite has one writer; on PostgreSQL those who delete share a lock.
pub async fn before_deleting(tx: &Tx) -> Result<(), DbFault> {
    turn(tx, "SELECT pg_advisory_xact_lock_shared(7041969)").await
}

/// The other side of it, before a hold is set; ahead of any row.
pub(crate) async fn before_setting(tx: &Tx) -> Result<(), DbFault> {
    turn(tx, "SELECT pg_advisory_xact_lock(7041969)").await
}

async fn turn(tx: &Tx, lock: &str) -> Result<(), DbFault> {
    if tx.conn().get_database_backend() == DbBackend::Postgres {
        tx.conn().execute_unprepared(lock).await?;
    }
    Ok(())
}

/// Whoever sets a hold waits for whoever deletes, and the other way round. In one order, so that two never wait for each other.
async fn lock(tx: &Tx, which: Expr) -> Result<(), DbFault> {
    let issues = Query::select()
        .column("id")
        .from("issue")
        .and_where(which)
        .order_by("id", Order::Asc)
        .lock(LockType::NoKeyUpdate)
        .to_owned();
    tx.conn().query_all(&issues).await?;
    Ok(())
}

/// Before these posts are emptied: puts their words where nobody reads them, until the night after the hold. False where
/// nothing is held, and the words may go.
pub async fn keep_words(tx: &Tx, posts: &[PostId]) -> Result<bool, DbFault> {
    let of = |column: &'static str| Expr::col(("post", column));
    let words = Query::select()
        .columns(["id", "tenant_id", "author_id", "body", "html"].map(|it| ("post", it)))
        // Due as soon as nothing holds them.
        .expr(Expr::val(0_i64))
        .from("post")
        .and_where(of("id").is_in(posts.iter().map(|post| post.uuid())))
        .and_where(keeps_this(tx.now()))
        .to_owned();
    let mut keep = Query::insert();
    keep.into_table("post_hold")
        .columns(["post_id", "tenant_id", "author_id", "body", "html", "held_at"])
        // Words that were taken away before are there, and do not come back any more.
        .on_conflict(
            OnConflict::column("post_id")
                .value("held_at", Expr::val(0_i64))
                .value("until", Option::<i64>::None)
                .to_owned(),
        );
    keep.select_from(words)
        .map_err(|error| DbFault::corrupt(error.to_string()))?;
    let kept = tx.conn().execute(&keep).await?;
    Ok(kept.rows_affected() > 0)
}
