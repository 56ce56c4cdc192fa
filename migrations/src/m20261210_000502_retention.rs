//! For how many years an organisation keeps what was said in issues that ended.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{bare, drop_all, id, number, number_or_null, refers};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("talk_retention");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let rule = bare("talk_retention")
            .col(id("tenant_id").primary_key())
            // As long as the issue, when there is no number.
            .col(number_or_null("years"))
            .col(number("holds_from"))
            // What holds until then.
            .col(number_or_null("years_before"))
            .col(number("version"))
            .foreign_key(&mut refers("talk_retention", "tenant_id", "tenant"))
            .to_owned();
        manager.create_table(rule).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        drop_all(manager, &["talk_retention"]).await
    }
}
