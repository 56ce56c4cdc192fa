//! Tables of issues. Kind: shared by issue (owned by one tenant, open to guests through grants); but templates are
//! tenant-owned, and so are briefings: they belong to who runs the issue.

pub mod issue {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "issue")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub author_id: Uuid,
        pub kind: String,
        pub state: String,
        pub visibility: String,
        pub regime: String,
        pub title: String,
        pub core_question: String,
        pub why_now: String,
        pub why_one: String,
        /// How many people the words of its perspectives are made of.
        pub gap_people: i64,
        pub background: String,
        pub background_html: String,
        pub planned_end: Option<i64>,
        pub state_reason: Option<String>,
        pub paused_from: Option<String>,
        pub created_at: i64,
        pub state_at: i64,
        pub version: i64,
        pub access_version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod issue_term {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "issue_term")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub issue_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub term_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod perspective {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "perspective")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub issue_id: Uuid,
        pub name: String,
        pub experience: String,
        pub need: String,
        pub wanted: i64,
        pub gap: String,
        pub position: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod participation {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "participation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub issue_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
        pub state: String,
        pub capacity: String,
        pub organisation: Option<String>,
        pub organisation_tenant_id: Option<Uuid>,
        pub shown_name: String,
        pub joined_at: i64,
        pub left_at: Option<i64>,
        /// Why who runs the issue ended it; none when its person left, or its day came.
        pub end_reason: Option<String>,
        /// The end that was told before it came.
        pub end_told: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Special data (AVG art. 9 by class): chosen by the participant, shown to nobody else, gone when the participation ends.
pub mod perspective_choice {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "perspective_choice")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub issue_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
        pub perspective_id: Uuid,
        pub consent_version: String,
        pub chosen_at: i64,
        /// The words of the issue know of it.
        pub counted: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod issue_template {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "issue_template")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub name: String,
        /// JSON: the perspectives, in order.
        pub perspectives: String,
        pub created_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Names of roles and bodies, never of persons; who ticked one is not kept.
pub mod briefing {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "briefing")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub issue_id: Uuid,
        pub name: String,
        pub told_at: Option<i64>,
        pub created_at: i64,
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod evaluation_round {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "evaluation_round")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub issue_id: Uuid,
        pub tenant_id: Uuid,
        pub asked_at: i64,
        pub until: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// For who runs the issue, and for whoever said it; gone when they leave.
pub mod evaluation {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "evaluation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub issue_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
        pub tenant_id: Uuid,
        pub question: String,
        pub question_note: String,
        pub missing: String,
        pub advice: String,
        pub advice_note: String,
        pub given_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
