//! The table of maps. Kind: shared by issue.

pub mod actor_map {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "actor_map")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub issue_id: Uuid,
        pub tenant_id: Uuid,
        /// JSON: it is read and written whole.
        pub text: String,
        /// Since when everybody who takes part reads it.
        pub shown_at: Option<i64>,
        pub version: i64,
        pub changed_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
