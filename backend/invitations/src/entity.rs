//! `invitation`. Kind: tenant-owned; whoever holds its token may read the one row.
//! `raised_hand`. Kind: tenant-owned; read by whoever raised it and by those who may invite, and by nobody else.
//! `reach_report`. Kind: shared by issue; numbers, never a person.
//! `hall_link`. Kind: tenant-owned; whoever holds the link may read the one row. Who came by it stands nowhere.
//! `wave_plan`, `wave_invitee`. Kind: tenant-owned; read by whoever made the list, and by nobody else.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub tenant_id: Uuid,
    pub issue_id: Option<Uuid>,
    pub role: String,
    pub person_id: Option<Uuid>,
    pub address: String,
    pub locale: String,
    pub text: String,
    pub address_source: Option<String>,
    pub invited_by: Uuid,
    pub batch_id: Uuid,
    pub state: String,
    pub reason: Option<String>,
    pub version: i64,
    pub reminders: i64,
    pub expires_at: i64,
    pub until: Option<i64>,
    pub answered_at: Option<i64>,
    pub answered_by: Option<Uuid>,
    pub delivery: String,
    pub created_at: i64,
    pub asks_for: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub mod raised_hand {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "raised_hand")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub issue_id: Uuid,
        pub person_id: Uuid,
        pub motivation: String,
        pub state: String,
        pub reason: Option<String>,
        pub objection: Option<String>,
        pub answer_by: i64,
        pub reminded_at: Option<i64>,
        pub answered_at: Option<i64>,
        pub answered_by: Option<Uuid>,
        pub created_at: i64,
        pub version: i64,
        pub hall_link_id: Option<Uuid>,
        pub nominated_by: Option<Uuid>,
        pub nomination: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod wave_plan {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "wave_plan")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub issue_id: Uuid,
        pub inviter_id: Uuid,
        pub locale: String,
        pub size: i64,
        pub wait_days: i64,
        pub enough: Option<i64>,
        pub state: String,
        pub ending: Option<String>,
        pub waves: i64,
        pub next_at: Option<i64>,
        pub ended_at: Option<i64>,
        pub created_at: i64,
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod wave_invitee {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "wave_invitee")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub plan_id: Uuid,
        pub place: i64,
        pub person_id: Option<Uuid>,
        pub address: Option<String>,
        pub text: String,
        pub skipped: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod hall_link {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "hall_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub issue_id: Uuid,
        pub handle: String,
        pub place: String,
        pub most: i64,
        pub used: i64,
        pub approval: i64,
        pub ends_at: i64,
        pub made_by: Uuid,
        pub ended_at: Option<i64>,
        pub ended_by: Option<Uuid>,
        pub created_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
