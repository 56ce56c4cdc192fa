//! Statements that change `talk_retention`.

use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::TenantId;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity_retention::{ActiveModel, Column as C, Entity};
use crate::retention::Retention;

/// False when somebody was ahead. Nobody wrote one yet at version 0.
pub(crate) async fn put(
    tx: &Tx,
    tenant: TenantId,
    rule: Retention,
    version: i64,
) -> Result<bool, DbFault> {
    let (years, holds_from, years_before) = rule.row();
    if version == 0 {
        let row = ActiveModel {
            tenant_id: Set(tenant.uuid()),
            years: Set(years),
            holds_from: Set(holds_from.millis()),
            years_before: Set(years_before),
            version: Set(1),
        };
        let once = OnConflict::column(C::TenantId).do_nothing().to_owned();
        let put = Entity::insert(row)
            .on_conflict(once)
            .exec_without_returning(tx.conn())
            .await;
        return Ok(rows_inserted(put)? > 0);
    }
    let done = Entity::update_many()
        .col_expr(C::Years, Expr::val(years))
        .col_expr(C::HoldsFrom, Expr::val(holds_from.millis()))
        .col_expr(C::YearsBefore, Expr::val(years_before))
        .col_expr(C::Version, Expr::val(version + 1))
        .filter(C::TenantId.eq(tenant.uuid()))
        .filter(C::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}
