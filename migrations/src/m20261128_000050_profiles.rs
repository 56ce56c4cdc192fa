//! What each perspective asks of a person, why one group is asked, compositions that an organisation keeps, and who
//! should know first.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{drop_all, id, index, number, number_or_null, refers, text, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALLS: [Wall; 2] = [Wall::around("issue_template"), Wall::around("briefing")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // With what held until now, for the rows that there are and for programs that do not know the columns.
        add(
            manager,
            "perspective",
            text("experience").default("").take(),
        )
        .await?;
        add(
            manager,
            "perspective",
            text("need").default("needed").take(),
        )
        .await?;
        add(manager, "issue", text("why_one").default("").take()).await?;

        let template = with_id("issue_template")
            .col(id("tenant_id"))
            .col(text("name"))
            .col(text("perspectives"))
            .col(number("created_at"))
            .to_owned();
        manager.create_table(template).await?;
        index(manager, "issue_template", &["tenant_id"]).await?;

        let briefing = with_id("briefing")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            // Of a role or a body, never of a person.
            .col(text("name"))
            .col(number_or_null("told_at"))
            .col(number("created_at"))
            .col(number("version"))
            .foreign_key(&mut refers("briefing", "issue_id", "issue"))
            .to_owned();
        manager.create_table(briefing).await?;
        index(manager, "briefing", &["tenant_id"]).await?;
        index(manager, "briefing", &["issue_id"]).await?;
        for wall in WALLS {
            wall.put_up(manager).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for wall in WALLS {
            wall.take_down(manager).await?;
        }
        drop_all(manager, &["briefing", "issue_template"]).await?;
        drop(manager, "issue", "why_one").await?;
        drop(manager, "perspective", "need").await?;
        drop(manager, "perspective", "experience").await
    }
}

async fn add(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: ColumnDef,
) -> Result<(), DbErr> {
    let added = Table::alter().table(table).add_column(column).to_owned();
    manager.alter_table(added).await
}

async fn drop(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: &'static str,
) -> Result<(), DbErr> {
    let dropped = Table::alter().table(table).drop_column(column).to_owned();
    manager.alter_table(dropped).await
}
