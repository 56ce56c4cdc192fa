//! Statements that write who should know of an issue first.

use db::{DbFault, Sql, Tx};
use kernel::{BriefingId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::brief::NewBriefing;
use crate::briefing::Briefing;
use crate::entity::briefing::{ActiveModel, Column, Entity};
use crate::policy::MayBrief;

pub async fn insert(
    tx: &Tx,
    permit: &MayBrief,
    id: BriefingId,
    new: NewBriefing,
) -> Result<Briefing, DbFault> {
    let row = ActiveModel {
        id: Set(id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        issue_id: Set(permit.issue.uuid()),
        name: Set(new.name.clone()),
        told_at: Set(new.told_at.map(Timestamp::millis)),
        created_at: Set(tx.now().millis()),
        version: Set(1),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(Briefing {
        id,
        name: new.name,
        told_at: new.told_at,
        version: 1,
    })
}

/// False when somebody was ahead.
pub async fn tell(
    tx: &Tx,
    permit: &MayBrief,
    id: BriefingId,
    version: i64,
    told_at: Option<Timestamp>,
) -> Result<bool, DbFault> {
    let done = Entity::update_many()
        .col_expr(Column::ToldAt, Expr::val(told_at.map(Timestamp::millis)))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1_i64))
        .filter(Column::Id.eq(id.uuid()))
        .filter(Column::IssueId.eq(permit.issue.uuid()))
        .filter(Column::Version.eq(version))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// False when there was no such line.
pub async fn delete(tx: &Tx, permit: &MayBrief, id: BriefingId) -> Result<bool, DbFault> {
    let done = Entity::delete_many()
        .filter(Column::Id.eq(id.uuid()))
        .filter(Column::IssueId.eq(permit.issue.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}
