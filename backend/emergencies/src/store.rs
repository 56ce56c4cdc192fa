//! Statements that write emergency access.

use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::{EmergencyId, TenantId, ThreadId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::{emergency, emergency_reading};
use crate::model::{Emergency, EmergencyState, KEPT, OVER};
use crate::policy::{MayAsk, MayDecide, MayUse};

use emergency::Column as C;

pub(crate) async fn insert(tx: &Tx, permit: &MayAsk, new: &Emergency) -> Result<(), DbFault> {
    let alias = new.alias.as_ref();
    let row = emergency::ActiveModel {
        id: Set(new.id.uuid()),
        tenant_id: Set(permit.staff.tenant.uuid()),
        issue_id: Set(new.issue.uuid()),
        alias: Set(alias.and_then(|alias| alias.id)),
        alias_name: Set(alias.map(|alias| alias.name.clone())),
        asker_id: Set(permit.staff.person.uuid()),
        reason: Set(new.reason.clone()),
        hours: Set(new.hours),
        state: Set(new.written.as_str().to_owned()),
        asked_at: Set(new.asked_at.millis()),
        decided_by_id: Set(None),
        decided_at: Set(None),
        ends_at: Set(None),
    };
    emergency::Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// The answer of the second person, once; false when somebody was ahead.
pub(crate) async fn decide(
    tx: &Tx,
    permit: &MayDecide,
    emergency: &Emergency,
    ends_at: Option<Timestamp>,
) -> Result<bool, DbFault> {
    let state = match ends_at {
        Some(_) => EmergencyState::Open,
        None => EmergencyState::Declined,
    };
    let done = emergency::Entity::update_many()
        .col_expr(C::State, Expr::val(state.as_str()))
        .col_expr(C::DecidedById, Expr::val(permit.person.uuid()))
        .col_expr(C::DecidedAt, Expr::val(tx.now().millis()))
        .col_expr(C::EndsAt, Expr::val(ends_at.map(Timestamp::millis)))
        .filter(C::Id.eq(emergency.id.uuid()))
        .filter(C::State.eq(EmergencyState::Asked.as_str()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// False when it was over already.
pub(crate) async fn end(
    tx: &Tx,
    emergency: &Emergency,
    state: EmergencyState,
) -> Result<bool, DbFault> {
    let done = emergency::Entity::update_many()
        .col_expr(C::State, Expr::val(state.as_str()))
        .col_expr(C::EndsAt, Expr::val(tx.now().millis()))
        .filter(C::Id.eq(emergency.id.uuid()))
        .filter(C::State.eq(emergency.written.as_str()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Written down before it is shown, once for each conversation.
pub(crate) async fn note_reading(
    tx: &Tx,
    _permit: &MayUse,
    (id, tenant): (EmergencyId, TenantId),
    thread: ThreadId,
) -> Result<(), DbFault> {
    let row = emergency_reading::ActiveModel {
        emergency_id: Set(id.uuid()),
        thread_id: Set(thread.uuid()),
        tenant_id: Set(tenant.uuid()),
        read_at: Set(tx.now().millis()),
    };
    let once = OnConflict::columns([
        emergency_reading::Column::EmergencyId,
        emergency_reading::Column::ThreadId,
    ])
    .do_nothing()
    .to_owned();
    let written = emergency_reading::Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(tx.conn())
        .await;
    rows_inserted(written)?;
    Ok(())
}

/// Forgets what was asked a year ago, and what was read with it; and of which alias it was, as soon as that is over.
pub async fn forget(tx: &Tx) -> Result<(), DbFault> {
    emergency::Entity::update_many()
        .col_expr(C::Alias, Expr::val(None::<Uuid>))
        .filter(C::AskedAt.lt(tx.now().minus(OVER).millis()))
        .filter(C::Alias.is_not_null())
        .exec(tx.conn())
        .await?;
    let old = Expr::col((emergency::Entity, C::AskedAt)).lt(tx.now().minus(KEPT).millis());
    let ids = Query::select()
        .column((emergency::Entity, C::Id))
        .from(emergency::Entity)
        .and_where(old.clone())
        .to_owned();
    emergency_reading::Entity::delete_many()
        .filter(
            Expr::col((
                emergency_reading::Entity,
                emergency_reading::Column::EmergencyId,
            ))
            .in_subquery(ids),
        )
        .exec(tx.conn())
        .await?;
    emergency::Entity::delete_many()
        .filter(old)
        .exec(tx.conn())
        .await?;
    Ok(())
}
