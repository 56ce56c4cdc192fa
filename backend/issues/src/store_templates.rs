//! Statements that write the compositions that an organisation keeps.

use db::{DbFault, Sql, Tx};
use kernel::IssueTemplateId;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::issue_template::{ActiveModel, Column, Entity};
use crate::policy::MayKeepTemplates;
use crate::template::OwnTemplate;

pub async fn insert(tx: &Tx, permit: &MayKeepTemplates, new: &OwnTemplate) -> Result<(), DbFault> {
    let perspectives = serde_json::to_string(&new.perspectives)
        .map_err(|_bad| DbFault::corrupt("perspectives"))?;
    let row = ActiveModel {
        id: Set(new.id.uuid()),
        tenant_id: Set(permit.tenant.uuid()),
        name: Set(new.name.clone()),
        perspectives: Set(perspectives),
        created_at: Set(tx.now().millis()),
    };
    Entity::insert(row)
        .exec_without_returning(tx.conn())
        .await?;
    Ok(())
}

/// False when there was none.
pub async fn delete(
    tx: &Tx,
    permit: &MayKeepTemplates,
    id: IssueTemplateId,
) -> Result<bool, DbFault> {
    let done = Entity::delete_many()
        .filter(Column::Id.eq(id.uuid()))
        .filter(Column::TenantId.eq(permit.tenant.uuid()))
        .exec(tx.conn())
        .await?;
    Ok(done.rows_affected > 0)
}
