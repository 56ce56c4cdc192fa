//! Statements on rounds: who spoke, who lets it pass, and the next one.

use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::{Seq, ThreadId};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use crate::entity::{post, round_skip, thread};
use crate::model::Room;
use crate::policy::{MayOpenRound, MayTakeTurn};
use crate::{Voice, voice};

/// What was taken back was no turn, and no translation is; what moved to another thread was.
fn said() -> Condition {
    let stands = Condition::any()
        .add(post::Column::WithdrawnAt.is_null())
        .add(post::Column::MovedToId.is_not_null());
    Condition::all()
        .add(post::Column::TranslatesId.is_null())
        .add(stands)
}

/// The number after which the posts of the round come, as it is now.
pub(crate) async fn began_after(sql: &impl Sql, thread: ThreadId) -> Result<Seq, DbFault> {
    let from: Option<i64> = thread::Entity::find_by_id(thread.uuid())
        .select_only()
        .column(thread::Column::RoundFrom)
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(from.unwrap_or_default().into())
}

/// How often somebody spoke since, by name or by alias.
pub(crate) async fn spoke(
    sql: &impl Sql,
    thread: ThreadId,
    voice: Voice,
    since: Seq,
) -> Result<u64, DbFault> {
    Ok(post::Entity::find()
        .filter(post::Column::ThreadId.eq(thread.uuid()))
        .filter(post::Column::Seq.gt(since.get()))
        .filter(post::Column::AuthorId.eq(voice.uuid()))
        .filter(said())
        .count(sql.conn())
        .await?)
}

/// Who spoke in the round, as posts say it.
pub(crate) async fn speakers(sql: &impl Sql, room: &Room) -> Result<Vec<Uuid>, DbFault> {
    Ok(post::Entity::find()
        .select_only()
        .column(post::Column::AuthorId)
        .distinct()
        .filter(post::Column::ThreadId.eq(room.id.uuid()))
        .filter(post::Column::Seq.gt(room.round_from.get()))
        .filter(said())
        .into_tuple()
        .all(sql.conn())
        .await?)
}

/// Who lets this round pass, by name or by alias.
pub(crate) async fn skippers(sql: &impl Sql, room: &Room) -> Result<Vec<Uuid>, DbFault> {
    Ok(round_skip::Entity::find()
        .select_only()
        .column(round_skip::Column::PersonId)
        .filter(round_skip::Column::ThreadId.eq(room.id.uuid()))
        .filter(round_skip::Column::Round.eq(room.round))
        .into_tuple()
        .all(sql.conn())
        .await?)
}

/// False when it was so already.
pub(crate) async fn skip(
    tx: &Tx,
    _permit: &MayTakeTurn,
    by: Voice,
    room: &Room,
    skips: bool,
) -> Result<bool, DbFault> {
    if !skips {
        let done = round_skip::Entity::delete_many()
            .filter(round_skip::Column::ThreadId.eq(room.id.uuid()))
            .filter(round_skip::Column::PersonId.eq(by.uuid()))
            .exec(tx.conn())
            .await?;
        return Ok(done.rows_affected > 0);
    }
    let row = round_skip::ActiveModel {
        thread_id: Set(room.id.uuid()),
        person_id: Set(by.uuid()),
        tenant_id: Set(room.tenant.uuid()),
        round: Set(room.round),
        skipped_at: Set(voice::moment_of_reading(room.regime, tx.now()).millis()),
    };
    let again = OnConflict::columns([round_skip::Column::ThreadId, round_skip::Column::PersonId])
        .update_columns([round_skip::Column::Round, round_skip::Column::SkippedAt])
        .to_owned();
    let put = round_skip::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await;
    Ok(rows_inserted(put)? > 0)
}

/// False when the round that was seen is over.
pub(crate) async fn begin(tx: &Tx, permit: &MayOpenRound, seen: i64) -> Result<bool, DbFault> {
    let column = |name: &'static str| Expr::col(Alias::new(name));
    let done = thread::Entity::update_many()
        .col_expr(thread::Column::Round, column("round").add(1_i64))
        .col_expr(thread::Column::RoundFrom, column("last_seq"))
        .filter(thread::Column::Id.eq(permit.thread.uuid()))
        .filter(thread::Column::Round.eq(seen))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}
