//! Table of joined organisations. Kind: of two tenants, the owner of the issue and the one that joins; read by the
//! conveners of both. It names no person.

pub mod joined_tenant {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "joined_tenant")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// The owner of the issue.
        pub tenant_id: Uuid,
        pub joined_tenant_id: Uuid,
        pub issue_id: Uuid,
        pub asked_side: String,
        pub state: String,
        pub title: String,
        pub core_question: String,
        pub motivation: String,
        pub reason: Option<String>,
        pub ended_side: Option<String>,
        /// JSON: themes and regions of the organisation that joined.
        pub terms: String,
        pub asked_at: i64,
        pub changed_at: i64,
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
