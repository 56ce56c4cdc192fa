//! What each of us may see of ourselves: who, of those who run things, saw us, and what we once agreed to.
//!
//! `access_log` was there since the second migration and nobody ever wrote to it: it is made anew in the shape
//! in which it is used.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{bare, drop_all, id, id_or_null, index, number, text, unique, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

const BEFORE: Wall = Wall::around("access_log");
/// Whom it is about reads it, in whatever organisation it was.
const WALL: Wall = Wall::around("access_log").found_by(&["person_id"]);

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        BEFORE.take_down(manager).await?;
        drop_all(manager, &["access_log"]).await?;
        let look = with_id("access_log")
            .col(id("tenant_id"))
            // Who was seen; who looked is a role, and no person.
            .col(id("person_id"))
            .col(text("looker"))
            .col(text("sight"))
            .col(text("day"))
            .to_owned();
        manager.create_table(look).await?;
        let once = ["person_id", "day", "tenant_id", "sight", "looker"];
        unique(manager, "access_log", &once).await?;
        index(manager, "access_log", &["person_id", "id"]).await?;
        index(manager, "access_log", &["tenant_id"]).await?;
        index(manager, "access_log", &["day"]).await?;
        WALL.put_up(manager).await?;

        let consent = bare("past_consent")
            .col(id("person_id"))
            .col(id("term_id"))
            .col(text("kind"))
            .col(text("audience"))
            .col(text("consent_version"))
            .col(number("consented_at"))
            .col(number("ended_at"))
            .primary_key(
                Index::create()
                    .col("person_id")
                    .col("term_id")
                    .col("ended_at"),
            )
            .to_owned();
        manager.create_table(consent).await?;
        index(manager, "past_consent", &["ended_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        drop_all(manager, &["past_consent", "access_log"]).await?;
        let access = with_id("access_log")
            .col(id("tenant_id"))
            .col(id("actor_id"))
            .col(id_or_null("person_id"))
            .col(text("act"))
            .col(id_or_null("subject_id"))
            .col(number("created_at"))
            .to_owned();
        manager.create_table(access).await?;
        index(manager, "access_log", &["person_id", "created_at"]).await?;
        BEFORE.put_up(manager).await
    }
}
