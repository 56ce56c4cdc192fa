//! Mail that waits, and mail that went.

use sea_orm_migration::prelude::*;

use crate::table::{
    drop_all, id_or_null, index, number, number_or_null, text, text_or_null, unique, with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Ids only: what a mail says is looked up when it goes out, and who may read it is checked then.
        let message = with_id("mail_message")
            .col(id_or_null("person_id"))
            .col(text("address"))
            .col(text("locale"))
            .col(text("kind"))
            .col(text("payload"))
            .col(text("state"))
            .col(number("failures"))
            .col(text_or_null("last_failure"))
            .col(number("created_at"))
            .col(number_or_null("sent_at"))
            .to_owned();
        manager.create_table(message).await?;
        // One mail about one thing to one address, however often an event is told.
        unique(manager, "mail_message", &["payload", "address"]).await?;
        index(manager, "mail_message", &["created_at"]).await?;
        index(manager, "mail_message", &["person_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["mail_message"]).await
    }
}
