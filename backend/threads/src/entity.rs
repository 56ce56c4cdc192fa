//! Tables of threads. Kind: shared by issue.
//! In a room in which nobody learns who wrote what, `author_id` of a post holds an alias, or nil: see `voice`.

pub mod thread {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "thread")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub issue_id: Uuid,
        pub author_id: Uuid,
        pub title: String,
        pub visibility: String,
        pub regime: String,
        pub state: String,
        pub last_seq: i64,
        pub last_change: i64,
        pub voids: String,
        pub last_post_at: i64,
        pub created_at: i64,
        pub version: i64,
        pub kind: String,
        pub pins: i64,
        pub answers: i64,
        pub merged_into_id: Option<Uuid>,
        pub round: i64,
        pub round_from: i64,
        pub looked_at_first: i64,
        /// The room that this one goes on from,
        pub follows_id: Option<Uuid>,
        /// and the one that goes on from this.
        pub next_id: Option<Uuid>,
        /// Since when there are translations in it.
        pub translated_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod post {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "post")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub thread_id: Uuid,
        pub seq: i64,
        pub change_seq: i64,
        pub author_id: Uuid,
        pub shown_name: String,
        pub capacity: String,
        pub organisation: Option<String>,
        pub body: String,
        pub html: String,
        pub quotes_id: Option<Uuid>,
        pub created_at: i64,
        pub edited_at: Option<i64>,
        pub withdrawn_at: Option<i64>,
        pub held: Option<String>,
        pub version: i64,
        pub pinned_at: Option<i64>,
        pub accepted_at: Option<i64>,
        pub perspective: Option<String>,
        pub moved_to_id: Option<Uuid>,
        pub came_from_id: Option<Uuid>,
        pub view: Option<String>,
        /// What is told of its files, as JSON.
        pub files: Option<String>,
        /// Since when the published outcome rests on it.
        pub cited_at: Option<i64>,
        /// Of a translation: of which post,
        pub translates_id: Option<Uuid>,
        /// into which language,
        pub language: Option<String>,
        /// and since when that post says something else.
        pub outdated_at: Option<i64>,
        /// Since when there are translations of it.
        pub translated_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod post_version {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "post_version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub post_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i64,
        pub body: String,
        pub html: String,
        pub written_at: i64,
        /// What was told of its files, as JSON.
        pub files: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod thread_read {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "thread_read")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
        pub ranges: String,
        pub updated_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod round_skip {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "round_skip")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub thread_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
        pub tenant_id: Uuid,
        pub round: i64,
        pub skipped_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod room_alias {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "room_alias")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub issue_id: Uuid,
        pub name: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod post_key {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "post_key")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key_hash: String,
        pub tenant_id: Uuid,
        pub post_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
