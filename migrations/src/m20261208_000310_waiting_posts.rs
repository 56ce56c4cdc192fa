//! Posts that nobody reads until somebody who moderates let them through, and rooms in which all of them wait.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{drop_all, id, id_or_null, index, number, text, text_or_null, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("waiting_post");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let looked = ColumnDef::new("looked_at_first")
            .big_integer()
            .not_null()
            .default(0)
            .to_owned();
        let room = Table::alter().table("thread").add_column(looked).to_owned();
        manager.alter_table(room).await?;
        let table = with_id("waiting_post")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            .col(id("thread_id"))
            .col(id("author_id"))
            .col(text("shown_name"))
            .col(text("capacity"))
            .col(text_or_null("organisation"))
            .col(text("body"))
            .col(text("html"))
            .col(id_or_null("quotes_id"))
            // Everybody who may read the issue reads the room.
            .col(number("open_room"))
            .col(text("why"))
            .col(text("state"))
            .col(text("said"))
            .col(number("written_at"))
            .col(number("changed_at"))
            .to_owned();
        manager.create_table(table).await?;
        index(manager, "waiting_post", &["tenant_id", "state"]).await?;
        index(manager, "waiting_post", &["thread_id"]).await?;
        index(manager, "waiting_post", &["author_id"]).await?;
        index(manager, "waiting_post", &["changed_at"]).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        drop_all(manager, &["waiting_post"]).await?;
        let room = Table::alter()
            .table("thread")
            .drop_column("looked_at_first")
            .to_owned();
        manager.alter_table(room).await
    }
}
