//! Joint conversations of two networks: proposed by the one, answered by the other, and then a room of its own.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{drop_all, id, id_or_null, index, number, text, text_or_null, unique, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A row is of two networks, maybe of two organisations: each reads and answers it.
const TALKS: Wall = Wall::around("joint_talk").shared_with("other_tenant_id");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Without keys: the two may be of two organisations, and an organisation may move away.
        let talk = with_id("joint_talk")
            .col(id("tenant_id"))
            .col(id("other_tenant_id"))
            .col(id("network_id"))
            .col(id("other_network_id"))
            .col(id("tie_id"))
            // Both networks in their order while the proposal waits; none afterwards: two networks have one that waits.
            .col(text_or_null("waiting"))
            .col(text("state"))
            .col(text("subject"))
            .col(text("purpose"))
            .col(number("ends_at"))
            .col(text_or_null("reason"))
            // Who is to run the room beside the one who says yes; none once it is answered.
            .col(id_or_null("proposer_id"))
            .col(id_or_null("room_id"))
            .col(number("proposed_at"))
            .col(number("changed_at"))
            .col(number("version"))
            .to_owned();
        manager.create_table(talk).await?;
        unique(manager, "joint_talk", &["waiting"]).await?;
        index(manager, "joint_talk", &["tenant_id"]).await?;
        index(manager, "joint_talk", &["other_tenant_id"]).await?;
        index(manager, "joint_talk", &["network_id"]).await?;
        index(manager, "joint_talk", &["other_network_id"]).await?;
        index(manager, "joint_talk", &["tie_id"]).await?;
        index(manager, "joint_talk", &["proposer_id"]).await?;
        index(manager, "joint_talk", &["state", "changed_at"]).await?;
        TALKS.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        TALKS.take_down(manager).await?;
        drop_all(manager, &["joint_talk"]).await
    }
}
