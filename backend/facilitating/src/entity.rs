//! Table of summaries. Kind: shared by issue; of nobody in particular.

pub mod room_summary {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "room_summary")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i64,
        pub tenant_id: Uuid,
        pub body: String,
        pub html: String,
        pub written_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
