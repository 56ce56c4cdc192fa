//! What was found by who looked again at an outcome. Nobody's own: it is said for the organisation.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{drop_all, id, index, number, refers, text, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("outcome_review");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let review = with_id("outcome_review")
            .col(id("tenant_id"))
            .col(id("outcome_id"))
            .col(text("body"))
            .col(text("html"))
            .col(number("reviewed_at"))
            .foreign_key(&mut refers("outcome_review", "outcome_id", "outcome"))
            .to_owned();
        manager.create_table(review).await?;
        index(manager, "outcome_review", &["tenant_id", "id"]).await?;
        index(manager, "outcome_review", &["outcome_id", "id"]).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        drop_all(manager, &["outcome_review"]).await
    }
}
