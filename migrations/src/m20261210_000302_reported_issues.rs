//! What is reported of an issue itself stands in no conversation: a case and a decision may be without one. Of an issue of
//! which the text was taken away, the decision keeps what it was.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::table::{id_or_null, index, number_or_null, text_or_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Columns that may be empty from now on.
const MAY_BE_EMPTY: [(&str, &str); 5] = [
    ("moderation_case", "thread_id"),
    ("moderation_case", "post_id"),
    ("moderation_decision", "thread_id"),
    ("moderation_decision", "post_id"),
    ("moderation_decision", "post_seq"),
];

const INDEXES: [(&str, &[&str]); 4] = [
    ("moderation_case", &["thread_id"]),
    ("moderation_case", &["post_id"]),
    ("moderation_decision", &["thread_id", "id"]),
    ("moderation_decision", &["post_id"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::Sqlite {
            anew(manager).await?;
        } else {
            set(manager, "DROP NOT NULL").await?;
        }
        let added = Table::alter()
            .table("moderation_decision")
            .add_column(text_or_null("words_before"))
            .to_owned();
        manager.alter_table(added).await?;
        index(manager, "moderation_decision", &["issue_id", "about"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let dropped = Index::drop()
            .name("ix_moderation_decision_issue_id_about")
            .table("moderation_decision")
            .to_owned();
        manager.drop_index(dropped).await?;
        let dropped = Table::alter()
            .table("moderation_decision")
            .drop_column("words_before")
            .to_owned();
        manager.alter_table(dropped).await?;
        let conn = manager.get_connection();
        for table in ["moderation_case", "moderation_decision"] {
            let gone = format!("DELETE FROM {table} WHERE thread_id IS NULL");
            conn.execute_unprepared(&gone).await?;
        }
        // On SQLite the columns may go on being empty: nothing is then.
        if manager.get_database_backend() == DbBackend::Sqlite {
            return Ok(());
        }
        set(manager, "SET NOT NULL").await
    }
}

async fn set(manager: &SchemaManager<'_>, what: &str) -> Result<(), DbErr> {
    let conn = manager.get_connection();
    for (table, column) in MAY_BE_EMPTY {
        let changed = format!("ALTER TABLE {table} ALTER COLUMN {column} {what}");
        conn.execute_unprepared(&changed).await?;
    }
    Ok(())
}

/// SQLite changes no column: another one takes its place, and its name.
async fn anew(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let conn = manager.get_connection();
    for (table, columns) in INDEXES {
        let dropped = Index::drop()
            .name(format!("ix_{table}_{}", columns.join("_")))
            .table(table)
            .to_owned();
        manager.drop_index(dropped).await?;
    }
    for (table, column) in MAY_BE_EMPTY {
        let empty = match column {
            "post_seq" => number_or_null("may_be_empty"),
            _ => id_or_null("may_be_empty"),
        };
        let added = Table::alter().table(table).add_column(empty).to_owned();
        manager.alter_table(added).await?;
        for step in [
            format!("UPDATE {table} SET may_be_empty = {column}"),
            format!("ALTER TABLE {table} DROP COLUMN {column}"),
            format!("ALTER TABLE {table} RENAME COLUMN may_be_empty TO {column}"),
        ] {
            conn.execute_unprepared(&step).await?;
        }
    }
    for (table, columns) in INDEXES {
        index(manager, table, columns).await?;
    }
    Ok(())
}
