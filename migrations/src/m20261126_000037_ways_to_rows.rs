//! Ways to rows that were read from end to end, or sorted all of them for the newest few: decision 0037.

use sea_orm_migration::prelude::*;

use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// A table and columns of it.
const WAYS: [(&str, &[&str]); 5] = [
    // The map of the site and its feeds: what everybody may read, the newest first, and the same of an organisation.
    ("issue", &["visibility", "id"]),
    ("outcome", &["published_at", "id"]),
    ("outcome", &["tenant_id", "published_at", "id"]),
    ("product", &["state", "shown_at", "id"]),
    // What is forgotten each hour, while others wait to write.
    ("session", &["expires_at"]),
];

/// Little of much: work that was given up, and addresses that nobody proved.
const FEW: [(&str, &str, &str); 2] = [
    ("job", "dead_at", "dead_at IS NOT NULL"),
    ("email_address", "created_at", "verified_at IS NULL"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, columns) in WAYS {
            index(manager, table, columns).await?;
        }
        for (table, column, those) in FEW {
            let create =
                format!("CREATE INDEX ix_{table}_{column} ON {table} ({column}) WHERE {those}");
            manager.get_connection().execute_unprepared(&create).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let whole = WAYS.map(|(table, columns)| (table, columns.join("_")));
        let few = FEW.map(|(table, column, _)| (table, column.to_owned()));
        for (table, columns) in whole.into_iter().chain(few) {
            let drop = Index::drop()
                .name(format!("ix_{table}_{columns}"))
                .table(table)
                .to_owned();
            manager.drop_index(drop).await?;
        }
        Ok(())
    }
}
