//! Table of what is handed over. Kind: of two people in one tenant, read by those two.

pub mod work_handover {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "work_handover")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub giver_id: Uuid,
        pub taker_id: Uuid,
        /// JSON: the issues and networks.
        pub rooms: String,
        pub ownership: i64,
        pub stays: i64,
        pub words: String,
        pub state: String,
        pub reason: Option<String>,
        pub offered_at: i64,
        pub changed_at: i64,
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
