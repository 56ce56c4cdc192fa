//! Tasks out of posts, and who took up what was set aside.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{
    drop_all, id, id_or_null, index, number, number_or_null, refers, text, text_or_null, with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("task");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = with_id("task")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            .col(id("post_id"))
            .col(id_or_null("made_by"))
            .col(id_or_null("taker_id"))
            .col(number("for_runners"))
            .col(text("what"))
            .col(number_or_null("due_at"))
            .col(number_or_null("done_at"))
            .col(text_or_null("done_words"))
            .col(number("reminded"))
            .col(number("made_at"))
            .col(number("version"))
            .foreign_key(&mut refers("task", "post_id", "post"))
            .to_owned();
        manager.create_table(table).await?;
        for columns in [
            &["tenant_id"][..],
            &["issue_id"],
            &["post_id"],
            &["made_by"],
            &["taker_id"],
            &["due_at"],
            &["done_at"],
        ] {
            index(manager, "task", columns).await?;
        }
        WALL.put_up(manager).await?;
        let taken = Table::alter()
            .table("parked_subject")
            .add_column(id_or_null("taken_by_id"))
            .to_owned();
        manager.alter_table(taken).await?;
        index(manager, "parked_subject", &["taken_by_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_index(
                Index::drop()
                    .name("ix_parked_subject_taken_by_id")
                    .table("parked_subject")
                    .to_owned(),
            )
            .await?;
        manager
            .alter_table(
                Table::alter()
                    .table("parked_subject")
                    .drop_column("taken_by_id")
                    .to_owned(),
            )
            .await?;
        WALL.take_down(manager).await?;
        drop_all(manager, &[WALL.table]).await
    }
}
