//! Where an address came from that was asked out of a list.

use sea_orm_migration::prelude::*;

use crate::table::text_or_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let origin = Table::alter()
            .table("invitation")
            .add_column(text_or_null("origin"))
            .to_owned();
        manager.alter_table(origin).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let origin = Table::alter()
            .table("invitation")
            .drop_column("origin")
            .to_owned();
        manager.alter_table(origin).await
    }
}
