//! Issues, the perspectives they need, and who takes part.

use sea_orm_migration::prelude::*;

use crate::table::{
    bare, drop_all, id, id_or_null, index, number, number_or_null, refers, text, text_or_null,
    with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let issue = with_id("issue")
            .col(id("tenant_id"))
            .col(id("author_id"))
            .col(text("state"))
            .col(text("visibility"))
            .col(text("regime"))
            .col(text("title"))
            .col(text("core_question"))
            .col(text("why_now"))
            .col(text("background"))
            .col(text("background_html"))
            .col(number_or_null("planned_end"))
            .col(text_or_null("state_reason"))
            .col(text_or_null("paused_from"))
            .col(number("created_at"))
            .col(number("state_at"))
            .col(number("version"))
            // Moves on with every change of who may come in: open sockets compare it.
            .col(number("access_version"))
            .to_owned();
        manager.create_table(issue).await?;
        index(manager, "issue", &["tenant_id", "state", "id"]).await?;
        index(manager, "issue", &["author_id"]).await?;

        let term = bare("issue_term")
            .col(id("issue_id"))
            .col(id("term_id"))
            .primary_key(Index::create().col("issue_id").col("term_id"))
            .foreign_key(&mut refers("issue_term", "issue_id", "issue"))
            .to_owned();
        manager.create_table(term).await?;
        index(manager, "issue_term", &["term_id"]).await?;

        let perspective = with_id("perspective")
            .col(id("issue_id"))
            .col(text("name"))
            .col(number("wanted"))
            .col(text("gap"))
            .col(number("position"))
            .foreign_key(&mut refers("perspective", "issue_id", "issue"))
            .to_owned();
        manager.create_table(perspective).await?;
        index(manager, "perspective", &["issue_id"]).await?;

        // What a person says of taking part; the role and its end are the grant.
        let participation = bare("participation")
            .col(id("issue_id"))
            .col(id("person_id"))
            .col(text("state"))
            .col(text("capacity"))
            .col(text_or_null("organisation"))
            .col(id_or_null("organisation_tenant_id"))
            .col(text("shown_name"))
            .col(number("joined_at"))
            .col(number_or_null("left_at"))
            .primary_key(Index::create().col("issue_id").col("person_id"))
            .foreign_key(&mut refers("participation", "issue_id", "issue"))
            .to_owned();
        manager.create_table(participation).await?;
        index(manager, "participation", &["person_id"]).await?;

        // Special data (AVG art. 9 by class): apart, chosen by the participant, seen by nobody, kept no longer than taking part.
        let choice = bare("perspective_choice")
            .col(id("issue_id"))
            .col(id("person_id"))
            .col(id("perspective_id"))
            .col(text("consent_version"))
            .col(number("chosen_at"))
            .primary_key(Index::create().col("issue_id").col("person_id"))
            .foreign_key(&mut refers("perspective_choice", "issue_id", "issue"))
            .foreign_key(&mut refers(
                "perspective_choice",
                "perspective_id",
                "perspective",
            ))
            .to_owned();
        manager.create_table(choice).await?;
        index(manager, "perspective_choice", &["perspective_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "perspective_choice",
                "participation",
                "perspective",
                "issue_term",
                "issue",
            ],
        )
        .await
    }
}
