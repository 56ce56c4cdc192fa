//! Of how many people the words of an issue's perspectives are made: they move when several came or went.
//!
//! Nobody is counted yet: in the first night the words move where at least so many had chosen, and stay elsewhere.

use sea_orm_migration::prelude::*;

use crate::table::number;

#[derive(DeriveMigrationName)]
pub struct Migration;

const ADDED: [(&str, &str); 2] = [("issue", "gap_people"), ("perspective_choice", "counted")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in ADDED {
            let column = number(column).default(0_i64).take();
            let added = Table::alter().table(table).add_column(column).to_owned();
            manager.alter_table(added).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in ADDED {
            let dropped = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(dropped).await?;
        }
        Ok(())
    }
}
