//! The reasons that an organisation keeps ready for whoever decides about posts.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{bare, drop_all, id, number, refers, text};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("standard_reasons");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reasons = bare("standard_reasons")
            .col(id("tenant_id").primary_key())
            .col(text("reasons"))
            .col(number("changed_at"))
            .col(number("version"))
            .foreign_key(&mut refers("standard_reasons", "tenant_id", "tenant"))
            .to_owned();
        manager.create_table(reasons).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        drop_all(manager, &[WALL.table]).await
    }
}
