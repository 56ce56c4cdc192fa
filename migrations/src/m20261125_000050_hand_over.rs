//! Sessions on their way to another host name of the installation.

use sea_orm_migration::prelude::*;

use crate::table::{drop_all, id, index, number, number_or_null, refers, text, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `asked` is the number under which the browser asked; its secret stays in the browser.
        let hand_over = with_id("hand_over")
            .col(id("person_id"))
            .col(text("tenant"))
            .col(id("asked"))
            .col(number("expires_at"))
            .col(number_or_null("used_at"))
            .foreign_key(&mut refers("hand_over", "person_id", "person"))
            .to_owned();
        manager.create_table(hand_over).await?;
        index(manager, "hand_over", &["person_id"]).await?;
        index(manager, "hand_over", &["expires_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["hand_over"]).await
    }
}
