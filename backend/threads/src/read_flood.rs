//! How many posts a voice and a room have lately: counted from the rows, along an index.

use db::{DbFault, Sql};
use kernel::{IssueId, Seq, ThreadId, Timestamp};
use sea_orm::sea_query::{Order, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::Voice;
use crate::entity::{post, thread};
use crate::flood::{NONE, SAME_AMONG};
use crate::model::Room;

/// When the post was written before which the room had as many fewer; none when there are fewer in all.
pub(crate) async fn in_room(
    sql: &impl Sql,
    room: &Room,
    most: u64,
) -> Result<Option<Timestamp>, DbFault> {
    let back = i64::try_from(most).unwrap_or(i64::MAX);
    let seq = room.last_seq.get().saturating_sub(back).saturating_add(1);
    if seq < 1 {
        return Ok(None);
    }
    let at: Option<i64> = post::Entity::find()
        .select_only()
        .column(post::Column::CreatedAt)
        .filter(post::Column::ThreadId.eq(room.id.uuid()))
        .filter(post::Column::Seq.eq(seq))
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(at.map(Timestamp::from_millis))
}

/// The same of a voice, in the organisations of this operation: of what it wrote since then.
pub(crate) async fn of_voice(
    sql: &impl Sql,
    voice: Voice,
    most: u64,
    since: Timestamp,
) -> Result<Option<Timestamp>, DbFault> {
    if most == NONE {
        return Ok(None);
    }
    let at: Option<i64> = post::Entity::find()
        .select_only()
        .column(post::Column::CreatedAt)
        .filter(post::Column::AuthorId.eq(voice.uuid()))
        .filter(post::Column::CreatedAt.gt(since.millis()))
        .filter(sql.in_tenants((post::Entity, post::Column::TenantId)))
        .order_by_desc(post::Column::CreatedAt)
        .offset(most.saturating_sub(1))
        .limit(1)
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(at.map(Timestamp::from_millis))
}

/// How many of its posts can be read, up to this many.
pub(crate) async fn standing(sql: &impl Sql, voice: Voice, most: u64) -> Result<u64, DbFault> {
    let some: Vec<Uuid> = post::Entity::find()
        .select_only()
        .column(post::Column::Id)
        .filter(post::Column::AuthorId.eq(voice.uuid()))
        .filter(sql.in_tenants((post::Entity, post::Column::TenantId)))
        .filter(post::Column::WithdrawnAt.is_null())
        .limit(most)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(u64::try_from(some.len()).unwrap_or(most))
}

/// Where this voice said the same in this issue since then, among the last that it wrote.
pub(crate) async fn said(
    sql: &impl Sql,
    issue: IssueId,
    voice: Voice,
    text: &str,
    since: Timestamp,
) -> Result<Option<(ThreadId, Seq)>, DbFault> {
    let rooms = Query::select()
        .column(thread::Column::Id)
        .from(thread::Entity)
        .and_where(thread::Column::IssueId.eq(issue.uuid()))
        .to_owned();
    let last = Query::select()
        .column(post::Column::Id)
        .from(post::Entity)
        .and_where(post::Column::AuthorId.eq(voice.uuid()))
        .and_where(post::Column::CreatedAt.gt(since.millis()))
        .order_by(post::Column::CreatedAt, Order::Desc)
        .limit(SAME_AMONG)
        .to_owned();
    let found: Option<(Uuid, i64)> = post::Entity::find()
        .select_only()
        .columns([post::Column::ThreadId, post::Column::Seq])
        .filter(post::Column::Id.in_subquery(last))
        .filter(post::Column::Body.eq(text))
        .filter(post::Column::ThreadId.in_subquery(rooms))
        .order_by_desc(post::Column::CreatedAt)
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(found.map(|(thread, seq)| (thread.into(), seq.into())))
}
