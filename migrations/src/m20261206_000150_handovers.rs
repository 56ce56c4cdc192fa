//! What somebody who runs issues and networks offers a colleague.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{drop_all, id, index, number, text, text_or_null, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("work_handover");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = with_id("work_handover")
            .col(id("tenant_id"))
            .col(id("giver_id"))
            .col(id("taker_id"))
            .col(text("rooms"))
            .col(number("ownership"))
            .col(number("stays"))
            .col(text("words"))
            .col(text("state"))
            .col(text_or_null("reason"))
            .col(number("offered_at"))
            .col(number("changed_at"))
            .col(number("version"))
            .to_owned();
        manager.create_table(table).await?;
        index(manager, "work_handover", &["tenant_id"]).await?;
        index(manager, "work_handover", &["giver_id"]).await?;
        index(manager, "work_handover", &["taker_id"]).await?;
        index(manager, "work_handover", &["changed_at"]).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        drop_all(manager, &["work_handover"]).await
    }
}
