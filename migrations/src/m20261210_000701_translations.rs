//! Posts that put another post into another language.

use sea_orm_migration::prelude::*;

use crate::table::{id_or_null, number_or_null, text_or_null};

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
            add(manager, table, id_or_null("translates_id")).await?;
            add(manager, table, text_or_null("language")).await?;
        }
        add(manager, "post", number_or_null("outdated_at")).await?;
        add(manager, "post", number_or_null("translated_at")).await?;
        add(manager, "thread", number_or_null("translated_at")).await?;
        let index = "CREATE INDEX ix_post_translates ON post (translates_id) \
             WHERE translates_id IS NOT NULL";
        let conn = manager.get_connection();
        conn.execute_unprepared(index).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let conn = manager.get_connection();
        conn.execute_unprepared("DROP INDEX ix_post_translates")
            .await?;
        drop(manager, "thread", "translated_at").await?;
        drop(manager, "post", "translated_at").await?;
        drop(manager, "post", "outdated_at").await?;
        for table in TABLES {
            drop(manager, table, "language").await?;
            drop(manager, table, "translates_id").await?;
        }
        Ok(())
    }
}

async fn add(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: ColumnDef,
) -> Result<(), DbErr> {
    let added = Table::alter().table(table).add_column(column).to_owned();
    manager.alter_table(added).await
}

async fn drop(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: &'static str,
) -> Result<(), DbErr> {
    let dropped = Table::alter().table(table).drop_column(column).to_owned();
    manager.alter_table(dropped).await
}
