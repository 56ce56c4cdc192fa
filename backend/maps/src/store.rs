//! Statements that write maps.

use db::{DbFault, Sql, Tx};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::MapText;
use crate::entity::actor_map;
use crate::policy::MayWrite;

/// False when somebody was ahead. There is none yet at version 0.
pub(crate) async fn put(
    tx: &Tx,
    permit: &MayWrite,
    from: i64,
    text: &MapText,
    shown: bool,
) -> Result<bool, DbFault> {
    use actor_map::Column::{ChangedAt, IssueId, ShownAt, Text, Version};
    let text = serde_json::to_string(text).map_err(|error| DbFault::corrupt(error.to_string()))?;
    let row = actor_map::ActiveModel {
        issue_id: Set(permit.issue.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        text: Set(text),
        shown_at: Set(shown.then(|| tx.now().millis())),
        version: Set(from + 1),
        changed_at: Set(tx.now().millis()),
    };
    let again = OnConflict::column(IssueId)
        .update_columns([Text, ShownAt, Version, ChangedAt])
        .action_and_where(Expr::col((actor_map::Entity, Version)).eq(from))
        .to_owned();
    let written = actor_map::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(written > 0)
}
