//! What is said beside a post: how it was received, that it is pinned, that it answers the question; and where it went.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{
    bare, drop_all, id, id_or_null, index, number, number_or_null, refers, text, text_or_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("post_response").found_by(&["person_id"]);

fn of_threads() -> [ColumnDef; 4] {
    [
        text("kind").default("talk").take(),
        // How many posts are pinned, and how many answer the question: what lists show, without counting.
        number("pins").default(0_i64).take(),
        number("answers").default(0_i64).take(),
        // The thread that this one went up into.
        id_or_null("merged_into_id"),
    ]
}

fn of_posts() -> [ColumnDef; 5] {
    [
        number_or_null("pinned_at"),
        number_or_null("accepted_at"),
        text_or_null("perspective"),
        // Of a place that a post left: which post that was.
        id_or_null("moved_to_id"),
        // Of a post that came from elsewhere: the thread it was in.
        id_or_null("came_from_id"),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in of_threads() {
            add(manager, "thread", column).await?;
        }
        for column in of_posts() {
            add(manager, "post", column).await?;
        }
        manager
            .get_connection()
            .execute_unprepared(
                "CREATE INDEX ix_post_pinned ON post (thread_id, seq) WHERE pinned_at IS NOT NULL; \
                 CREATE INDEX ix_post_accepted ON post (thread_id, seq) WHERE accepted_at IS NOT NULL;",
            )
            .await?;
        let response = bare("post_response")
            .col(id("post_id"))
            .col(id("person_id"))
            .col(text("kind"))
            .col(id("tenant_id"))
            .col(text("shown_name"))
            .col(number("given_at"))
            .primary_key(Index::create().col("post_id").col("person_id").col("kind"))
            .foreign_key(&mut refers("post_response", "post_id", "post"))
            .to_owned();
        manager.create_table(response).await?;
        index(manager, "post_response", &["person_id"]).await?;
        // Lines follow a post to another thread.
        index(manager, "notification", &["subject_id"]).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        drop_all(manager, &["post_response"]).await?;
        manager
            .get_connection()
            .execute_unprepared(
                "DROP INDEX ix_post_pinned; DROP INDEX ix_post_accepted; \
                 DROP INDEX ix_notification_subject_id;",
            )
            .await?;
        for column in of_posts() {
            drop(manager, "post", &column).await?;
        }
        for column in of_threads() {
            drop(manager, "thread", &column).await?;
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
    column: &ColumnDef,
) -> Result<(), DbErr> {
    let name = Alias::new(column.get_column_name());
    let dropped = Table::alter().table(table).drop_column(name).to_owned();
    manager.alter_table(dropped).await
}
