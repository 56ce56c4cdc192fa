//! Organisations that pick an issue of another one up together with it, and those that were asked to; and the invitations
//! that ask for such an organisation.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{drop_all, id, id_or_null, index, number, text, text_or_null, unique, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A row is of two organisations: each reads and answers it.
const WALL: Wall = Wall::around("joined_tenant").shared_with("joined_tenant_id");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let joined = with_id("joined_tenant")
            .col(id("tenant_id"))
            .col(id("joined_tenant_id"))
            .col(id("issue_id"))
            .col(text("asked_side"))
            .col(text("state"))
            // The issue as it was when it was asked: who answers may not read the issue itself.
            .col(text("title"))
            .col(text("core_question"))
            .col(text("motivation"))
            .col(text_or_null("reason"))
            .col(text_or_null("ended_side"))
            .col(text("terms"))
            .col(number("asked_at"))
            .col(number("changed_at"))
            .col(number("version"))
            .to_owned();
        manager.create_table(joined).await?;
        unique(manager, "joined_tenant", &["issue_id", "joined_tenant_id"]).await?;
        index(manager, "joined_tenant", &["tenant_id"]).await?;
        index(manager, "joined_tenant", &["joined_tenant_id"]).await?;
        index(manager, "joined_tenant", &["state", "changed_at"]).await?;
        let asks = Table::alter()
            .table("invitation")
            .add_column(id_or_null("asks_for"))
            .to_owned();
        manager.alter_table(asks).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        let asks = Table::alter()
            .table("invitation")
            .drop_column("asks_for")
            .to_owned();
        manager.alter_table(asks).await?;
        drop_all(manager, &["joined_tenant"]).await
    }
}
