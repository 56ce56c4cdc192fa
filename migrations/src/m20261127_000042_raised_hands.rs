//! Who was not asked and wants to take part: a row for a person and an issue, read by those who may invite.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{
    drop_all, id, id_or_null, index, number, number_or_null, text, text_or_null, unique, with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("raised_hand");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let hand = with_id("raised_hand")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            .col(id("person_id"))
            .col(text("motivation"))
            .col(text("state"))
            // Why not, and why that is not right.
            .col(text_or_null("reason"))
            .col(text_or_null("objection"))
            .col(number("answer_by"))
            .col(number_or_null("reminded_at"))
            .col(number_or_null("answered_at"))
            .col(id_or_null("answered_by"))
            .col(number("created_at"))
            .col(number("version"))
            .to_owned();
        manager.create_table(hand).await?;
        unique(manager, "raised_hand", &["issue_id", "person_id"]).await?;
        index(manager, "raised_hand", &["tenant_id", "issue_id"]).await?;
        index(manager, "raised_hand", &["person_id"]).await?;
        index(manager, "raised_hand", &["state", "answer_by"]).await?;
        index(manager, "raised_hand", &["state", "answered_at"]).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        drop_all(manager, &["raised_hand"]).await
    }
}
