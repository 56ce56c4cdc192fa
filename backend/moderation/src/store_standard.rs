//! The statement that writes the reasons of an organisation.

use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::TenantId;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::standard_reasons::{ActiveModel, Column as C, Entity};
use crate::standard::StandardReason;

/// The whole list; false when somebody was ahead. Nobody wrote one yet at version 0.
pub(crate) async fn put(
    tx: &Tx,
    tenant: TenantId,
    reasons: &[StandardReason],
    version: i64,
) -> Result<bool, DbFault> {
    let text = serde_json::json!(reasons).to_string();
    let now = tx.now().millis();
    if version == 0 {
        let row = ActiveModel {
            tenant_id: Set(tenant.uuid()),
            reasons: Set(text),
            changed_at: Set(now),
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
        .col_expr(C::Reasons, Expr::val(text))
        .col_expr(C::ChangedAt, Expr::val(now))
        .col_expr(C::Version, Expr::val(version.saturating_add(1)))
        .filter(C::TenantId.eq(tenant.uuid()))
        .filter(C::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}
