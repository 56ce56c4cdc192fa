//! The row of a post as pages read it.

use db::{DbFault, Sql};
use issues::Capacity;
use kernel::{LanguageTag, PostId, ThreadId, Timestamp};
use sea_orm::{DerivePartialModel, Select};
use uuid::Uuid;

use crate::entity::post;
use crate::hold::Held;
use crate::model::{Post, Translates, ViewKind};
use crate::post_files;

/// A post without its source, which only its author's editor needs: half of what a page would read.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "post::Entity")]
pub(crate) struct PostRow {
    id: Uuid,
    tenant_id: Uuid,
    pub(crate) thread_id: Uuid,
    seq: i64,
    change_seq: i64,
    author_id: Uuid,
    shown_name: String,
    capacity: String,
    organisation: Option<String>,
    html: String,
    quotes_id: Option<Uuid>,
    created_at: i64,
    edited_at: Option<i64>,
    withdrawn_at: Option<i64>,
    held: Option<String>,
    version: i64,
    pinned_at: Option<i64>,
    accepted_at: Option<i64>,
    perspective: Option<String>,
    moved_to_id: Option<Uuid>,
    came_from_id: Option<Uuid>,
    view: Option<String>,
    files: Option<String>,
    translates_id: Option<Uuid>,
    language: Option<String>,
    outdated_at: Option<i64>,
    translated_at: Option<i64>,
}

impl PostRow {
    /// The posts that this finds, in its order.
    pub async fn posts(sql: &impl Sql, found: Select<post::Entity>) -> Result<Vec<Post>, DbFault> {
        let rows = found.into_partial_model::<Self>().all(sql.conn()).await?;
        rows.into_iter().map(Post::try_from).collect()
    }
}

impl From<post::Model> for PostRow {
    fn from(row: post::Model) -> Self {
        Self {
            id: row.id,
            tenant_id: row.tenant_id,
            thread_id: row.thread_id,
            seq: row.seq,
            change_seq: row.change_seq,
            author_id: row.author_id,
            shown_name: row.shown_name,
            capacity: row.capacity,
            organisation: row.organisation,
            html: row.html,
            quotes_id: row.quotes_id,
            created_at: row.created_at,
            edited_at: row.edited_at,
            withdrawn_at: row.withdrawn_at,
            held: row.held,
            version: row.version,
            pinned_at: row.pinned_at,
            accepted_at: row.accepted_at,
            perspective: row.perspective,
            moved_to_id: row.moved_to_id,
            came_from_id: row.came_from_id,
            view: row.view,
            files: row.files,
            translates_id: row.translates_id,
            language: row.language,
            outdated_at: row.outdated_at,
            translated_at: row.translated_at,
        }
    }
}

impl TryFrom<PostRow> for Post {
    type Error = DbFault;

    fn try_from(row: PostRow) -> Result<Self, DbFault> {
        let there = row.withdrawn_at.is_none();
        let view = row.view.as_deref().map(ViewKind::from_name).transpose()?;
        Ok(Self {
            id: row.id.into(),
            thread: row.thread_id.into(),
            tenant: row.tenant_id.into(),
            seq: row.seq.into(),
            change: row.change_seq,
            author: row.author_id.into(),
            shown_name: row.shown_name,
            capacity: Capacity::from_name(&row.capacity)
                .ok_or_else(|| DbFault::corrupt(row.capacity))?,
            organisation: row.organisation,
            html: row.html,
            quotes: row.quotes_id.map(PostId::from),
            created_at: Timestamp::from_millis(row.created_at),
            edited_at: row.edited_at.map(Timestamp::from_millis),
            withdrawn: !there,
            held: row.held.as_deref().map(Held::from_name).transpose()?,
            version: row.version,
            pinned: there && row.pinned_at.is_some(),
            accepted: there && row.accepted_at.is_some(),
            perspective: row.perspective.filter(|_| there),
            moved_to: row.moved_to_id.map(PostId::from),
            came_from: row.came_from_id.map(ThreadId::from),
            view: view.filter(|_| there),
            files: post_files::read(row.files.as_deref())?,
            translates: translated(row.translates_id, row.language)?.map(|(post, language)| {
                Translates {
                    post,
                    language,
                    older: row.outdated_at.is_some(),
                }
            }),
            translated: row.translated_at.is_some(),
        })
    }
}

/// Of which post, into which language.
pub(crate) fn translated(
    post: Option<Uuid>,
    language: Option<String>,
) -> Result<Option<(PostId, LanguageTag)>, DbFault> {
    let Some((post, language)) = post.zip(language) else {
        return Ok(None);
    };
    let tag = LanguageTag::parse(&language).ok_or_else(|| DbFault::corrupt(language))?;
    Ok(Some((post.into(), tag)))
}
