//! Statements on what is held on to of a conversation: what is on top, what answers, and what the outcome rests on.

use db::{DbFault, Sql, Tx};
use kernel::{Cursor, IssueId, Page, PageSize, PostId, Seq, ThreadId};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{post, thread};
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

/// The published outcome of this issue rests on these of its posts, and on no others. The caller has checked who publishes.
pub async fn cite(tx: &Tx, issue: IssueId, posts: &[PostId]) -> Result<(), DbFault> {
    let ids: Vec<Uuid> = posts.iter().map(|post| post.uuid()).collect();
    let of_issue = || {
        let threads = Query::select()
            .column(thread::Column::Id)
            .from(thread::Entity)
            .and_where(Expr::col(thread::Column::IssueId).eq(issue.uuid()))
            .to_owned();
        post::Column::ThreadId.in_subquery(threads)
    };
    post::Entity::update_many()
        .col_expr(post::Column::CitedAt, Expr::val(None::<i64>))
        .filter(of_issue())
        .filter(post::Column::CitedAt.is_not_null())
        .filter(post::Column::Id.is_not_in(ids.iter().copied()))
        .exec(tx.conn())
        .await?;
    post::Entity::update_many()
        .col_expr(post::Column::CitedAt, Expr::val(tx.now().millis()))
        .filter(of_issue())
        .filter(post::Column::CitedAt.is_null())
        .filter(post::Column::Id.is_in(ids))
        .exec(tx.conn())
        .await?;
    Ok(())
}
