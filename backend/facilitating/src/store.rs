//! Statements that write summaries, and the words that an organisation watches.

use db::{DbFault, Sql, Tx, rows_inserted};
use kernel::TenantId;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::room_summary::{ActiveModel, Column as C, Entity};
use crate::entity::word_rules;
use crate::policy::MaySummarise;
use crate::word_rules::WordRule;

/// The version after this one; false when somebody was ahead.
pub(crate) async fn insert(
    tx: &Tx,
    permit: &MaySummarise,
    (body, html): (String, String),
    version: i64,
) -> Result<bool, DbFault> {
    let row = ActiveModel {
        thread_id: Set(permit.thread.uuid()),
        version: Set(version.saturating_add(1)),
        tenant_id: Set(permit.tenant.uuid()),
        body: Set(body),
        html: Set(html),
        written_at: Set(tx.now().millis()),
    };
    let once = OnConflict::columns([C::ThreadId, C::Version])
        .do_nothing()
        .to_owned();
    let put = Entity::insert(row)
        .on_conflict(once)
        .exec_without_returning(tx.conn())
        .await;
    Ok(rows_inserted(put)? > 0)
}

/// The whole list; false when somebody was ahead. Nobody wrote one yet at version 0.
pub(crate) async fn put_rules(
    tx: &Tx,
    tenant: TenantId,
    rules: &[WordRule],
    version: i64,
) -> Result<bool, DbFault> {
    use word_rules::Column as W;
    let text = serde_json::json!(rules).to_string();
    let now = tx.now().millis();
    if version == 0 {
        let row = word_rules::ActiveModel {
            tenant_id: Set(tenant.uuid()),
            rules: Set(text),
            changed_at: Set(now),
            version: Set(1),
        };
        let once = OnConflict::column(W::TenantId).do_nothing().to_owned();
        let put = word_rules::Entity::insert(row)
            .on_conflict(once)
            .exec_without_returning(tx.conn())
            .await;
        return Ok(rows_inserted(put)? > 0);
    }
    let done = word_rules::Entity::update_many()
        .col_expr(W::Rules, Expr::val(text))
        .col_expr(W::ChangedAt, Expr::val(now))
        .col_expr(W::Version, Expr::val(version + 1))
        .filter(W::TenantId.eq(tenant.uuid()))
        .filter(W::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}
