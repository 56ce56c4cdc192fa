//! Tenants, who holds which role where, the taxonomy, and what keeps a repeated request one request.

use sea_orm_migration::prelude::*;

use crate::table::{
    bare, drop_all, id, id_or_null, index, number, number_or_null, refers, text, text_or_null,
    unique, with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tenant = with_id("tenant")
            .col(text("slug"))
            .col(text("name"))
            .col(text("about"))
            .col(text("colour"))
            .col(text("accent"))
            .col(text("languages"))
            .col(text("contact_email"))
            .col(text("contact_phone"))
            .col(text_or_null("host"))
            .col(text("state"))
            .col(number("created_at"))
            .col(number("version"))
            .to_owned();
        manager.create_table(tenant).await?;
        unique(manager, "tenant", &["slug"]).await?;
        unique(manager, "tenant", &["host"]).await?;

        let page = bare("tenant_page")
            .col(id("tenant_id"))
            .col(text("kind"))
            .col(text("language"))
            .col(text("body"))
            .col(number("version"))
            .col(number("updated_at"))
            .primary_key(Index::create().col("tenant_id").col("kind").col("language"))
            .foreign_key(&mut refers("tenant_page", "tenant_id", "tenant"))
            .to_owned();
        manager.create_table(page).await?;

        // A person in a container (tenant, issue, thread) with a role of that container, until an end.
        let grant = with_id("role_grant")
            .col(id("person_id"))
            .col(id("tenant_id"))
            .col(text("container_kind"))
            .col(id("container_id"))
            .col(text("role"))
            .col(number("starts_at"))
            .col(number_or_null("ends_at"))
            .col(id_or_null("granted_by"))
            .col(number("created_at"))
            .to_owned();
        manager.create_table(grant).await?;
        unique(manager, "role_grant", &["container_id", "person_id"]).await?;
        index(manager, "role_grant", &["person_id", "container_kind"]).await?;

        // The shared core has no tenant; a tenant's own terms have one.
        let term = with_id("term")
            .col(id_or_null("tenant_id"))
            .col(text("kind"))
            .col(text("key"))
            .col(text("name_nl"))
            .col(text("name_en"))
            .col(text("synonyms"))
            .col(id_or_null("parent_id"))
            .to_owned();
        manager.create_table(term).await?;
        index(manager, "term", &["kind", "key"]).await?;

        let idempotency = bare("idempotency")
            .col(text("key_hash"))
            .col(text("operation"))
            .col(id("result_id"))
            .col(number("created_at"))
            .primary_key(Index::create().col("key_hash"))
            .to_owned();
        manager.create_table(idempotency).await?;
        index(manager, "idempotency", &["created_at"]).await?;

        // "Never again": a keyed hash of an address, not the address.
        let suppression = bare("suppression")
            .col(text("address_hash"))
            .col(text("reason"))
            .col(number("created_at"))
            .primary_key(Index::create().col("address_hash"))
            .to_owned();
        manager.create_table(suppression).await?;

        let access = with_id("access_log")
            .col(id("tenant_id"))
            .col(id("actor_id"))
            .col(id_or_null("person_id"))
            .col(text("act"))
            .col(id_or_null("subject_id"))
            .col(number("created_at"))
            .to_owned();
        manager.create_table(access).await?;
        index(manager, "access_log", &["person_id", "created_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "access_log",
                "suppression",
                "idempotency",
                "term",
                "role_grant",
                "tenant_page",
                "tenant",
            ],
        )
        .await
    }
}
