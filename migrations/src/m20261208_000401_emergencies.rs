//! Emergency access: what two people asked and opened, and which conversations they read.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{
    bare, drop_all, id, id_or_null, index, number, number_or_null, refers, text, text_or_null,
    with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALLS: [Wall; 2] = [
    Wall::around("emergency").found_by(&["asker_id", "decided_by_id"]),
    Wall::around("emergency_reading"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let access = with_id("emergency")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            .col(id_or_null("alias"))
            .col(text_or_null("alias_name"))
            .col(id("asker_id"))
            .col(text("reason"))
            .col(number("hours"))
            .col(text("state"))
            .col(number("asked_at"))
            .col(id_or_null("decided_by_id"))
            .col(number_or_null("decided_at"))
            .col(number_or_null("ends_at"))
            .foreign_key(&mut refers("emergency", "issue_id", "issue"))
            .to_owned();
        manager.create_table(access).await?;
        index(manager, "emergency", &["tenant_id", "asked_at"]).await?;
        index(manager, "emergency", &["issue_id"]).await?;
        index(manager, "emergency", &["asker_id"]).await?;
        index(manager, "emergency", &["decided_by_id"]).await?;
        index(manager, "emergency", &["asked_at"]).await?;
        let reading = bare("emergency_reading")
            .col(id("emergency_id"))
            .col(id("thread_id"))
            .col(id("tenant_id"))
            .col(number("read_at"))
            .primary_key(Index::create().col("emergency_id").col("thread_id"))
            .foreign_key(&mut refers(
                "emergency_reading",
                "emergency_id",
                "emergency",
            ))
            .to_owned();
        manager.create_table(reading).await?;
        index(manager, "emergency_reading", &["tenant_id"]).await?;
        for wall in WALLS {
            wall.put_up(manager).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for wall in WALLS {
            wall.take_down(manager).await?;
        }
        drop_all(manager, &["emergency_reading", "emergency"]).await
    }
}
