//! Whether somebody lets others see that they are in a conversation, and that they type: not unless they chose so.

use sea_orm_migration::prelude::*;

use crate::table::number;

#[derive(DeriveMigrationName)]
pub struct Migration;

const SWITCHES: [&str; 2] = ["shows_presence", "shows_typing"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for switch in SWITCHES {
            let added = Table::alter()
                .table("availability")
                .add_column(number(switch).default(0))
                .to_owned();
            manager.alter_table(added).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for switch in SWITCHES {
            let dropped = Table::alter()
                .table("availability")
                .drop_column(switch)
                .to_owned();
            manager.alter_table(dropped).await?;
        }
        Ok(())
    }
}
