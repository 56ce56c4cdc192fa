//! Posts for the index of search, and what it proposes read back as somebody who asks.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of, packed};
use issues::{Regime, Visibility};
use kernel::{IssueId, PostId, Seq, TenantId, ThreadId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use uuid::Uuid;

use crate::entity::{post, thread};
use crate::model::Post;
use crate::read::readable;
use crate::read_row::PostRow;

/// Where a post stands, without its words; the fields are the columns, in their order.
#[derive(Deserialize)]
struct PlaceRow {
    id: Uuid,
    tenant_id: Uuid,
    thread_id: Uuid,
    seq: i64,
    created_at: i64,
    title: String,
    issue_id: Uuid,
    issue_title: String,
}

/// A post that was not withdrawn, by its place.
pub struct PostPlace {
    pub id: PostId,
    pub tenant: TenantId,
    pub thread: ThreadId,
    pub seq: Seq,
    pub created_at: Timestamp,
    pub title: String,
    pub issue: IssueId,
    pub issue_title: String,
}

/// Of these posts those that this person may read, in one statement: for many hits of which few are shown.
pub async fn places_by_id(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = PostId>,
) -> Result<Vec<PostPlace>, DbFault> {
    let own = ["id", "tenant_id", "thread_id", "seq", "created_at"];
    let select = readable(sql)
        .columns(own.map(|column| ("post", column)))
        .columns(["title", "issue_id"].map(|column| ("thread", column)))
        .expr_as(Expr::col(("issue", "title")), "issue_title")
        .inner_join(
            post::Entity,
            Expr::col(("post", "thread_id")).equals(("thread", "id")),
        )
        .and_where(any_of(("post", "id"), ids.into_iter().map(PostId::uuid)))
        .and_where(Expr::col(("post", "withdrawn_at")).is_null())
        .to_owned();
    let room = ["title", "issue_id", "issue_title"];
    let rows: Vec<PlaceRow> = packed(sql, select, &[&own[..], &room].concat()).await?;
    let place = |row: PlaceRow| PostPlace {
        id: row.id.into(),
        tenant: row.tenant_id.into(),
        thread: row.thread_id.into(),
        seq: row.seq.into(),
        created_at: Timestamp::from_millis(row.created_at),
        title: row.title,
        issue: row.issue_id.into(),
        issue_title: row.issue_title,
    };
    Ok(rows.into_iter().map(place).collect())
}

/// A post with what its room says about who may find it.
pub struct PostToIndex {
    pub post: Post,
    pub issue: IssueId,
    pub thread_title: String,
    pub visibility: Visibility,
    pub regime: Regime,
}

/// Posts whoever asks, for the index of search only: what it finds is read again with [`places_by_id`] before anybody sees it.
pub async fn for_index(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = PostId>,
) -> Result<Vec<PostToIndex>, DbFault> {
    let rows = post::Entity::find()
        .filter(post::Column::Id.is_in(ids.into_iter().map(PostId::uuid)))
        .filter(sql.in_tenants(post::Column::TenantId))
        .into_partial_model::<PostRow>()
        .all(sql.conn())
        .await?;
    let threads: HashMap<Uuid, thread::Model> = thread::Entity::find()
        .filter(thread::Column::Id.is_in(rows.iter().map(|row| row.thread_id)))
        .all(sql.conn())
        .await?
        .into_iter()
        .map(|thread| (thread.id, thread))
        .collect();
    let mut posts = Vec::new();
    for row in rows {
        if let Some(thread) = threads.get(&row.thread_id) {
            posts.push(PostToIndex {
                post: Post::try_from(row)?,
                issue: thread.issue_id.into(),
                thread_title: thread.title.clone(),
                visibility: Visibility::from_name(&thread.visibility)?,
                regime: Regime::from_name(&thread.regime)?,
            });
        }
    }
    Ok(posts)
}

/// The next posts of the tenants in hand, or of one issue, by id, whoever asks: for filling the index of search only.
pub async fn ids_for_index(
    sql: &impl Sql,
    issue: Option<IssueId>,
    after: Option<PostId>,
    most: u64,
) -> Result<Vec<PostId>, DbFault> {
    let mut query = post::Entity::find()
        .select_only()
        .column(post::Column::Id)
        .filter(sql.in_tenants(post::Column::TenantId))
        .filter(post::Column::Id.gt(after.map(PostId::uuid).unwrap_or_default()))
        .order_by_asc(post::Column::Id)
        .limit(most);
    if let Some(issue) = issue {
        let of_issue = Query::select()
            .column(thread::Column::Id)
            .from(thread::Entity)
            .and_where(Expr::col(thread::Column::IssueId).eq(issue.uuid()))
            .to_owned();
        query = query.filter(post::Column::ThreadId.in_subquery(of_issue));
    }
    let ids: Vec<Uuid> = query.into_tuple().all(sql.conn()).await?;
    Ok(ids.into_iter().map(PostId::from).collect())
}
