//! Asking people some at a time: a list of one inviter for one issue, and who is still to be asked.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{
    drop_all, id, id_or_null, index, number, number_or_null, refers, text, text_or_null, unique,
    with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALLS: [Wall; 2] = [
    // The work behind the pages finds a list by its id.
    Wall::around("wave_plan").found_by(&["id"]),
    Wall::around("wave_invitee"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let plan = with_id("wave_plan")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            .col(id("inviter_id"))
            .col(text("locale"))
            .col(number("size"))
            .col(number("wait_days"))
            .col(number_or_null("enough"))
            .col(text("state"))
            // Why it ended.
            .col(text_or_null("ending"))
            .col(number("waves"))
            .col(number_or_null("next_at"))
            .col(number_or_null("ended_at"))
            .col(number("created_at"))
            .col(number("version"))
            .to_owned();
        manager.create_table(plan).await?;
        index(manager, "wave_plan", &["tenant_id", "issue_id"]).await?;
        // One list of a person for an issue at a time.
        manager
            .get_connection()
            .execute_unprepared(
                "CREATE UNIQUE INDEX ux_wave_plan_open ON wave_plan (issue_id, inviter_id) \
                 WHERE state <> 'ended'",
            )
            .await?;
        let invitee = with_id("wave_invitee")
            .col(id("tenant_id"))
            .col(id("plan_id"))
            .col(number("place"))
            .col(id_or_null("person_id"))
            .col(text_or_null("address"))
            .col(text("text"))
            // Why this one was not asked.
            .col(text_or_null("skipped"))
            .foreign_key(&mut refers("wave_invitee", "plan_id", "wave_plan"))
            .to_owned();
        manager.create_table(invitee).await?;
        unique(manager, "wave_invitee", &["plan_id", "person_id"]).await?;
        unique(manager, "wave_invitee", &["plan_id", "address"]).await?;
        index(manager, "wave_invitee", &["plan_id", "place"]).await?;
        index(manager, "wave_invitee", &["tenant_id"]).await?;
        index(manager, "wave_invitee", &["person_id"]).await?;
        for wall in &WALLS {
            wall.put_up(manager).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for wall in &WALLS {
            wall.take_down(manager).await?;
        }
        drop_all(manager, &["wave_invitee", "wave_plan"]).await
    }
}
