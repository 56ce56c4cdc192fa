//! The table of tasks. Kind: shared by issue.

pub mod task {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "task")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub issue_id: Uuid,
        /// Where it is read follows from where the post is.
        pub post_id: Uuid,
        /// Nobody where the room tells no names.
        pub made_by: Option<Uuid>,
        pub taker_id: Option<Uuid>,
        /// It is for those who run the issue.
        pub for_runners: i64,
        pub what: String,
        pub due_at: Option<i64>,
        pub done_at: Option<i64>,
        pub done_words: Option<String>,
        /// How often its day was told of.
        pub reminded: i64,
        pub made_at: i64,
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
