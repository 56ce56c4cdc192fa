//! The statement that says in conversations on which of their posts the outcome rests.

use db::{DbFault, Sql, Tx};
use kernel::{IssueId, PostId};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query, UpdateStatement};
use uuid::Uuid;

/// The published outcome of this issue rests on these of its posts, and on no others. The caller has checked who publishes.
pub(crate) async fn cite(tx: &Tx, issue: IssueId, posts: &[PostId]) -> Result<(), DbFault> {
    let ids: Vec<Uuid> = posts.iter().map(|post| post.uuid()).collect();
    let cited = || Expr::col(("post", "cited_at"));
    let id = || Expr::col(("post", "id"));
    let none = of_issue(issue)
        .value("cited_at", Expr::val(None::<i64>))
        .and_where(cited().is_not_null())
        .and_where(id().is_not_in(ids.iter().copied()))
        .to_owned();
    tx.conn().execute(&none).await?;
    let these = of_issue(issue)
        .value("cited_at", Expr::val(tx.now().millis()))
        .and_where(cited().is_null())
        .and_where(id().is_in(ids))
        .to_owned();
    tx.conn().execute(&these).await?;
    Ok(())
}

fn of_issue(issue: IssueId) -> UpdateStatement {
    let threads = Query::select()
        .column("id")
        .from("thread")
        .and_where(Expr::col("issue_id").eq(issue.uuid()))
        .to_owned();
    Query::update()
        .table("post")
        .and_where(Expr::col(("post", "thread_id")).in_subquery(threads))
        .to_owned()
}
