//! What people say that they do at the organisations that they are members of.

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
        // Of the person, as the other parts of a profile: it may be read at another organisation than it is about.
        let said = bare("organisation_role")
            .col(id("person_id"))
            .col(id("organisation_id"))
            .col(text("role"))
            .col(text("audience"))
            .col(text("consent_version"))
            .col(number("consented_at"))
            .col(number("version"))
            .primary_key(Index::create().col("person_id").col("organisation_id"))
            .to_owned();
        manager.create_table(said).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["organisation_role"]).await
    }
}
