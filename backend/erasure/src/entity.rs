//! Tables of erasure. Kind: global, keyed by person. `erased_person` is the ledger: who was erased, by the number that
//! nothing else has any more.

pub mod erasure {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "erasure")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
        pub texts: String,
        pub state: String,
        pub asked_at: i64,
        pub due_at: i64,
        pub claimed_until: i64,
        /// Who stands for this person in which issue, as JSON, for as long as the work lasts.
        pub stand_ins: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod erased_person {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "erased_person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub erased_id: Uuid,
        pub texts: String,
        pub erased_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Texts of somebody who left, in an issue of which nothing may be deleted for now. Kind: shared by issue.
pub mod late_text {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "late_text")]
    #[expect(clippy::struct_field_names, reason = "the columns of the table")]
    pub struct Model {
        /// Who stands in there: no row says for whom.
        #[sea_orm(primary_key, auto_increment = false)]
        pub left_id: Uuid,
        pub tenant_id: Uuid,
        pub issue_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
