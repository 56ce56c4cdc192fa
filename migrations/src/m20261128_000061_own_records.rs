//! What a person wrote and chose is found by that person, for a copy of all that is kept about them.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// By whom their rows are found; the other tables have such an index.
const FOUND_BY: [(&str, &str); 5] = [
    ("file", "owner_id"),
    ("outcome", "author_id"),
    ("perspective_choice", "person_id"),
    ("product", "author_id"),
    ("thread", "author_id"),
];

const BEFORE: Wall = Wall::around("raised_hand");
/// Whoever raised a hand may hold no role where that was.
const WALL: Wall = Wall::around("raised_hand").found_by(&["person_id"]);

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in FOUND_BY {
            index(manager, table, &[column]).await?;
        }
        BEFORE.take_down(manager).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        BEFORE.put_up(manager).await?;
        for (table, column) in FOUND_BY {
            let name = format!("ix_{table}_{column}");
            let gone = Index::drop().name(name).table(table).to_owned();
            manager.drop_index(gone).await?;
        }
        Ok(())
    }
}
