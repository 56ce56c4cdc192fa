//! The table of notes to who has not spoken. Kind: shared by issue; read by the one to whom it was written.

pub mod speak_note {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "speak_note")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub tenant_id: Uuid,
        pub thread_id: Uuid,
        pub person_id: Uuid,
        pub invited_by: Uuid,
        /// How who wrote it was known in the issue then.
        pub shown_name: String,
        pub words: String,
        pub sent_at: i64,
        /// Its reader put it away.
        pub put_away: i64,
        /// From then on its reader wants none in this conversation.
        pub refused_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
