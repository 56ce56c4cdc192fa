//! Tables of what is reported, decided and objected to. Kind: tenant-owned; read by who decides, by the author and by who
//! reported, each their part; and the reasons that an organisation keeps ready, of nobody in particular.

pub mod moderation_case {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "moderation_case")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub issue_id: Uuid,
        pub thread_id: Option<Uuid>,
        pub post_id: Option<Uuid>,
        pub about: String,
        pub waiting_post: Option<Uuid>,
        pub author_id: Uuid,
        pub closed_room: i64,
        pub state: String,
        pub claimed_by: Option<Uuid>,
        pub claimed_until: Option<i64>,
        pub decided_by: Option<Uuid>,
        pub opened_at: i64,
        pub changed_at: i64,
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod post_report {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "post_report")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub case_id: Uuid,
        pub reporter_id: Option<Uuid>,
        pub name: Option<String>,
        pub address: Option<String>,
        pub locale: String,
        pub reason: String,
        pub words: String,
        pub stated_true: i64,
        pub reported_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod moderation_decision {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "moderation_decision")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub case_id: Uuid,
        pub issue_id: Uuid,
        pub thread_id: Option<Uuid>,
        pub post_id: Option<Uuid>,
        pub post_seq: Option<i64>,
        pub about: String,
        pub author_id: Option<Uuid>,
        pub act: String,
        pub warned: i64,
        pub until: Option<i64>,
        pub paused_until: Option<i64>,
        pub ground: Option<String>,
        pub rule: String,
        pub facts: String,
        pub title_before: Option<String>,
        pub title_after: Option<String>,
        pub words_before: Option<String>,
        pub from_outside: i64,
        pub decided_by: Option<Uuid>,
        pub decided_at: i64,
        pub rewritten_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod standard_reasons {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "standard_reasons")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub tenant_id: Uuid,
        /// JSON: the whole list, which changes as one.
        pub reasons: String,
        pub changed_at: i64,
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod moderation_appeal {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "moderation_appeal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub case_id: Uuid,
        pub decision_id: Uuid,
        pub person_id: Option<Uuid>,
        pub report_id: Option<Uuid>,
        pub side: String,
        pub words: String,
        pub appealed_at: i64,
        pub answer_id: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
