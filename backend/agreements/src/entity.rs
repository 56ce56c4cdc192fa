//! Tables of working agreements. Kind: shared by issue.

pub mod agreement {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreement")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub issue_id: Uuid,
        pub tenant_id: Uuid,
        pub expectations: String,
        pub expectations_html: String,
        pub tasks: String,
        pub tasks_html: String,
        pub rhythm: String,
        pub ends_at: Option<i64>,
        pub version: i64,
        pub put_at: i64,
        pub since: i64,
        pub look_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Tells that somebody takes part: gone the night after they left.
pub mod agreement_consent {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "agreement_consent")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub issue_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
        pub tenant_id: Uuid,
        pub version: i64,
        pub agreed_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
