//! Rounds: everyone once before anyone twice. Which round a thread is in, and who lets this one pass.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{bare, drop_all, id, index, number, refers};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("round_skip").found_by(&["person_id"]);

/// The posts of a round are those with a higher number than `round_from`.
const ADDED: [&str; 2] = ["round", "round_from"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ADDED {
            let column = number(column).default(0_i64).take();
            let added = Table::alter().table("thread").add_column(column).to_owned();
            manager.alter_table(added).await?;
        }
        // Of each person the last round that they let pass.
        let skip = bare("round_skip")
            .col(id("thread_id"))
            .col(id("person_id"))
            .col(id("tenant_id"))
            .col(number("round"))
            .col(number("skipped_at"))
            .primary_key(Index::create().col("thread_id").col("person_id"))
            .foreign_key(&mut refers("round_skip", "thread_id", "thread"))
            .to_owned();
        manager.create_table(skip).await?;
        index(manager, "round_skip", &["person_id"]).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        drop_all(manager, &["round_skip"]).await?;
        for column in ADDED {
            let dropped = Table::alter()
                .table("thread")
                .drop_column(column)
                .to_owned();
            manager.alter_table(dropped).await?;
        }
        Ok(())
    }
}
