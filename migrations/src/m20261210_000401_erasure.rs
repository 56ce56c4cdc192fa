//! People who asked to be erased, and the ledger of those who were: ids only.

use sea_orm_migration::prelude::*;

use crate::table::{bare, drop_all, id, index, number, text};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let asked = bare("erasure")
            .col(id("person_id"))
            .col(text("texts"))
            .col(text("state"))
            .col(number("asked_at"))
            .col(number("due_at"))
            .col(number("claimed_until"))
            .col(text("stand_ins"))
            .primary_key(Index::create().col("person_id"))
            .to_owned();
        manager.create_table(asked).await?;
        index(manager, "erasure", &["due_at"]).await?;
        let ledger = bare("erased_person")
            .col(id("erased_id"))
            .col(text("texts"))
            .col(number("erased_at"))
            .primary_key(Index::create().col("erased_id"))
            .to_owned();
        manager.create_table(ledger).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["erased_person", "erasure"]).await
    }
}
