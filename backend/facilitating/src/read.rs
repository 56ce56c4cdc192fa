//! Summaries of a room that the caller may read, and the words that an organisation watches.

use db::{DbFault, Sql};
use kernel::{TenantId, ThreadId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::room_summary::{Column as C, Entity, Model};
use crate::entity::word_rules;
use crate::word_rules::WordRules;

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

/// The number of the newest; 0 where there is none.
pub async fn version_of(sql: &impl Sql, thread: ThreadId) -> Result<i64, DbFault> {
    Ok(summary(sql, thread).await?.map_or(0, |it| it.version))
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

/// As they were written last; at version 0 nobody did.
pub(crate) async fn word_rules(sql: &impl Sql, tenant: TenantId) -> Result<WordRules, DbFault> {
    let row = word_rules::Entity::find_by_id(tenant.uuid())
        .one(sql.conn())
        .await?;
    let Some(row) = row else {
        return Ok(WordRules::default());
    };
    let Ok(rules) = serde_json::from_str(&row.rules) else {
        return Err(DbFault::corrupt(row.rules));
    };
    Ok(WordRules {
        rules,
        version: row.version,
    })
}
