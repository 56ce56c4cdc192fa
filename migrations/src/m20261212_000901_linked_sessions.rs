//! From which session another one was opened on the host of a tenant: they end together.

use sea_orm_migration::prelude::*;

use crate::table::{id_or_null, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Table and column.
const ADDED: [(&str, &str); 2] = [("session", "opened_from"), ("hand_over", "session_id")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in ADDED {
            let added = Table::alter()
                .table(table)
                .add_column(id_or_null(column))
                .to_owned();
            manager.alter_table(added).await?;
        }
        index(manager, "session", &["opened_from"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let opened = Index::drop()
            .name("ix_session_opened_from")
            .table("session")
            .to_owned();
        manager.drop_index(opened).await?;
        for (table, column) in ADDED {
            let dropped = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(dropped).await?;
        }
        Ok(())
    }
}
