//! The path of somebody through a network: orientation and what both sides say at its end, resting, and the contact that
//! may be left. Each apart, as all that tells of belonging to one.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{
    bare, drop_all, id, id_or_null, index, number, number_or_null, refers, text, text_or_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALLS: [Wall; 4] = [
    Wall::around("first_weeks").found_by(&["person_id"]),
    Wall::around("first_weeks_side").found_by(&["person_id"]),
    Wall::around("network_rest").found_by(&["person_id"]),
    Wall::around("alumnus_contact").found_by(&["person_id"]),
];

/// A row for each person in each network.
fn of_a_member(name: &'static str) -> TableCreateStatement {
    bare(name)
        .col(id("network_id"))
        .col(id("person_id"))
        .col(id("tenant_id"))
        .foreign_key(&mut refers(name, "network_id", "network"))
        .to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let weeks = Table::alter()
            .table("network")
            .add_column(number_or_null("first_weeks"))
            .to_owned();
        manager.alter_table(weeks).await?;

        // `look_at` is when the platform reminds, or decides; none when nothing is to come.
        let first_weeks = of_a_member("first_weeks")
            .col(number("ends_at"))
            .col(number_or_null("look_at"))
            .primary_key(Index::create().col("network_id").col("person_id"))
            .to_owned();
        manager.create_table(first_weeks).await?;
        index(manager, "first_weeks", &["look_at"]).await?;

        // `side` says whose view of it: the newcomer's, or that of who runs the network.
        let side = of_a_member("first_weeks_side")
            .col(text("side"))
            .col(id("by_id"))
            .col(text("well"))
            .col(text("needs"))
            .col(number("given_at"))
            .col(text_or_null("wish"))
            .primary_key(
                Index::create()
                    .col("network_id")
                    .col("person_id")
                    .col("side"),
            )
            .to_owned();
        manager.create_table(side).await?;
        index(manager, "first_weeks_side", &["by_id"]).await?;

        let rest = of_a_member("network_rest")
            .col(number("since"))
            .col(number_or_null("ends_at"))
            .primary_key(Index::create().col("network_id").col("person_id"))
            .to_owned();
        manager.create_table(rest).await?;

        // `agreed_at` is when somebody who runs the network wished it too; until then it is a question.
        let contact = of_a_member("alumnus_contact")
            .col(text("name"))
            .col(number("left_at"))
            .col(number("ends_at"))
            .col(number_or_null("agreed_at"))
            .col(id_or_null("agreed_by"))
            .primary_key(Index::create().col("network_id").col("person_id"))
            .to_owned();
        manager.create_table(contact).await?;
        index(manager, "alumnus_contact", &["agreed_by"]).await?;
        for table in [
            "first_weeks",
            "first_weeks_side",
            "network_rest",
            "alumnus_contact",
        ] {
            index(manager, table, &["tenant_id"]).await?;
            index(manager, table, &["person_id"]).await?;
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
        drop_all(
            manager,
            &[
                "alumnus_contact",
                "network_rest",
                "first_weeks_side",
                "first_weeks",
            ],
        )
        .await?;
        let weeks = Table::alter()
            .table("network")
            .drop_column("first_weeks")
            .to_owned();
        manager.alter_table(weeks).await
    }
}
