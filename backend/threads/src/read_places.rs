//! Where posts are, beside the thread in hand.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use kernel::{PostId, Seq, TenantId, ThreadId};
use platform::tenants;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{post, thread};

/// What threads are called, whoever asks: the caller knows that the asker may read them.
pub(crate) async fn titles(
    sql: &impl Sql,
    threads: Vec<ThreadId>,
) -> Result<HashMap<ThreadId, String>, DbFault> {
    let rows: Vec<(Uuid, String)> = thread::Entity::find()
        .select_only()
        .columns([thread::Column::Id, thread::Column::Title])
        .filter(any_of(
            (thread::Entity, thread::Column::Id),
            threads.into_iter().map(ThreadId::uuid),
        ))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, title)| (id.into(), title))
        .collect())
}

/// The next posts of a thread by number, whoever asks: for the index of search, when posts came into it.
pub async fn ids_of_thread(
    sql: &impl Sql,
    thread: ThreadId,
    after: Seq,
    most: u64,
) -> Result<Vec<(PostId, Seq)>, DbFault> {
    let rows: Vec<(Uuid, i64)> = post::Entity::find()
        .select_only()
        .columns([post::Column::Id, post::Column::Seq])
        .filter(post::Column::ThreadId.eq(thread.uuid()))
        .filter(post::Column::Seq.gt(after.get()))
        .order_by_asc(post::Column::Seq)
        .limit(most)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, seq)| (id.into(), seq.into()))
        .collect())
}

/// The tenant that a thread belongs to, whoever asks: it widens the set that its reader may touch, and decides nothing.
pub async fn tenant_of_thread(
    sql: &impl Sql,
    thread: ThreadId,
) -> Result<Option<TenantId>, DbFault> {
    let tenant: Option<Uuid> = thread::Entity::find_by_id(thread.uuid())
        .select_only()
        .column(thread::Column::TenantId)
        .filter(tenants::is_active(("thread", "tenant_id")))
        .into_tuple()
        .one(sql.conn())
        .await?;
    Ok(tenant.map(TenantId::from))
}
