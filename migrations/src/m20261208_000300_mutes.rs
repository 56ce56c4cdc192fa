//! Whom somebody reads less of, or wants to hear nothing from; and by what posts of one voice are counted.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{drop_all, id, id_or_null, index, number, text, unique, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("voice_mute").found_by(&["person_id"]);

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = with_id("voice_mute")
            .col(id("tenant_id"))
            .col(id("person_id"))
            // A person, or an alias of one issue.
            .col(id("muted_id"))
            // Of an alias.
            .col(id_or_null("issue_id"))
            .col(text("shown_name"))
            .col(number("blocks"))
            .col(number("muted_at"))
            .to_owned();
        manager.create_table(table).await?;
        unique(
            manager,
            "voice_mute",
            &["tenant_id", "person_id", "muted_id"],
        )
        .await?;
        index(manager, "voice_mute", &["person_id"]).await?;
        index(manager, "voice_mute", &["muted_id"]).await?;
        index(manager, "voice_mute", &["issue_id"]).await?;
        index(manager, "post", &["author_id", "created_at"]).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        let counted = Index::drop()
            .name("ix_post_author_id_created_at")
            .table("post")
            .to_owned();
        manager.drop_index(counted).await?;
        drop_all(manager, &["voice_mute"]).await
    }
}
