//! What a post said before: its earlier versions, with the files that hung on them.

use db::{DbFault, Sql};
use kernel::{PostId, Timestamp};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde::Serialize;

use crate::entity::{post, post_version};
use crate::model::Post;
use crate::{PostFile, post_files};

/// An older text of a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PostVersion {
    pub version: i64,
    #[serde(skip)]
    pub body: String,
    pub html: String,
    pub written_at: Timestamp,
    /// What hung on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<PostFile>,
}

impl TryFrom<post_version::Model> for PostVersion {
    type Error = DbFault;

    fn try_from(row: post_version::Model) -> Result<Self, DbFault> {
        Ok(Self {
            version: row.version,
            body: row.body,
            html: row.html,
            files: post_files::read(row.files.as_deref())?,
            written_at: Timestamp::from_millis(row.written_at),
        })
    }
}

/// The older texts of a post, oldest first; none of what its author took back, also while a legal hold keeps them.
pub async fn versions_of(sql: &impl Sql, post: PostId) -> Result<Vec<PostVersion>, DbFault> {
    let taken_back = Query::select()
        .column(post::Column::Id)
        .from(post::Entity)
        .and_where(post::Column::Id.eq(post.uuid()))
        .and_where(post::Column::WithdrawnAt.is_not_null())
        .and_where(post::Column::Held.is_null())
        .to_owned();
    let rows = post_version::Entity::find()
        .filter(post_version::Column::PostId.eq(post.uuid()))
        .filter(post_version::Column::PostId.not_in_subquery(taken_back))
        .order_by_asc(post_version::Column::Version)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(PostVersion::try_from).collect()
}

/// Whether it still says what it said in this version; none when what it said then is not known.
pub(crate) async fn still_says(
    sql: &impl Sql,
    post: &Post,
    version: i64,
) -> Result<Option<bool>, DbFault> {
    if post.version == version {
        return Ok(Some(true));
    }
    let since = post_version::Entity::find()
        .filter(post_version::Column::PostId.eq(post.id.uuid()))
        .filter(post_version::Column::Version.gte(version))
        .count(sql.conn())
        .await?;
    Ok((version > 0 && since > 0).then_some(false))
}

/// What a post said as of a version, and what it said before that; none when its words are gone.
pub async fn words_as_of(
    sql: &impl Sql,
    post: PostId,
    version: i64,
) -> Result<Option<(String, Vec<String>)>, DbFault> {
    let found = post::Entity::find_by_id(post.uuid())
        .filter(sql.in_tenants((post::Entity, post::Column::TenantId)))
        .filter(post::Column::WithdrawnAt.is_null())
        .one(sql.conn())
        .await?;
    let Some(row) = found else { return Ok(None) };
    let versions = versions_of(sql, post).await?;
    let (before, since): (Vec<_>, Vec<_>) =
        versions.into_iter().partition(|it| it.version < version);
    let then = since.into_iter().next().map_or(row.body, |it| it.body);
    Ok(Some((then, before.into_iter().map(|it| it.body).collect())))
}
