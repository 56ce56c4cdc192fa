//! The reasons that an organisation wrote.

use db::{DbFault, Sql};
use kernel::TenantId;
use sea_orm::EntityTrait;

use crate::entity::standard_reasons;
use crate::standard::StandardReasons;

/// None while it wrote none.
pub(crate) async fn reasons(
    sql: &impl Sql,
    tenant: TenantId,
) -> Result<Option<StandardReasons>, DbFault> {
    let row = standard_reasons::Entity::find_by_id(tenant.uuid())
        .one(sql.conn())
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let Ok(reasons) = serde_json::from_str(&row.reasons) else {
        return Err(DbFault::corrupt(row.reasons));
    };
    Ok(Some(StandardReasons {
        reasons,
        version: row.version,
    }))
}
