//! What keeps the conversations of an issue from being deleted, what was done with it, and whose texts go when it is over.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{
    bare, drop_all, id, id_or_null, index, number, number_or_null, refers, text, text_or_null,
    with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const HOLDS: Wall = Wall::around("legal_hold");
const ACTS: Wall = Wall::around("legal_hold_act");
const TEXTS: Wall = Wall::around("late_text");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let hold = with_id("legal_hold")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            .col(text("reason"))
            .col(text_or_null("reference"))
            .col(number("until"))
            .col(number_or_null("ended_at"))
            .col(number("reminded"))
            .col(number("version"))
            .foreign_key(&mut refers("legal_hold", "issue_id", "issue"))
            .to_owned();
        manager.create_table(hold).await?;
        index(manager, "legal_hold", &["tenant_id", "id"]).await?;
        index(manager, "legal_hold", &["issue_id"]).await?;
        index(manager, "legal_hold", &["until"]).await?;
        let act = with_id("legal_hold_act")
            .col(id("tenant_id"))
            .col(id("issue_id"))
            .col(id("hold_id"))
            .col(text("act"))
            .col(number("until"))
            .col(id_or_null("by_id"))
            .col(number("at"))
            .foreign_key(&mut refers("legal_hold_act", "hold_id", "legal_hold"))
            .to_owned();
        manager.create_table(act).await?;
        index(manager, "legal_hold_act", &["tenant_id"]).await?;
        index(manager, "legal_hold_act", &["issue_id", "id"]).await?;
        index(manager, "legal_hold_act", &["hold_id"]).await?;
        index(manager, "legal_hold_act", &["by_id"]).await?;
        // Of somebody who left: a number that no row links to a person.
        let texts = bare("late_text")
            .col(id("left_id").primary_key())
            .col(id("tenant_id"))
            .col(id("issue_id"))
            .foreign_key(&mut refers("late_text", "issue_id", "issue"))
            .to_owned();
        manager.create_table(texts).await?;
        index(manager, "late_text", &["tenant_id"]).await?;
        index(manager, "late_text", &["issue_id"]).await?;
        HOLDS.put_up(manager).await?;
        ACTS.put_up(manager).await?;
        TEXTS.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        TEXTS.take_down(manager).await?;
        ACTS.take_down(manager).await?;
        HOLDS.take_down(manager).await?;
        drop_all(manager, &["late_text", "legal_hold_act", "legal_hold"]).await
    }
}
