//! Whom somebody asked for contact is found by the asker, for a copy of all that is kept about them: whoever asked as a guest
//! holds no role where that was.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;

#[derive(DeriveMigrationName)]
pub struct Migration;

const BEFORE: Wall = Wall::around("contact_request").found_by(&["id", "person_id"]);
const WALL: Wall = Wall::around("contact_request").found_by(&["id", "person_id", "asker_id"]);

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
