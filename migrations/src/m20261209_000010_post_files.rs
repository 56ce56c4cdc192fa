//! Files that hang on a post: what a page of posts says of them, in the post's own row.

use sea_orm_migration::prelude::*;

use crate::table::text_or_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 2] = ["post", "waiting_post"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            let added = Table::alter()
                .table(table)
                .add_column(text_or_null("files"))
                .to_owned();
            manager.alter_table(added).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            let dropped = Table::alter().table(table).drop_column("files").to_owned();
            manager.alter_table(dropped).await?;
        }
        Ok(())
    }
}
