//! Statements that write summaries.

use db::{DbFault, Sql, Tx, rows_inserted};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::entity::room_summary::{ActiveModel, Column as C, Entity};
use crate::policy::MaySummarise;

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
