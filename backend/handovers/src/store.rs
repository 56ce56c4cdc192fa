//! Statements that write what is handed over.

use db::{DbFault, Sql, Tx};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::HandoverFault;
use crate::entity::work_handover::{ActiveModel, Column as C, Entity};
use crate::model::{Handover, HandoverState};
use crate::policy::MayChange;

pub(crate) async fn insert(tx: &Tx, new: &Handover) -> Result<(), DbFault> {
    let rooms =
        serde_json::to_string(&new.rooms).map_err(|error| DbFault::corrupt(error.to_string()))?;
    let row = ActiveModel {
        id: Set(new.id.uuid()),
        tenant_id: Set(new.tenant.uuid()),
        giver_id: Set(new.giver.uuid()),
        taker_id: Set(new.taker.uuid()),
        rooms: Set(rooms),
        ownership: Set(i64::from(new.ownership)),
        stays: Set(i64::from(new.stays)),
        words: Set(new.words.clone()),
        state: Set(new.state.as_str().to_owned()),
        reason: Set(None),
        offered_at: Set(new.offered_at.millis()),
        changed_at: Set(new.changed_at.millis()),
        version: Set(new.version),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// The answer, or that it was taken back.
pub(crate) async fn settle(
    tx: &Tx,
    permit: &MayChange,
    state: HandoverState,
    reason: Option<&str>,
) -> Result<(), HandoverFault> {
    let done = Entity::update_many()
        .col_expr(C::State, Expr::val(state.as_str()))
        .col_expr(C::Reason, Expr::val(reason.map(str::to_owned)))
        .col_expr(C::ChangedAt, Expr::val(tx.now().millis()))
        .col_expr(C::Version, Expr::val(permit.version + 1))
        .filter(C::Id.eq(permit.handover.uuid()))
        .filter(C::Version.eq(permit.version))
        .exec(tx.conn())
        .await
        .map_err(DbFault::from)?;
    if done.rows_affected == 0 {
        // Somebody was ahead.
        return Err(HandoverFault::Answered);
    }
    Ok(())
}

/// Forgets what was settled, or never answered, some weeks ago.
pub(crate) async fn forget(tx: &Tx) -> Result<(), DbFault> {
    Entity::delete_many()
        .filter(C::ChangedAt.lt(tx.now().minus(Handover::KEPT).millis()))
        .exec(tx.conn())
        .await?;
    Ok(())
}
