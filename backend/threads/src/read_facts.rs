//! What a room is, whoever asks: for whoever moderates in a room that they do not take part in. The caller decides what may
//! be told.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use issues::{Regime, Visibility};
use kernel::{IssueId, PostId, TenantId, ThreadId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::{post, thread};
use crate::{versions_of, voice};

/// A room, without anybody's standing in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomFacts {
    pub id: ThreadId,
    pub tenant: TenantId,
    pub issue: IssueId,
    pub title: String,
    pub visibility: Visibility,
    pub regime: Regime,
}

impl RoomFacts {
    /// What is written down of a moment at which something was said here.
    pub fn moment(&self, now: Timestamp) -> Timestamp {
        voice::moment(self.regime, now)
    }

    /// Only those who take part come in.
    pub fn is_closed(&self) -> bool {
        self.regime != Regime::Open || self.visibility == Visibility::Invited
    }
}

/// The rooms of these threads, of the tenants of this operation.
pub async fn of(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = ThreadId>,
) -> Result<HashMap<ThreadId, RoomFacts>, DbFault> {
    let rows = thread::Entity::find()
        .filter(sql.in_tenants((thread::Entity, thread::Column::TenantId)))
        .filter(any_of(
            (thread::Entity, thread::Column::Id),
            ids.into_iter().map(ThreadId::uuid),
        ))
        .all(sql.conn())
        .await?;
    let fact = |row: thread::Model| {
        let facts = RoomFacts {
            id: row.id.into(),
            tenant: row.tenant_id.into(),
            issue: row.issue_id.into(),
            title: row.title,
            visibility: Visibility::from_name(&row.visibility)?,
            regime: Regime::from_name(&row.regime)?,
        };
        Ok((facts.id, facts))
    };
    rows.into_iter().map(fact).collect()
}

/// What a post says, as it was typed, and what it said at first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub now: String,
    pub first: String,
}

/// What this post says when somebody may be named in it; none where the room names nobody, or when it cannot be read any
/// more.
pub async fn words_in_a_named_room(sql: &impl Sql, post: PostId) -> Result<Option<Said>, DbFault> {
    let found = post::Entity::find_by_id(post.uuid())
        .filter(sql.in_tenants((post::Entity, post::Column::TenantId)))
        .filter(post::Column::WithdrawnAt.is_null())
        .one(sql.conn())
        .await?;
    let Some(row) = found else { return Ok(None) };
    told(sql, row).await
}

/// The same of the first post of a thread.
pub async fn opening_words(sql: &impl Sql, thread: ThreadId) -> Result<Option<Said>, DbFault> {
    let found = post::Entity::find()
        .filter(sql.in_tenants((post::Entity, post::Column::TenantId)))
        .filter(post::Column::ThreadId.eq(thread.uuid()))
        .filter(post::Column::Seq.eq(1_i64))
        .filter(post::Column::WithdrawnAt.is_null())
        .one(sql.conn())
        .await?;
    let Some(row) = found else { return Ok(None) };
    told(sql, row).await
}

async fn told(sql: &impl Sql, row: post::Model) -> Result<Option<Said>, DbFault> {
    // Hardly any post names somebody.
    if !row.body.contains('@') {
        return Ok(None);
    }
    let room = of(sql, [row.thread_id.into()]).await?.into_values().next();
    if !room.is_some_and(|room| room.regime.names_people()) {
        return Ok(None);
    }
    let first = match row.edited_at {
        Some(_) => versions_of(sql, row.id.into()).await?.into_iter().next(),
        None => None,
    };
    let first = first.map_or_else(|| row.body.clone(), |version| version.body);
    let now = row.body;
    Ok(Some(Said { now, first }))
}
