//! Each line of a list of issues names who joined it. By the state alone SQLite read all that is joined anywhere, for
//! each of these lines.

use sea_orm_migration::prelude::*;

use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        index(manager, "joined_tenant", &["issue_id", "state"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let by = Index::drop()
            .name("ix_joined_tenant_issue_id_state")
            .table("joined_tenant")
            .to_owned();
        manager.drop_index(by).await
    }
}
