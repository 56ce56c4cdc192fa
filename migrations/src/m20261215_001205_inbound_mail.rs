//! Answers that came in by mail: the mail as it was, whose it is and of which conversation, and what became of it.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{drop_all, id, index, number, text, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("inbound_mail");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mail = with_id("inbound_mail")
            .col(id("tenant_id"))
            .col(id("person_id"))
            .col(id("thread_id"))
            .col(text("fingerprint").unique_key())
            .col(text("outcome"))
            .col(text("raw"))
            .col(number("received_at"))
            .to_owned();
        manager.create_table(mail).await?;
        index(manager, "inbound_mail", &["person_id"]).await?;
        index(manager, "inbound_mail", &["received_at"]).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        drop_all(manager, &["inbound_mail"]).await
    }
}
