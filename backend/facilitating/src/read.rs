//! Summaries of a room that the caller may read.

use db::{DbFault, Sql};
use kernel::{ThreadId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::room_summary::{Column as C, Entity, Model};

/// More versions than this nobody compares.
const MOST: u64 = 100;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Summary {
    pub version: i64,
    pub body: String,
    pub html: String,
    pub written_at: Timestamp,
}

/// The newest.
pub(crate) async fn summary(sql: &impl Sql, thread: ThreadId) -> Result<Option<Summary>, DbFault> {
    Ok(newest(sql, thread, 1).await?.pop())
}

/// All of them, the newest first.
pub(crate) async fn versions(sql: &impl Sql, thread: ThreadId) -> Result<Vec<Summary>, DbFault> {
    newest(sql, thread, MOST).await
}

async fn newest(sql: &impl Sql, thread: ThreadId, most: u64) -> Result<Vec<Summary>, DbFault> {
    let rows = Entity::find()
        .filter(C::ThreadId.eq(thread.uuid()))
        .order_by_desc(C::Version)
        .limit(most)
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().map(Summary::from).collect())
}

impl From<Model> for Summary {
    fn from(row: Model) -> Self {
        Self {
            version: row.version,
            body: row.body,
            html: row.html,
            written_at: Timestamp::from_millis(row.written_at),
        }
    }
}
