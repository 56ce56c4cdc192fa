//! Until when somebody takes part: who is concerned is told once of that day, and the parts that end soon are found without
//! reading all others.

use sea_orm_migration::prelude::*;

use crate::table::{index, number_or_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "participation";
const COLUMN: &str = "end_told";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let added = Table::alter()
            .table(TABLE)
            .add_column(number_or_null(COLUMN))
            .to_owned();
        manager.alter_table(added).await?;
        index(manager, "role_grant", &["ends_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index = Index::drop()
            .name("ix_role_grant_ends_at")
            .table("role_grant")
            .to_owned();
        manager.drop_index(index).await?;
        let dropped = Table::alter().table(TABLE).drop_column(COLUMN).to_owned();
        manager.alter_table(dropped).await
    }
}
