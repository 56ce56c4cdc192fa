//! The table of posts that wait to be let through. Kind: shared by issue.
//! In a room with aliases `author_id` is an alias.

pub mod waiting_post {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "waiting_post")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub issue_id: Uuid,
        pub thread_id: Uuid,
        pub author_id: Uuid,
        pub shown_name: String,
        pub capacity: String,
        pub organisation: Option<String>,
        pub body: String,
        pub html: String,
        pub quotes_id: Option<Uuid>,
        pub files: Option<String>,
        pub open_room: i64,
        pub why: String,
        pub state: String,
        pub said: String,
        pub written_at: i64,
        pub changed_at: i64,
        pub translates_id: Option<Uuid>,
        /// In which version it was read.
        pub translates_version: Option<i64>,
        pub language: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
