//! The one statement that writes what may be told of who takes part.

use db::{DbFault, Sql, Tx};
use kernel::{IssueId, ReachReportId, TenantId};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::entity::{ActiveModel, Column as C, Entity};
use crate::report::Reach;

/// In place of the one before: an issue has one report, and none of yesterday to compare it with.
pub(crate) async fn replace(
    tx: &Tx,
    (tenant, issue): (TenantId, IssueId),
    came_in: i64,
    reach: &Reach,
) -> Result<(), DbFault> {
    let told = serde_json::to_string(reach).map_err(|fault| DbFault::corrupt(fault.to_string()))?;
    let row = ActiveModel {
        id: Set(ReachReportId::new(tx.now()).uuid()),
        tenant_id: Set(tenant.uuid()),
        issue_id: Set(issue.uuid()),
        taken_at: Set(tx.now().millis()),
        came_in: Set(came_in),
        told: Set(told),
    };
    let again = OnConflict::column(C::IssueId)
        .update_columns([C::TakenAt, C::CameIn, C::Told])
        .to_owned();
    Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}
