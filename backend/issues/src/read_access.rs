//! The count of changes in who may come in: never shown, only compared.

use db::{DbFault, Sql};
use kernel::IssueId;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use crate::entity::issue;

/// Counts every change of who may come in, at the issue and at its tenant; none when it is gone.
pub async fn version(sql: &impl Sql, issue: IssueId) -> Result<Option<i64>, DbFault> {
    let select = Query::select()
        .expr_as(count(), "access")
        .from(issue::Entity)
        .inner_join(
            "tenant",
            Expr::col(("tenant", "id")).equals((issue::Entity, issue::Column::TenantId)),
        )
        .and_where(Expr::col((issue::Entity, issue::Column::Id)).eq(issue.uuid()))
        .to_owned();
    let row = sql.conn().query_one(&select).await?;
    Ok(row.map(|row| row.try_get("", "access")).transpose()?)
}

/// The same count, for a query that joins `issue` with its `tenant`.
pub fn count() -> Expr {
    Expr::col(("issue", "access_version")).add(Expr::col(("tenant", "access_version")))
}
