//! The table of contact requests. Kind: tenant-owned, by where it was asked; read by whom it is for.

pub mod contact_request {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "contact_request")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub asker_id: Uuid,
        pub person_id: Uuid,
        pub issue_id: Option<Uuid>,
        pub asker_role: Option<String>,
        pub text: String,
        pub state: String,
        pub answer: Option<String>,
        pub shares_address: i64,
        pub answer_issue_id: Option<Uuid>,
        pub created_at: i64,
        pub expires_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
