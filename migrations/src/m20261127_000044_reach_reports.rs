//! What may be told of who takes part in an issue: one row of numbers for an issue, and not one person in it.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{drop_all, id, index, number, text, unique, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("reach_report");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let report = with_id("reach_report")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            .col(number("taken_at"))
            // How many had ever come in by then: what the next report is waited for by.
            .col(number("came_in"))
            // Rounded and with gaps, as it is told: the real numbers are not kept.
            .col(text("told"))
            .to_owned();
        manager.create_table(report).await?;
        unique(manager, "reach_report", &["issue_id"]).await?;
        index(manager, "reach_report", &["tenant_id", "issue_id"]).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        drop_all(manager, &["reach_report"]).await
    }
}
