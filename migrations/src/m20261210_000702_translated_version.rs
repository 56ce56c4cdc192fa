//! In which version a waiting translation read what it translates.

use sea_orm_migration::prelude::*;

use crate::table::number_or_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let added = Table::alter()
            .table("waiting_post")
            .add_column(number_or_null("translates_version"))
            .to_owned();
        manager.alter_table(added).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let dropped = Table::alter()
            .table("waiting_post")
            .drop_column("translates_version")
            .to_owned();
        manager.alter_table(dropped).await
    }
}
