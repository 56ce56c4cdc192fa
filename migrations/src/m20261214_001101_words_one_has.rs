//! A word of an organisation is found by whoever has it already: what somebody says of themselves under it stays theirs when
//! they belong there no more.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;

#[derive(DeriveMigrationName)]
pub struct Migration;

const BEFORE: Wall = Wall::around("term").or_everybodys();
const WALL: Wall = Wall::around("term").or_everybodys().found_by(&["id"]);

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        BEFORE.take_down(manager).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        BEFORE.put_up(manager).await
    }
}
