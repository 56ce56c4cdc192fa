//! What was done to rooms, and which room goes on from which.

use sea_orm_migration::prelude::*;

use crate::rls::Wall;
use crate::table::{
    drop_all, id, id_or_null, index, number, number_or_null, refers, text, with_id,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const WALL: Wall = Wall::around("room_act");

/// Where nobody is an author a moment is an hour. What holds in rooms today is what was done to them last. There is one for each room, so its id is free to be the line's.
const AS_IT_STANDS: &str = "INSERT INTO room_act \
    (id, tenant_id, thread_id, act, slow_seconds, rests_until, closed, looked_at_first, why, at) \
    SELECT p.thread_id, p.tenant_id, p.thread_id, 'paced', p.slow_seconds, p.rests_until, \
    CASE WHEN p.closed_at IS NULL THEN 0 ELSE 1 END, t.looked_at_first, p.why, \
    CASE WHEN t.regime = 'authorless' THEN p.changed_at - p.changed_at % 3600000 ELSE p.changed_at END \
    FROM room_pace p INNER JOIN thread t ON t.id = p.thread_id";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = with_id("room_act")
            .col(id("tenant_id"))
            .col(id("thread_id"))
            .col(text("act"))
            .col(number("slow_seconds"))
            .col(number_or_null("rests_until"))
            .col(number("closed"))
            .col(number("looked_at_first"))
            .col(text("why"))
            .col(number("at"))
            .foreign_key(&mut refers("room_act", "thread_id", "thread"))
            .to_owned();
        manager.create_table(table).await?;
        index(manager, "room_act", &["thread_id", "id"]).await?;
        index(manager, "room_act", &["tenant_id"]).await?;
        for name in ["follows_id", "next_id"] {
            let added = Table::alter()
                .table("thread")
                .add_column(id_or_null(name))
                .to_owned();
            manager.alter_table(added).await?;
        }
        manager
            .get_connection()
            .execute_unprepared(AS_IT_STANDS)
            .await?;
        WALL.put_up(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        WALL.take_down(manager).await?;
        for name in ["next_id", "follows_id"] {
            let without = Table::alter().table("thread").drop_column(name).to_owned();
            manager.alter_table(without).await?;
        }
        drop_all(manager, &[WALL.table]).await
    }
}
