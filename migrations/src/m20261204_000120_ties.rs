//! Networks that are in contact with each other, and into which of the two the other goes up; and the line in the history
//! of a network that became another kind of network.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{
    drop_all, id, index, number, number_or_null, refers, text, text_or_null, unique, with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TURNS: Wall = Wall::around("network_turn");
/// A row is of two networks, maybe of two organisations: each reads and answers it.
const TIES: Wall = Wall::around("network_tie").shared_with("other_tenant_id");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let turn = with_id("network_turn")
            .col(id("tenant_id"))
            .col(id("network_id"))
            .col(text("from_kind"))
            .col(text("to_kind"))
            .col(text("reason"))
            .col(number("turned_at"))
            .foreign_key(&mut refers("network_turn", "network_id", "network"))
            .to_owned();
        manager.create_table(turn).await?;
        index(manager, "network_turn", &["tenant_id"]).await?;
        index(manager, "network_turn", &["network_id"]).await?;

        // Without keys: the two may be of two organisations, and an organisation may move away.
        let tie = with_id("network_tie")
            .col(id("tenant_id"))
            .col(id("other_tenant_id"))
            .col(id("network_id"))
            .col(id("other_network_id"))
            // Both ids in their order: two networks have one row, whoever asks.
            .col(text("pair"))
            .col(text("state"))
            .col(text("motivation"))
            .col(text_or_null("reason"))
            .col(text_or_null("ended_side"))
            .col(text_or_null("merging_side"))
            .col(text_or_null("merge_reason"))
            // Until when people of the one are asked to come along; none while the other has not said yes.
            .col(number_or_null("merge_until"))
            .col(number_or_null("tied_at"))
            .col(number("asked_at"))
            .col(number("changed_at"))
            .col(number("version"))
            .to_owned();
        manager.create_table(tie).await?;
        unique(manager, "network_tie", &["pair"]).await?;
        index(manager, "network_tie", &["tenant_id"]).await?;
        index(manager, "network_tie", &["other_tenant_id"]).await?;
        index(manager, "network_tie", &["network_id"]).await?;
        index(manager, "network_tie", &["other_network_id"]).await?;
        index(manager, "network_tie", &["state", "changed_at"]).await?;
        TURNS.put_up(manager).await?;
        TIES.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        TIES.take_down(manager).await?;
        TURNS.take_down(manager).await?;
        drop_all(manager, &["network_tie", "network_turn"]).await
    }
}
