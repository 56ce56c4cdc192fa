//! Of which issues people were reminded, and why: proposals without an answer, and issues that nobody takes further.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{bare, drop_all, id, index, number, refers, text};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("issue_reminder");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reminder = bare("issue_reminder")
            .col(id("issue_id").primary_key())
            .col(id("tenant_id"))
            .col(text("reason"))
            .col(number("told_at"))
            .foreign_key(&mut refers("issue_reminder", "issue_id", "issue"))
            .to_owned();
        manager.create_table(reminder).await?;
        index(manager, "issue_reminder", &["tenant_id", "reason"]).await?;
        index(manager, "issue_reminder", &["reason", "told_at"]).await?;
        // The calendar looks at what is going on, and not at all that ever was.
        index(manager, "issue", &["state", "state_at"]).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        let drop = Index::drop()
            .name("ix_issue_state_state_at")
            .table("issue")
            .to_owned();
        manager.drop_index(drop).await?;
        drop_all(manager, &["issue_reminder"]).await
    }
}
