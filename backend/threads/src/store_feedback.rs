//! Statements on what is held on to of a conversation: what is on top, what answers, and what the outcome rests on.

use db::{DbFault, Sql};
use kernel::{Cursor, Page, PageSize, Seq, ThreadId};
use sea_orm::sea_query::Condition;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::post;
use crate::model::Post;
use crate::read_row::PostRow;

/// Such posts of a thread after this number, in order, each with whether the outcome rests on it. The caller has checked
/// that the asker may read them.
pub(crate) async fn feedback(
    sql: &impl Sql,
    thread: ThreadId,
    after: Seq,
    size: PageSize,
) -> Result<Page<(Post, bool)>, DbFault> {
    let rows = post::Entity::find()
        .filter(post::Column::ThreadId.eq(thread.uuid()))
        .filter(post::Column::Seq.gt(after.get()))
        // As the index says it, so that nothing else of a long conversation is looked at.
        .filter(
            Condition::any()
                .add(post::Column::PinnedAt.is_not_null())
                .add(post::Column::AcceptedAt.is_not_null())
                .add(post::Column::CitedAt.is_not_null()),
        )
        .filter(post::Column::WithdrawnAt.is_null())
        .order_by_asc(post::Column::Seq)
        .limit(size.probe())
        .all(sql.conn())
        .await?;
    let told = |row: post::Model| {
        let cited = row.cited_at.is_some();
        Ok((Post::try_from(PostRow::from(row))?, cited))
    };
    let found: Result<Vec<_>, DbFault> = rows.into_iter().map(told).collect();
    let cursor = |(post, _): &(Post, bool)| Cursor::new(post.seq.get().to_string());
    Ok(Page::of(found?, size, cursor))
}
