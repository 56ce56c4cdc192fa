//! A link on the wall of a hall, by which as many people as fit come into one issue; and the hand that came by one.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{
    drop_all, id, id_or_null, index, number, number_or_null, text, unique, with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("hall_link").found_by(&["handle"]);

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let link = with_id("hall_link")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            // The half of the link that finds the row; the other half is a keyed hash, and stands nowhere.
            .col(text("handle"))
            .col(text("place"))
            .col(number("most"))
            .col(number("used"))
            .col(number("approval"))
            .col(number("ends_at"))
            .col(id("made_by"))
            .col(number_or_null("ended_at"))
            .col(id_or_null("ended_by"))
            .col(number("created_at"))
            .to_owned();
        manager.create_table(link).await?;
        unique(manager, "hall_link", &["handle"]).await?;
        index(manager, "hall_link", &["tenant_id", "issue_id"]).await?;
        index(manager, "hall_link", &["ends_at"]).await?;
        let hall = Table::alter()
            .table("raised_hand")
            .add_column(id_or_null("hall_link_id"))
            .to_owned();
        manager.alter_table(hall).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        let hall = Table::alter()
            .table("raised_hand")
            .drop_column("hall_link_id")
            .to_owned();
        manager.alter_table(hall).await?;
        drop_all(manager, &["hall_link"]).await
    }
}
