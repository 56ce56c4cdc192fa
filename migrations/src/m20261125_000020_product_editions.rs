//! Every edition of a knowledge product is kept, the one that is being written beside the one that is read; pictures get words.

use sea_orm_migration::prelude::*;

use crate::table::{bare, drop_all, id, number, refers, text};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // 0 for as long as nothing was published, then 1, 2, 3 …
        let edition = number("edition").default(0_i64).to_owned();
        manager
            .alter_table(
                Table::alter()
                    .table("product")
                    .add_column(edition)
                    .to_owned(),
            )
            .await?;
        let published = Query::update()
            .table("product")
            .value("edition", 1_i64)
            .and_where(Expr::col("published_at").is_not_null())
            .to_owned();
        manager.exec_stmt(published).await?;
        let alt = text("alt").default("").to_owned();
        manager
            .alter_table(
                Table::alter()
                    .table("product_file")
                    .add_column(alt)
                    .to_owned(),
            )
            .await?;
        let kept = bare("product_edition")
            .col(id("product_id"))
            .col(number("edition"))
            .col(text("text"))
            .col(number("written_at"))
            .primary_key(Index::create().col("product_id").col("edition"))
            .foreign_key(&mut refers("product_edition", "product_id", "product"))
            .to_owned();
        manager.create_table(kept).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["product_edition"]).await?;
        for (table, column) in [("product_file", "alt"), ("product", "edition")] {
            manager
                .alter_table(Table::alter().table(table).drop_column(column).to_owned())
                .await?;
        }
        Ok(())
    }
}
