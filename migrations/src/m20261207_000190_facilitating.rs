//! The pace of rooms, the summaries on top of them, what is set aside, and the words that organisations watch.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{
    bare, drop_all, id, id_or_null, index, number, number_or_null, refers, text, with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALLS: [Wall; 4] = [
    Wall::around("room_pace"),
    Wall::around("room_summary"),
    Wall::around("word_rules"),
    Wall::around("parked_subject"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let pace = bare("room_pace")
            .col(id("thread_id").primary_key())
            .col(id("tenant_id"))
            .col(number("slow_seconds"))
            .col(number_or_null("rests_until"))
            .col(number_or_null("closed_at"))
            .col(text("why"))
            .col(number("changed_at"))
            .col(number("version"))
            .foreign_key(&mut refers("room_pace", "thread_id", "thread"))
            .to_owned();
        manager.create_table(pace).await?;
        let summary = bare("room_summary")
            .col(id("thread_id"))
            .col(number("version"))
            .col(id("tenant_id"))
            .col(text("body"))
            .col(text("html"))
            .col(number("written_at"))
            .primary_key(Index::create().col("thread_id").col("version"))
            .foreign_key(&mut refers("room_summary", "thread_id", "thread"))
            .to_owned();
        manager.create_table(summary).await?;
        let rules = bare("word_rules")
            .col(id("tenant_id").primary_key())
            .col(text("rules"))
            .col(number("changed_at"))
            .col(number("version"))
            .foreign_key(&mut refers("word_rules", "tenant_id", "tenant"))
            .to_owned();
        manager.create_table(rules).await?;
        let parked = with_id("parked_subject")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            .col(text("title"))
            .col(id_or_null("thread_id"))
            .col(number_or_null("post_seq"))
            .col(number("parked_at"))
            .col(number_or_null("taken_up_at"))
            .col(id_or_null("taken_up_in"))
            .foreign_key(&mut refers("parked_subject", "issue_id", "issue"))
            .to_owned();
        manager.create_table(parked).await?;
        index(manager, "parked_subject", &["tenant_id"]).await?;
        index(manager, "parked_subject", &["issue_id"]).await?;
        index(manager, "room_pace", &["tenant_id"]).await?;
        index(manager, "room_summary", &["tenant_id"]).await?;
        for wall in WALLS {
            wall.put_up(manager).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for wall in WALLS {
            wall.take_down(manager).await?;
        }
        drop_all(manager, &WALLS.map(|wall| wall.table)).await
    }
}
