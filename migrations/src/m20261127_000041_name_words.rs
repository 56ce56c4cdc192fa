//! The words of people's names, found by how they begin: decision 0016. The program fills them, also for names that
//! an older node writes meanwhile.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::table::{bare, drop_all, id, index, number, refers};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut word = ColumnDef::new("word").text().not_null().to_owned();
        if manager.get_database_backend() == DbBackend::Postgres {
            // A beginning is a range of letters as they are numbered, whatever the language of the database.
            word.extra("COLLATE \"C\"");
        }
        let words = bare("name_word")
            .col(word)
            .col(id("person_id"))
            .primary_key(Index::create().col("word").col("person_id"))
            .foreign_key(&mut refers("name_word", "person_id", "person"))
            .to_owned();
        manager.create_table(words).await?;
        index(manager, "name_word", &["person_id"]).await?;
        let named = number("words_version").default(0_i64).to_owned();
        let person = Table::alter().table("person").add_column(named).to_owned();
        manager.alter_table(person).await?;
        let unwritten =
            "CREATE INDEX ix_person_unwritten ON person (id) WHERE words_version <> version";
        let connection = manager.get_connection();
        connection.execute_unprepared(unwritten).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["name_word"]).await?;
        let unwritten = Index::drop()
            .name("ix_person_unwritten")
            .table("person")
            .to_owned();
        manager.drop_index(unwritten).await?;
        let person = Table::alter()
            .table("person")
            .drop_column("words_version")
            .to_owned();
        manager.alter_table(person).await
    }
}
