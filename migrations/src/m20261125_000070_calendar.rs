//! When the calendar's work was last done, and a number that moves on with who may come in at a tenant.

use sea_orm_migration::prelude::*;

use crate::table::{bare, drop_all, number, text};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let turn = bare("calendar_turn")
            .col(text("name"))
            .col(number("taken_at"))
            .primary_key(Index::create().col("name"))
            .to_owned();
        manager.create_table(turn).await?;

        // As `issue.access_version`: open sockets compare it.
        let access = Table::alter()
            .table("tenant")
            .add_column(number("access_version").default(0_i64))
            .to_owned();
        manager.alter_table(access).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let access = Table::alter()
            .table("tenant")
            .drop_column("access_version")
            .to_owned();
        manager.alter_table(access).await?;
        drop_all(manager, &["calendar_turn"]).await
    }
}
