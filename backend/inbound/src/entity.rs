//! `inbound_mail`: shared by tenant. A mail as it came in, and what became of it; forgotten after thirty days.
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "inbound_mail")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    pub person_id: Uuid,
    pub thread_id: Uuid,
    /// Of what makes it this mail and no other.
    pub fingerprint: String,
    pub outcome: String,
    /// The mail as it came in, in base64.
    pub raw: String,
    pub received_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
