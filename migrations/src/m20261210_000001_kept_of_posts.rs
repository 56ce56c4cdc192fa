//! What hung on earlier versions of a post, and which posts the published outcome rests on.

use sea_orm_migration::prelude::*;

use crate::table::{number_or_null, text_or_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What outcomes rest on that were published before this was kept.
const CITE: &str = "UPDATE post SET cited_at = (\
        SELECT MAX(outcome.published_at) FROM statement_source \
        JOIN outcome_statement ON outcome_statement.id = statement_source.statement_id \
        JOIN outcome ON outcome.id = outcome_statement.outcome_id \
        WHERE statement_source.post_id = post.id AND outcome_statement.edition = 'published') \
    WHERE id IN (SELECT statement_source.post_id FROM statement_source)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, "post_version", text_or_null("files")).await?;
        add(manager, "post", number_or_null("cited_at")).await?;
        let conn = manager.get_connection();
        conn.execute_unprepared(CITE).await?;
        conn.execute_unprepared(
            "CREATE INDEX ix_post_feedback ON post (thread_id, seq) \
             WHERE pinned_at IS NOT NULL OR accepted_at IS NOT NULL OR cited_at IS NOT NULL",
        )
        .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let conn = manager.get_connection();
        conn.execute_unprepared("DROP INDEX ix_post_feedback")
            .await?;
        drop(manager, "post", "cited_at").await?;
        drop(manager, "post_version", "files").await
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
