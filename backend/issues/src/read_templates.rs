//! The compositions that an organisation keeps. The caller has checked that the asker is a convener of it.

use db::{DbFault, Sql};
use kernel::{IssueTemplateId, TenantId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::issue_template::{Column, Entity, Model};
use crate::template::OwnTemplate;

/// By name.
pub async fn of_tenant(sql: &impl Sql, tenant: TenantId) -> Result<Vec<OwnTemplate>, DbFault> {
    let rows = Entity::find()
        .filter(Column::TenantId.eq(tenant.uuid()))
        .order_by_asc(Column::Name)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(OwnTemplate::try_from).collect()
}

pub async fn find(
    sql: &impl Sql,
    tenant: TenantId,
    id: IssueTemplateId,
) -> Result<Option<OwnTemplate>, DbFault> {
    let row = Entity::find_by_id(id.uuid())
        .filter(Column::TenantId.eq(tenant.uuid()))
        .one(sql.conn())
        .await?;
    row.map(OwnTemplate::try_from).transpose()
}

impl TryFrom<Model> for OwnTemplate {
    type Error = DbFault;

    fn try_from(row: Model) -> Result<Self, DbFault> {
        let perspectives = serde_json::from_str(&row.perspectives)
            .map_err(|_bad| DbFault::corrupt(row.perspectives))?;
        Ok(Self {
            id: row.id.into(),
            name: row.name,
            perspectives,
        })
    }
}
