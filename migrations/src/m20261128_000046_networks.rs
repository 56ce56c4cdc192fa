//! Networks: a circle of people that stays. Its room is an issue that says so; here is what only a network has. And
//! guests: an invitation may say until when somebody takes part.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{bare, drop_all, id, index, number, number_or_null, refers, text, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("network").found_by(&["id"]);

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let kind = Table::alter()
            .table("issue")
            .add_column(text("kind").default("issue"))
            .to_owned();
        manager.alter_table(kind).await?;
        index(manager, "issue", &["tenant_id", "kind", "id"]).await?;

        // The id is the issue's: one is the other's room.
        let network = with_id("network")
            .col(id("tenant_id"))
            .col(text("kind"))
            .col(text("house_rules"))
            .col(text("house_rules_html"))
            .col(number("rules_version"))
            .col(number_or_null("target_size"))
            .col(number_or_null("quiet_since"))
            .foreign_key(&mut refers("network", "id", "issue"))
            .to_owned();
        manager.create_table(network).await?;
        index(manager, "network", &["tenant_id", "id"]).await?;

        // That somebody agreed with the rules of a network: apart, as all that tells of belonging to one.
        let agreement = bare("rules_agreement")
            .col(id("network_id"))
            .col(id("person_id"))
            .col(number("rules_version"))
            .col(number("agreed_at"))
            .primary_key(Index::create().col("network_id").col("person_id"))
            .foreign_key(&mut refers("rules_agreement", "network_id", "network"))
            .to_owned();
        manager.create_table(agreement).await?;
        index(manager, "rules_agreement", &["person_id"]).await?;
        let until = Table::alter()
            .table("invitation")
            .add_column(number_or_null("until"))
            .to_owned();
        manager.alter_table(until).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        let until = Table::alter()
            .table("invitation")
            .drop_column("until")
            .to_owned();
        manager.alter_table(until).await?;
        drop_all(manager, &["rules_agreement", "network"]).await?;
        manager
            .drop_index(
                Index::drop()
                    .name("ix_issue_tenant_id_kind_id")
                    .table("issue")
                    .to_owned(),
            )
            .await?;
        let kind = Table::alter().table("issue").drop_column("kind").to_owned();
        manager.alter_table(kind).await
    }
}
