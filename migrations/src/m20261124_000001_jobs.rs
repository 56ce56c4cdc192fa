//! What happened, and the work that follows from it.

use sea_orm_migration::prelude::*;

use crate::table::{
    bare, drop_all, id, id_or_null, index, number, number_or_null, text, text_or_null, unique,
    with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let event = with_id("event")
            .col(text("kind"))
            .col(id_or_null("tenant_id"))
            .col(id("subject_id"))
            .col(id_or_null("actor_id"))
            .col(text("payload"))
            .col(number("created_at"))
            .to_owned();
        manager.create_table(event).await?;
        index(manager, "event", &["created_at"]).await?;

        let job = with_id("job")
            .col(text("queue"))
            .col(text_or_null("unique_key"))
            .col(text("payload"))
            .col(number("created_at"))
            .col(number("due_at"))
            .col(number("attempts"))
            .col(number_or_null("dead_at"))
            .col(text_or_null("last_error"))
            .to_owned();
        manager.create_table(job).await?;
        unique(manager, "job", &["unique_key"]).await?;
        index(manager, "job", &["queue", "due_at"]).await?;

        // What the installation knows of itself: whether it is a demonstration.
        let installation = bare("installation")
            .col(text("key"))
            .col(text("value"))
            .primary_key(Index::create().col("key"))
            .to_owned();
        manager.create_table(installation).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["installation", "job", "event"]).await
    }
}
