//! Tables of networks in contact, and of their joint conversations. Kind: of two networks, maybe of two tenants; read by
//! those who run one of them. A contact names no person.

pub mod network_tie {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "network_tie")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// The owner of the network that asked.
        pub tenant_id: Uuid,
        pub other_tenant_id: Uuid,
        pub network_id: Uuid,
        pub other_network_id: Uuid,
        /// The two ids in their order.
        pub pair: String,
        pub state: String,
        pub motivation: String,
        pub reason: Option<String>,
        pub ended_side: Option<String>,
        pub merging_side: Option<String>,
        pub merge_reason: Option<String>,
        pub merge_until: Option<i64>,
        pub tied_at: Option<i64>,
        pub asked_at: i64,
        pub changed_at: i64,
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Joint conversations of two networks. Kind: as above; it names who proposed one until it is answered.
pub mod joint_talk {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "joint_talk")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// The owner of the network that proposed it, and of the room.
        pub tenant_id: Uuid,
        pub other_tenant_id: Uuid,
        pub network_id: Uuid,
        pub other_network_id: Uuid,
        pub tie_id: Uuid,
        /// The two ids in their order, while the proposal waits.
        pub waiting: Option<String>,
        pub state: String,
        pub subject: String,
        pub purpose: String,
        pub ends_at: i64,
        pub reason: Option<String>,
        pub proposer_id: Option<Uuid>,
        pub room_id: Option<Uuid>,
        pub proposed_at: i64,
        pub changed_at: i64,
        pub version: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
