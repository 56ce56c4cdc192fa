//! Tables of emergency access. Kind: shared by issue; they stay behind when an organisation moves.

pub mod emergency {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "emergency")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub issue_id: Uuid,
        /// Whose alias is asked; none when it is to read.
        pub alias: Option<Uuid>,
        pub alias_name: Option<String>,
        pub asker_id: Uuid,
        pub reason: String,
        pub hours: i64,
        pub state: String,
        pub asked_at: i64,
        pub decided_by_id: Option<Uuid>,
        pub decided_at: Option<i64>,
        pub ends_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Which conversations were read, and when first.
pub mod emergency_reading {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "emergency_reading")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub emergency_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: Uuid,
        pub tenant_id: Uuid,
        pub read_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
