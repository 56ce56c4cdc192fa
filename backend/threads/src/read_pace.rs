//! The pace of a room, and how much is said in it and by whom: for whoever runs it. The caller looks who asks.

use std::collections::HashSet;

use db::{DbFault, Sql, any_of};
use issues::Capacity;
use kernel::{Seq, ThreadId, Timestamp};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::Voice;
use crate::entity::{post, thread};
use crate::entity_pace::room_pace;
use crate::pace::PaceNow;

const DAY: i64 = 86_400_000;

/// Reads the pace along with a room.
pub(crate) fn beside(select: &mut SelectStatement) {
    let column = |column| Expr::col((room_pace::Entity, column));
    select
        .expr_as(column(room_pace::Column::SlowSeconds), "slow_seconds")
        .expr_as(column(room_pace::Column::RestsUntil), "rests_until")
        .expr_as(column(room_pace::Column::ClosedAt), "closed_at")
        .left_join(
            room_pace::Entity,
            column(room_pace::Column::ThreadId).equals((thread::Entity, thread::Column::Id)),
        );
}

/// As it was set last; at version 0 nobody set it.
pub async fn pace_of(sql: &impl Sql, thread: ThreadId) -> Result<PaceNow, DbFault> {
    let row = room_pace::Entity::find_by_id(thread.uuid())
        .one(sql.conn())
        .await?;
    Ok(row.map_or_else(PaceNow::default, |row| PaceNow {
        slow_minutes: row.slow_seconds / 60,
        rests_until: row.rests_until.map(Timestamp::from_millis),
        closed_at: row.closed_at.map(Timestamp::from_millis),
        why: row.why,
        version: row.version,
    }))
}

/// How often somebody spoke since, by name or by alias; what was taken back counts.
pub(crate) async fn spoke_since(
    sql: &impl Sql,
    thread: ThreadId,
    voice: Voice,
    since: Timestamp,
) -> Result<u64, DbFault> {
    Ok(post::Entity::find()
        .filter(post::Column::ThreadId.eq(thread.uuid()))
        .filter(post::Column::AuthorId.eq(voice.uuid()))
        .filter(post::Column::CreatedAt.gt(since.millis()))
        .filter(post::Column::TranslatesId.is_null())
        .count(sql.conn())
        .await?)
}

/// When somebody spoke last.
pub(crate) async fn spoke_last(
    sql: &impl Sql,
    thread: ThreadId,
    voice: Voice,
) -> Result<Option<Timestamp>, DbFault> {
    let at: Option<i64> = post::Entity::find()
        .select_only()
        .column(post::Column::CreatedAt)
        .filter(post::Column::ThreadId.eq(thread.uuid()))
        .filter(post::Column::AuthorId.eq(voice.uuid()))
        .filter(post::Column::TranslatesId.is_null())
        .order_by_desc(post::Column::Seq)
        .limit(1)
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(at.map(Timestamp::from_millis))
}

/// Posts of one capacity in one room, in one stretch of 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub thread: ThreadId,
    pub capacity: Capacity,
    /// 0 for the 24 hours until now.
    pub days_ago: i64,
    pub posts: i64,
}

/// What people said for themselves in these rooms in these days until now, and can be read; in one statement.
pub async fn said(sql: &impl Sql, threads: &[ThreadId], days: i64) -> Result<Vec<Said>, DbFault> {
    let now = sql.now().millis();
    let column = |column| Expr::col((post::Entity, column));
    let ago = Expr::val(now)
        .sub(column(post::Column::CreatedAt))
        .div(Expr::val(DAY));
    let rooms = threads.iter().map(|id| id.uuid());
    let select = Query::select()
        .column((post::Entity, post::Column::ThreadId))
        .column((post::Entity, post::Column::Capacity))
        .expr_as(ago, "days_ago")
        .expr_as(Func::count(column(post::Column::Id)), "posts")
        .from(post::Entity)
        .and_where(any_of((post::Entity, post::Column::ThreadId), rooms))
        .and_where(column(post::Column::CreatedAt).gt(now.saturating_sub(days * DAY)))
        .and_where(column(post::Column::WithdrawnAt).is_null())
        .and_where(column(post::Column::TranslatesId).is_null())
        .group_by_col((post::Entity, post::Column::ThreadId))
        .group_by_col((post::Entity, post::Column::Capacity))
        .group_by_col(Alias::new("days_ago"))
        .to_owned();
    let mut said = Vec::new();
    for row in sql.conn().query_all(&select).await? {
        let capacity: String = row.try_get("", "capacity")?;
        let thread: Uuid = row.try_get("", "thread_id")?;
        said.push(Said {
            thread: thread.into(),
            capacity: Capacity::from_name(&capacity).ok_or_else(|| DbFault::corrupt(capacity))?,
            days_ago: row.try_get("", "days_ago")?,
            posts: row.try_get("", "posts")?,
        });
    }
    Ok(said)
}

/// The newest posts that can be read, by number: without who wrote them.
pub async fn newest_texts(
    sql: &impl Sql,
    thread: ThreadId,
    most: u64,
) -> Result<Vec<(Seq, String)>, DbFault> {
    let rows: Vec<(i64, String)> = post::Entity::find()
        .select_only()
        .columns([post::Column::Seq, post::Column::Body])
        .filter(post::Column::ThreadId.eq(thread.uuid()))
        .filter(post::Column::WithdrawnAt.is_null())
        .order_by_desc(post::Column::Seq)
        .limit(most)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(seq, body)| (Seq::from(seq), body))
        .collect())
}

/// Who ever said something here that can be read, as posts say it.
pub async fn voices_in(sql: &impl Sql, thread: ThreadId) -> Result<HashSet<Uuid>, DbFault> {
    let voices: Vec<Uuid> = post::Entity::find()
        .select_only()
        .column(post::Column::AuthorId)
        .distinct()
        .filter(post::Column::ThreadId.eq(thread.uuid()))
        .filter(post::Column::WithdrawnAt.is_null())
        .filter(post::Column::TranslatesId.is_null())
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(voices.into_iter().collect())
}
