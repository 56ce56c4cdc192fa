//! Table of the pace of rooms. Kind: shared by issue; of nobody in particular.

pub mod room_pace {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "room_pace")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: Uuid,
        pub tenant_id: Uuid,
        pub slow_seconds: i64,
        pub rests_until: Option<i64>,
        pub closed_at: Option<i64>,
        pub why: String,
        pub changed_at: i64,
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
