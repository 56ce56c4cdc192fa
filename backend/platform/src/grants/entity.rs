//! `role_grant`: global, keyed by person. Who holds which role in which container.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "role_grant")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    pub tenant_id: Uuid,
    pub container_kind: String,
    pub container_id: Uuid,
    pub role: String,
    pub starts_at: i64,
    pub ends_at: Option<i64>,
    pub granted_by: Option<Uuid>,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
