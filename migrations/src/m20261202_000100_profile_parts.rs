//! What people say of themselves in their own words, and the languages that they speak.

use sea_orm_migration::prelude::*;

use crate::table::{bare, drop_all, id, number, text};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let said = bare("profile_text")
            .col(id("person_id"))
            .col(text("part"))
            .col(text("body"))
            .col(text("audience"))
            .col(text("consent_version"))
            .col(number("consented_at"))
            .col(number("version"))
            .primary_key(Index::create().col("person_id").col("part"))
            .to_owned();
        manager.create_table(said).await?;

        // By themselves: a language can tell where somebody comes from (GDPR, article 9).
        let languages = bare("spoken_languages")
            .col(id("person_id").primary_key())
            .col(text("codes"))
            .col(text("audience"))
            .col(text("consent_version"))
            .col(number("consented_at"))
            .col(number("version"))
            .to_owned();
        manager.create_table(languages).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["spoken_languages", "profile_text"]).await
    }
}
