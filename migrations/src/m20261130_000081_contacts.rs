//! Who asks somebody of the directory for contact, and who may be asked.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{drop_all, id, id_or_null, index, number, text, text_or_null, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("contact_request").found_by(&["id", "person_id"]);

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let request = with_id("contact_request")
            .col(id("tenant_id"))
            .col(id("asker_id"))
            .col(id("person_id"))
            // What it is about.
            .col(id_or_null("issue_id"))
            // Of the asker in the organisation, on the day of asking.
            .col(text_or_null("asker_role"))
            .col(text("text"))
            .col(text("state"))
            // What is mailed to the asker, once; whether with the address; and where to go on.
            .col(text_or_null("answer"))
            .col(number("shares_address"))
            .col(id_or_null("answer_issue_id"))
            .col(number("created_at"))
            .col(number("expires_at"))
            .to_owned();
        manager.create_table(request).await?;
        index(manager, "contact_request", &["tenant_id", "asker_id"]).await?;
        index(manager, "contact_request", &["asker_id"]).await?;
        index(manager, "contact_request", &["person_id"]).await?;
        index(manager, "contact_request", &["expires_at"]).await?;
        let contactable = Table::alter()
            .table("availability")
            .add_column(number("contactable").default(1))
            .to_owned();
        manager.alter_table(contactable).await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        let contactable = Table::alter()
            .table("availability")
            .drop_column("contactable")
            .to_owned();
        manager.alter_table(contactable).await?;
        drop_all(manager, &["contact_request"]).await
    }
}
