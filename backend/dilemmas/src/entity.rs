//! Tables of dilemmas. Kind: shared by issue, below the post and the thread.

pub mod acknowledgement {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "acknowledgement")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub post_id: Uuid,
        pub author_id: Uuid,
        pub shown_name: String,
        pub words: String,
        pub state: String,
        pub better: Option<String>,
        pub created_at: i64,
        pub changed_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod dilemma {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "dilemma")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: Uuid,
        pub tenant_id: Uuid,
        pub possible: String,
        pub impossible: String,
        pub decides: String,
        pub changed_at: i64,
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
