//! Invitations: a row each, never a half person.

use sea_orm_migration::prelude::*;

use crate::table::{
    drop_all, id, id_or_null, index, number, number_or_null, text, text_or_null, with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The token of its link is a keyed hash over the id and the version: no secret is stored.
        let invitation = with_id("invitation")
            .col(id("tenant_id"))
            // None: it asks for the organisation itself.
            .col(id_or_null("issue_id"))
            .col(text("role"))
            // Set when the inviter chose a person; then the address is never shown to the inviter.
            .col(id_or_null("person_id"))
            .col(text("address"))
            .col(text("locale"))
            .col(text("text"))
            .col(id("invited_by"))
            // The request that it was made in: a repeated request finds its own again.
            .col(id("batch_id"))
            .col(text("state"))
            .col(text_or_null("reason"))
            .col(number("version"))
            .col(number("reminders"))
            .col(number("expires_at"))
            .col(number_or_null("answered_at"))
            .col(id_or_null("answered_by"))
            .col(text("delivery"))
            .col(number("created_at"))
            .to_owned();
        manager.create_table(invitation).await?;
        index(manager, "invitation", &["issue_id", "invited_by"]).await?;
        index(manager, "invitation", &["tenant_id", "invited_by"]).await?;
        index(manager, "invitation", &["person_id", "created_at"]).await?;
        index(manager, "invitation", &["address"]).await?;
        // One open invitation for an address to one thing.
        manager
            .get_connection()
            .execute_unprepared(
                "CREATE UNIQUE INDEX ux_invitation_open ON invitation (COALESCE(issue_id, tenant_id), address) \
                 WHERE state IN ('sent', 'later')",
            )
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["invitation"]).await
    }
}
