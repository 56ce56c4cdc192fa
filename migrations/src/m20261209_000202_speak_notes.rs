//! Notes to who takes part and has not spoken.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{drop_all, id, index, number, number_or_null, refers, text, unique, with_id};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("speak_note");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = with_id("speak_note")
            .col(id("tenant_id"))
            .col(id("thread_id"))
            .col(id("person_id"))
            .col(id("invited_by"))
            .col(text("shown_name"))
            .col(text("words"))
            .col(number("sent_at"))
            .col(number("put_away"))
            .col(number_or_null("refused_at"))
            .foreign_key(&mut refers("speak_note", "thread_id", "thread"))
            .to_owned();
        manager.create_table(table).await?;
        unique(manager, "speak_note", &["thread_id", "person_id"]).await?;
        for columns in [
            &["tenant_id"][..],
            &["person_id"],
            &["invited_by"],
            &["sent_at"],
        ] {
            index(manager, "speak_note", columns).await?;
        }
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        drop_all(manager, &[WALL.table]).await
    }
}
