//! What people are told, what they follow, and how they want to hear of it.

use sea_orm_migration::prelude::*;

use crate::table::{
    bare, drop_all, id, id_or_null, index, number, number_or_null, text, unique, with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Ids only: what a line says is looked up when it is shown or mailed.
        let notification = with_id("notification")
            .col(id("person_id"))
            .col(id("tenant_id"))
            .col(id_or_null("issue_id"))
            .col(id_or_null("thread_id"))
            .col(id("subject_id"))
            .col(text("kind"))
            .col(text("reason"))
            .col(id_or_null("reason_about"))
            .col(id("event_id"))
            .col(number("created_at"))
            .col(number_or_null("seen_at"))
            .col(text("mail_state"))
            .col(id_or_null("batch_id"))
            .to_owned();
        manager.create_table(notification).await?;
        // Told once, however often the event is handled.
        unique(manager, "notification", &["event_id", "person_id"]).await?;
        index(manager, "notification", &["person_id", "id"]).await?;
        index(manager, "notification", &["person_id", "mail_state"]).await?;
        index(manager, "notification", &["batch_id"]).await?;

        let follow = with_id("follow")
            .col(id("person_id"))
            .col(text("kind"))
            .col(id("subject_id"))
            .col(id_or_null("tenant_id"))
            .col(number("created_at"))
            .to_owned();
        manager.create_table(follow).await?;
        unique(manager, "follow", &["person_id", "kind", "subject_id"]).await?;
        index(manager, "follow", &["subject_id"]).await?;

        let preference = bare("notification_preference")
            .col(id("person_id"))
            .col(text("level"))
            .col(number("hour"))
            .col(number("weekday"))
            .primary_key(Index::create().col("person_id"))
            .to_owned();
        manager.create_table(preference).await?;

        let level = bare("issue_level")
            .col(id("person_id"))
            .col(id("issue_id"))
            .col(text("level"))
            .primary_key(Index::create().col("person_id").col("issue_id"))
            .to_owned();
        manager.create_table(level).await?;
        index(manager, "issue_level", &["issue_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "issue_level",
                "notification_preference",
                "follow",
                "notification",
            ],
        )
        .await
    }
}
