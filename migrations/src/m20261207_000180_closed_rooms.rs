//! Rooms in which nobody learns who said what: the aliases of an issue, and the keys by which a post is its writer's.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{bare, drop_all, id, index, text, unique, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALLS: [Wall; 2] = [Wall::around("room_alias"), Wall::around("post_key")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The id is a keyed hash of issue and person. No column says whose it is, or since when.
        let alias = with_id("room_alias")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            .col(text("name"))
            .to_owned();
        manager.create_table(alias).await?;
        unique(manager, "room_alias", &["issue_id", "name"]).await?;

        // A keyed hash of what only the writer's browser holds.
        let key = bare("post_key")
            .col(text("key_hash").primary_key())
            .col(id("tenant_id"))
            .col(id("post_id"))
            .to_owned();
        manager.create_table(key).await?;
        index(manager, "post_key", &["post_id"]).await?;

        index(manager, "thread", &["regime", "last_post_at"]).await?;
        for wall in WALLS {
            wall.put_up(manager).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for wall in WALLS {
            wall.take_down(manager).await?;
        }
        manager
            .drop_index(
                Index::drop()
                    .name("ix_thread_regime_last_post_at")
                    .table("thread")
                    .to_owned(),
            )
            .await?;
        drop_all(manager, &["post_key", "room_alias"]).await
    }
}
