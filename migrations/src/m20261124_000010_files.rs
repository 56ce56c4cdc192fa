//! Files: what is known of them. Their bytes are in the storage.

use sea_orm_migration::prelude::*;

use crate::table::{drop_all, id, id_or_null, index, number, text, text_or_null, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let file = with_id("file")
            .col(id("tenant_id"))
            .col(id("owner_id"))
            .col(text("name"))
            .col(text("media_type"))
            .col(number("size"))
            .col(text("sha256"))
            .col(text_or_null("attached_kind"))
            .col(id_or_null("attached_id"))
            .col(number("created_at"))
            .to_owned();
        manager.create_table(file).await?;
        index(manager, "file", &["attached_id"]).await?;
        index(manager, "file", &["attached_kind", "created_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["file"]).await
    }
}
