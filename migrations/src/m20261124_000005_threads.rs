//! Threads, posts with their history, what was read, and drafts.

use sea_orm_migration::prelude::*;

use crate::table::{
    bare, drop_all, id, id_or_null, index, number, number_or_null, refers, text, text_or_null,
    unique, with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Visibility and regime are copied from the issue and never change: what was said stays under its rules.
        let thread = with_id("thread")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            .col(id("author_id"))
            .col(text("title"))
            .col(text("visibility"))
            .col(text("regime"))
            .col(text("state"))
            .col(number("last_seq"))
            .col(number("last_change"))
            .col(text("voids"))
            .col(number("last_post_at"))
            .col(number("created_at"))
            .col(number("version"))
            .to_owned();
        manager.create_table(thread).await?;
        index(manager, "thread", &["issue_id", "id"]).await?;

        let post = with_id("post")
            .col(id("tenant_id"))
            .col(id("thread_id"))
            .col(number("seq"))
            .col(number("change_seq"))
            .col(id("author_id"))
            .col(text("shown_name"))
            .col(text("capacity"))
            .col(text_or_null("organisation"))
            .col(text("body"))
            .col(text("html"))
            .col(id_or_null("quotes_id"))
            .col(number("created_at"))
            .col(number_or_null("edited_at"))
            .col(number_or_null("withdrawn_at"))
            .col(number("version"))
            .foreign_key(&mut refers("post", "thread_id", "thread"))
            .to_owned();
        manager.create_table(post).await?;
        unique(manager, "post", &["thread_id", "seq"]).await?;
        unique(manager, "post", &["thread_id", "change_seq"]).await?;
        index(manager, "post", &["author_id"]).await?;

        let version = bare("post_version")
            .col(id("post_id"))
            .col(number("version"))
            .col(text("body"))
            .col(text("html"))
            .col(number("written_at"))
            .primary_key(Index::create().col("post_id").col("version"))
            .foreign_key(&mut refers("post_version", "post_id", "post"))
            .to_owned();
        manager.create_table(version).await?;

        // Ranges of numbers that this person has read: "1-40,42-42".
        let read = bare("thread_read")
            .col(id("thread_id"))
            .col(id("person_id"))
            .col(text("ranges"))
            .col(number("updated_at"))
            .primary_key(Index::create().col("thread_id").col("person_id"))
            .foreign_key(&mut refers("thread_read", "thread_id", "thread"))
            .to_owned();
        manager.create_table(read).await?;
        index(manager, "thread_read", &["person_id"]).await?;

        let draft = bare("draft")
            .col(id("person_id"))
            .col(text("key"))
            .col(text("body"))
            .col(number("updated_at"))
            .primary_key(Index::create().col("person_id").col("key"))
            .to_owned();
        manager.create_table(draft).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &["draft", "thread_read", "post_version", "post", "thread"],
        )
        .await
    }
}
