//! What people say of themselves, to whom, and how often they may be asked.

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
        // Said by the person, each with its own audience and consent.
        let facet = bare("person_facet")
            .col(id("person_id"))
            .col(id("term_id"))
            .col(text("kind"))
            .col(text("audience"))
            .col(text("consent_version"))
            .col(number("consented_at"))
            .primary_key(Index::create().col("person_id").col("term_id"))
            .to_owned();
        manager.create_table(facet).await?;
        index(manager, "person_facet", &["term_id", "audience"]).await?;

        let availability = bare("availability")
            .col(id("person_id"))
            .col(number("invitations_per_month"))
            .col(number("hidden"))
            .col(number("version"))
            .col(number("updated_at"))
            .primary_key(Index::create().col("person_id"))
            .to_owned();
        manager.create_table(availability).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["availability", "person_facet"]).await
    }
}
