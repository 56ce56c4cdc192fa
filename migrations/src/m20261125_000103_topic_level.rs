//! How soon a mail comes, for each topic: what a person chose beside the general level.

use sea_orm_migration::prelude::*;

use crate::table::{bare, drop_all, id, text};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let level = bare("topic_level")
            .col(id("person_id"))
            .col(text("topic"))
            .col(text("level"))
            .primary_key(Index::create().col("person_id").col("topic"))
            .to_owned();
        manager.create_table(level).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["topic_level"]).await
    }
}
