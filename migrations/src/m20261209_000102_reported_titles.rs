//! What a case and a decision are about: a post, or the title that a conversation was opened with.

use sea_orm_migration::prelude::*;

use crate::table::{text, text_or_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["moderation_case", "moderation_decision"] {
            add(manager, table, text("about").default("post").to_owned()).await?;
        }
        for column in ["title_before", "title_after"] {
            add(manager, "moderation_decision", text_or_null(column)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["title_after", "title_before", "about"] {
            drop(manager, "moderation_decision", column).await?;
        }
        drop(manager, "moderation_case", "about").await
    }
}

async fn add(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: ColumnDef,
) -> Result<(), DbErr> {
    let added = Table::alter().table(table).add_column(column).to_owned();
    manager.alter_table(added).await
}

async fn drop(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: &'static str,
) -> Result<(), DbErr> {
    let dropped = Table::alter().table(table).drop_column(column).to_owned();
    manager.alter_table(dropped).await
}
