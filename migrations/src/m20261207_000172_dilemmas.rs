//! Dilemmas: what kind of view a post is, how a concern was heard, and what whoever facilitates offers.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{
    bare, drop_all, id, index, number, refers, text, text_or_null, unique, with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALLS: [Wall; 2] = [
    Wall::around("acknowledgement").found_by(&["author_id"]),
    Wall::around("dilemma"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let view = Table::alter()
            .table("post")
            .add_column(text_or_null("view"))
            .to_owned();
        manager.alter_table(view).await?;
        let heard = with_id("acknowledgement")
            .col(id("tenant_id"))
            .col(id("post_id"))
            .col(id("author_id"))
            .col(text("shown_name"))
            .col(text("words"))
            .col(text("state"))
            .col(text_or_null("better"))
            .col(number("created_at"))
            .col(number("changed_at"))
            .foreign_key(&mut refers("acknowledgement", "post_id", "post"))
            .to_owned();
        manager.create_table(heard).await?;
        unique(manager, "acknowledgement", &["post_id", "author_id"]).await?;
        index(manager, "acknowledgement", &["author_id"]).await?;
        let offer = bare("dilemma")
            .col(id("thread_id").primary_key())
            .col(id("tenant_id"))
            .col(text("possible"))
            .col(text("impossible"))
            .col(text("decides"))
            .col(number("changed_at"))
            .col(number("version"))
            .foreign_key(&mut refers("dilemma", "thread_id", "thread"))
            .to_owned();
        manager.create_table(offer).await?;
        for wall in WALLS {
            wall.put_up(manager).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for wall in WALLS {
            wall.take_down(manager).await?;
        }
        drop_all(manager, &["dilemma", "acknowledgement"]).await?;
        let view = Table::alter().table("post").drop_column("view").to_owned();
        manager.alter_table(view).await
    }
}
