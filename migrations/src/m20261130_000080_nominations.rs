//! Who was put forward and is asked first, and what networks were asked; what was said of whoever raised a hand then.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{drop_all, id, id_or_null, index, number, text, text_or_null, unique, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALLS: [Wall; 2] = [
    // By its link, and by an address: how often somebody is asked counts everywhere.
    Wall::around("nomination").found_by(&["id", "address"]),
    Wall::around("nomination_request"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let nomination = with_id("nomination")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            .col(id("nominated_by"))
            .col(id_or_null("request_id"))
            // None of whoever is left alone.
            .col(text_or_null("address"))
            .col(text("locale"))
            .col(text("motivation"))
            .col(text("state"))
            .col(number("created_at"))
            .col(number("expires_at"))
            .to_owned();
        manager.create_table(nomination).await?;
        unique(manager, "nomination", &["issue_id", "address"]).await?;
        index(manager, "nomination", &["tenant_id", "issue_id"]).await?;
        index(manager, "nomination", &["nominated_by"]).await?;
        index(manager, "nomination", &["address"]).await?;
        index(manager, "nomination", &["expires_at"]).await?;

        let request = with_id("nomination_request")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            .col(id("network_id"))
            .col(id("asked_by"))
            .col(text("text"))
            .col(text("state"))
            // Why not.
            .col(text_or_null("reason"))
            .col(number("created_at"))
            .col(number("expires_at"))
            .to_owned();
        manager.create_table(request).await?;
        unique(manager, "nomination_request", &["issue_id", "network_id"]).await?;
        index(manager, "nomination_request", &["tenant_id", "issue_id"]).await?;
        index(manager, "nomination_request", &["network_id"]).await?;
        index(manager, "nomination_request", &["asked_by"]).await?;
        index(manager, "nomination_request", &["expires_at"]).await?;

        for column in [id_or_null("nominated_by"), text_or_null("nomination")] {
            let hand = Table::alter()
                .table("raised_hand")
                .add_column(column)
                .to_owned();
            manager.alter_table(hand).await?;
        }
        for wall in WALLS {
            wall.put_up(manager).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for wall in WALLS {
            wall.take_down(manager).await?;
        }
        for column in ["nomination", "nominated_by"] {
            let hand = Table::alter()
                .table("raised_hand")
                .drop_column(column)
                .to_owned();
            manager.alter_table(hand).await?;
        }
        drop_all(manager, &["nomination_request", "nomination"]).await
    }
}
