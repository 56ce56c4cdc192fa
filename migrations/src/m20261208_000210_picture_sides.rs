//! The width and height of pictures: a page keeps room for them before they are there.

use sea_orm_migration::prelude::*;

use crate::table::number_or_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

const SIDES: [&str; 2] = ["width", "height"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for side in SIDES {
            let wider = Table::alter()
                .table("file")
                .add_column(number_or_null(side))
                .to_owned();
            manager.alter_table(wider).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for side in SIDES {
            let narrower = Table::alter().table("file").drop_column(side).to_owned();
            manager.alter_table(narrower).await?;
        }
        Ok(())
    }
}
