//! Statements that put something beside a post, and count what is there.

use db::{DbFault, Sql, Tx, any_of};
use kernel::ThreadId;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::{post, thread};
use crate::model::{Mark, Post, ViewKind};
use crate::policy::MayMark;
use crate::read_row::PostRow;
use crate::store::next_numbers;

/// More than this nobody puts on top, and few questions have as many answers.
const MOST: u64 = 50;

/// False when the post was taken back, or has just moved to another thread.
pub(crate) async fn mark(tx: &Tx, permit: &MayMark, mark: &Mark) -> Result<bool, DbFault> {
    let numbers = next_numbers(tx, permit.thread, None).await?;
    let when = |put: bool| Expr::val(put.then(|| tx.now().millis()));
    let update = post::Entity::update_many();
    let update = match mark {
        Mark::Pinned(put) => update.col_expr(post::Column::PinnedAt, when(*put)),
        Mark::Accepted(put) => update.col_expr(post::Column::AcceptedAt, when(*put)),
        Mark::Perspective(words) => {
            update.col_expr(post::Column::Perspective, Expr::val(words.clone()))
        }
        Mark::View(kind) => {
            update.col_expr(post::Column::View, Expr::val(kind.map(ViewKind::as_str)))
        }
    };
    let done = update
        .col_expr(post::Column::ChangeSeq, Expr::val(numbers.change))
        .filter(post::Column::Id.eq(permit.post.uuid()))
        .filter(post::Column::ThreadId.eq(permit.thread.uuid()))
        .filter(post::Column::WithdrawnAt.is_null())
        .exec(tx.conn())
        .await?;
    if done.rows_affected == 0 {
        return Ok(false);
    }
    if matches!(mark, Mark::Pinned(_) | Mark::Accepted(_)) {
        count(tx, &[permit.thread]).await?;
    }
    Ok(true)
}

/// Counts anew what is pinned and what answers.
pub(crate) async fn count(tx: &Tx, threads: &[ThreadId]) -> Result<(), DbFault> {
    let those = |column: post::Column| {
        let select = Query::select()
            .expr(Expr::col((post::Entity, post::Column::Id)).count())
            .from(post::Entity)
            .and_where(
                Expr::col((post::Entity, post::Column::ThreadId))
                    .equals((thread::Entity, thread::Column::Id)),
            )
            .and_where(Expr::col((post::Entity, column)).is_not_null())
            .and_where(Expr::col((post::Entity, post::Column::WithdrawnAt)).is_null())
            .to_owned();
        Expr::SubQuery(None, Box::new(select.into()))
    };
    let update = Query::update()
        .table(thread::Entity)
        .value(thread::Column::Pins, those(post::Column::PinnedAt))
        .value(thread::Column::Answers, those(post::Column::AcceptedAt))
        .and_where(any_of(
            (thread::Entity, thread::Column::Id),
            threads.iter().map(|id| id.uuid()),
        ))
        .to_owned();
    tx.conn().execute(&update).await?;
    Ok(())
}

/// How many are pinned.
pub(crate) async fn pins(tx: &Tx, thread: ThreadId) -> Result<i64, DbFault> {
    let row = thread::Entity::find_by_id(thread.uuid());
    let row = row.one(tx.conn()).await?;
    Ok(row.map_or(0, |row| row.pins))
}

/// In order.
async fn marked(sql: &impl Sql, thread: ThreadId, by: post::Column) -> Result<Vec<Post>, DbFault> {
    let found = post::Entity::find()
        .filter(post::Column::ThreadId.eq(thread.uuid()))
        .filter(by.is_not_null())
        .filter(post::Column::WithdrawnAt.is_null())
        .order_by_asc(post::Column::Seq)
        .limit(MOST);
    PostRow::posts(sql, found).await
}

pub(crate) async fn pinned(sql: &impl Sql, thread: ThreadId) -> Result<Vec<Post>, DbFault> {
    marked(sql, thread, post::Column::PinnedAt).await
}

pub(crate) async fn accepted(sql: &impl Sql, thread: ThreadId) -> Result<Vec<Post>, DbFault> {
    marked(sql, thread, post::Column::AcceptedAt).await
}
