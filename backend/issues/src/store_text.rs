//! Statements that replace the text of an issue, whatever it was, also where an organisation that was asked to join reads it.

use db::{DbFault, Sql, Tx, next_version};
use kernel::IssueId;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::entity::issue;
use crate::retext::IssueWords;

pub(crate) async fn retext(
    tx: &Tx,
    id: IssueId,
    title: &str,
    (words, html): (&IssueWords, &str),
) -> Result<(), DbFault> {
    issue::Entity::update_many()
        .col_expr(issue::Column::Title, Expr::val(title))
        .col_expr(issue::Column::CoreQuestion, Expr::val(&words.core_question))
        .col_expr(issue::Column::WhyNow, Expr::val(&words.why_now))
        .col_expr(issue::Column::WhyOne, Expr::val(&words.why_one))
        .col_expr(issue::Column::Background, Expr::val(&words.background))
        .col_expr(issue::Column::BackgroundHtml, Expr::val(html))
        .col_expr(issue::Column::Version, next_version())
        .filter(issue::Column::Id.eq(id.uuid()))
        .exec(tx.conn())
        .await?;
    let asked = Query::update()
        .table("joined_tenant")
        .value("title", title)
        .value("core_question", &words.core_question)
        .and_where(Expr::col("issue_id").eq(id.uuid()))
        .to_owned();
    tx.conn().execute(&asked).await?;
    Ok(())
}
