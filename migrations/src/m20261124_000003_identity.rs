//! People, their addresses, and how they sign in.

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
        let person = with_id("person")
            .col(text("name"))
            .col(text("locale"))
            .col(number("created_at"))
            .col(number("version"))
            .to_owned();
        manager.create_table(person).await?;

        let address = with_id("email_address")
            .col(id("person_id"))
            .col(text("address"))
            .col(number_or_null("verified_at"))
            .col(number_or_null("primary_since"))
            .col(number_or_null("bounced_at"))
            .col(number("created_at"))
            .foreign_key(&mut refers("email_address", "person_id", "person"))
            .to_owned();
        manager.create_table(address).await?;
        index(manager, "email_address", &["person_id"]).await?;
        index(manager, "email_address", &["address"]).await?;
        // Two people may claim one address; only one can prove it.
        manager
            .get_connection()
            .execute_unprepared("CREATE UNIQUE INDEX ux_email_address_verified ON email_address (address) WHERE verified_at IS NOT NULL")
            .await?;

        let password = bare("password")
            .col(id("person_id"))
            .col(text("hash"))
            .col(number("changed_at"))
            .primary_key(Index::create().col("person_id"))
            .foreign_key(&mut refers("password", "person_id", "person"))
            .to_owned();
        manager.create_table(password).await?;

        let session = with_id("session")
            .col(id("person_id"))
            .col(number("generation"))
            .col(number("created_at"))
            .col(number("renewed_at"))
            .col(number("expires_at"))
            .col(number_or_null("ended_at"))
            .col(text("device"))
            .foreign_key(&mut refers("session", "person_id", "person"))
            .to_owned();
        manager.create_table(session).await?;
        index(manager, "session", &["person_id"]).await?;

        // The code and the link are keyed hashes over the id and its version: no secret is stored.
        let code = with_id("sign_in_code")
            .col(text("address"))
            .col(text("purpose"))
            .col(id_or_null("person_id"))
            .col(text("locale"))
            .col(text_or_null("next"))
            .col(number("attempts"))
            .col(number("created_at"))
            .col(number("expires_at"))
            .col(number_or_null("used_at"))
            .to_owned();
        manager.create_table(code).await?;
        index(manager, "sign_in_code", &["address", "created_at"]).await?;
        index(manager, "sign_in_code", &["expires_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "sign_in_code",
                "session",
                "password",
                "email_address",
                "person",
            ],
        )
        .await
    }
}
