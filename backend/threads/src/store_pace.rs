//! Statements that set the pace of a room.

use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::{ThreadId, Timestamp};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::thread;
use crate::entity_pace::room_pace::{ActiveModel, Column as C, Entity};
use crate::model::Room;
use crate::pace::NewPace;
use crate::policy::MaySetPace;

/// From now on; what waits already goes on waiting.
pub(crate) async fn look_first(tx: &Tx, permit: &MaySetPace, first: bool) -> Result<(), DbFault> {
    thread::Entity::update_many()
        .col_expr(thread::Column::LookedAtFirst, Expr::val(i64::from(first)))
        .filter(thread::Column::Id.eq(permit.thread.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Each of the two rooms knows the other one; the one that was linked before knows it no more. False when one of them
/// was linked otherwise meanwhile.
pub(crate) async fn link(
    tx: &Tx,
    permit: &MaySetPace,
    before: Option<ThreadId>,
    next: Option<&Room>,
) -> Result<bool, DbFault> {
    let (follows, goes_on) = (thread::Column::FollowsId, thread::Column::NextId);
    let is = |column: thread::Column, was: Option<ThreadId>| match was {
        None => column.is_null(),
        Some(was) => column.eq(was.uuid()),
    };
    let of = |id: ThreadId, column: thread::Column, other: Option<ThreadId>| {
        thread::Entity::update_many()
            .col_expr(column, Expr::val(other.map(ThreadId::uuid)))
            .filter(thread::Column::Id.eq(id.uuid()))
    };
    let to = next.map(|next| next.id);
    if let Some(before) = before.filter(|before| Some(*before) != to) {
        let own = is(follows, Some(permit.thread));
        of(before, follows, None)
            .filter(own)
            .exec(tx.conn())
            .await?;
    }
    if let Some(next) = next {
        let taken = of(next.id, follows, Some(permit.thread))
            .filter(is(follows, next.follows))
            .filter(is(goes_on, None))
            .exec(tx.conn())
            .await?;
        if taken.rows_affected == 0 {
            return Ok(false);
        }
    }
    let done = of(permit.thread, goes_on, to)
        .filter(is(goes_on, before))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// False when somebody was ahead. Nobody set it yet at version 0.
pub(crate) async fn set(
    tx: &Tx,
    permit: &MaySetPace,
    new: &NewPace,
    (version, at): (i64, Timestamp),
) -> Result<bool, DbFault> {
    let slow = new.slow_minutes * 60;
    let rests = new.rests_until.map(Timestamp::millis);
    let closed = new.closed.then(|| at.millis());
    if version == 0 {
        let row = ActiveModel {
            thread_id: Set(permit.thread.uuid()),
            tenant_id: Set(permit.tenant.uuid()),
            slow_seconds: Set(slow),
            rests_until: Set(rests),
            closed_at: Set(closed),
            why: Set(new.why.clone()),
            changed_at: Set(at.millis()),
            version: Set(1),
        };
        let once = OnConflict::column(C::ThreadId).do_nothing().to_owned();
        let put = Entity::insert(row)
            .on_conflict(once)
            .exec_without_returning(tx.conn())
            .await;
        return Ok(rows_inserted(put)? > 0);
    }
    let done = Entity::update_many()
        .col_expr(C::SlowSeconds, Expr::val(slow))
        .col_expr(C::RestsUntil, Expr::val(rests))
        .col_expr(C::ClosedAt, Expr::val(closed))
        .col_expr(C::Why, Expr::val(&new.why))
        .col_expr(C::ChangedAt, Expr::val(at.millis()))
        .col_expr(C::Version, Expr::val(version + 1))
        .filter(C::ThreadId.eq(permit.thread.uuid()))
        .filter(C::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}
