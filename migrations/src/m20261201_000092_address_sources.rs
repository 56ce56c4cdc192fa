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
        let source = Table::alter()
            .table("invitation")
            .add_column(text_or_null("address_source"))
            .to_owned();
        manager.alter_table(source).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let source = Table::alter()
            .table("invitation")
            .drop_column("address_source")
            .to_owned();
        manager.alter_table(source).await
    }
}
