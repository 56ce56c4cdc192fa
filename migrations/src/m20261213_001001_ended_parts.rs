//! Why somebody's part in an issue was ended by who runs it.

use sea_orm_migration::prelude::*;

use crate::table::text_or_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "participation";
const COLUMN: &str = "end_reason";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let added = Table::alter()
            .table(TABLE)
            .add_column(text_or_null(COLUMN))
            .to_owned();
        manager.alter_table(added).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let dropped = Table::alter().table(TABLE).drop_column(COLUMN).to_owned();
        manager.alter_table(dropped).await
    }
}
