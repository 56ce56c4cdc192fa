//! What people who take part in an issue agree on with each other, and who agreed with which version.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{bare, drop_all, id, index, number, number_or_null, refers, text};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALLS: [Wall; 2] = [
    Wall::around("agreement"),
    Wall::around("agreement_consent").found_by(&["person_id"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `look_at` is when the platform looks whether anything was reported since `since`; none when it does not.
        let agreement = bare("agreement")
            .col(id("issue_id").primary_key())
            .col(id("tenant_id"))
            .col(text("expectations"))
            .col(text("expectations_html"))
            .col(text("tasks"))
            .col(text("tasks_html"))
            .col(text("rhythm"))
            .col(number_or_null("ends_at"))
            .col(number("version"))
            .col(number("put_at"))
            .col(number("since"))
            .col(number_or_null("look_at"))
            .foreign_key(&mut refers("agreement", "issue_id", "issue"))
            .to_owned();
        manager.create_table(agreement).await?;
        index(manager, "agreement", &["tenant_id"]).await?;
        index(manager, "agreement", &["look_at"]).await?;

        let consent = bare("agreement_consent")
            .col(id("issue_id"))
            .col(id("person_id"))
            .col(id("tenant_id"))
            .col(number("version"))
            .col(number("agreed_at"))
            .primary_key(Index::create().col("issue_id").col("person_id"))
            .foreign_key(&mut refers("agreement_consent", "issue_id", "issue"))
            .to_owned();
        manager.create_table(consent).await?;
        index(manager, "agreement_consent", &["tenant_id"]).await?;
        index(manager, "agreement_consent", &["person_id"]).await?;
        for wall in WALLS {
            wall.put_up(manager).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for wall in WALLS {
            wall.take_down(manager).await?;
        }
        drop_all(manager, &["agreement_consent", "agreement"]).await
    }
}
