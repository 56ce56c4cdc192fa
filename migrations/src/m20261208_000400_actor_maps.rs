//! The map of an issue: which positions there are in its debate.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{bare, drop_all, id, index, number, number_or_null, refers, text};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("actor_map");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let map = bare("actor_map")
            .col(id("issue_id").primary_key())
            .col(id("tenant_id"))
            .col(text("text"))
            .col(number_or_null("shown_at"))
            .col(number("version"))
            .col(number("changed_at"))
            .foreign_key(&mut refers("actor_map", "issue_id", "issue"))
            .to_owned();
        manager.create_table(map).await?;
        index(manager, "actor_map", &["tenant_id"]).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        drop_all(manager, &["actor_map"]).await
    }
}
