//! Forgetting what is of no use any more to the person it is about.

use db::{DbFault, Sql, Tx};
use issues::Visibility;
use kernel::Timestamp;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};

/// What somebody read in a room behind an invitation, when that person holds no role there any more.
pub async fn forget_reading(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    let read = |column: &'static str| Expr::col(("thread_read", column));
    let grant = |column: &'static str| Expr::col(("role_grant", column));
    let role = Query::select()
        .expr(Expr::val(1_i64))
        .from("role_grant")
        .and_where(grant("container_id").equals(("thread", "issue_id")))
        .and_where(grant("person_id").equals(("thread_read", "person_id")))
        .cond_where(
            Condition::any()
                .add(grant("ends_at").is_null())
                .add(grant("ends_at").gt(before.millis())),
        )
        .to_owned();
    let left = Query::select()
        .expr(Expr::val(1_i64))
        .from("thread")
        .and_where(read("thread_id").equals(("thread", "id")))
        .and_where(Expr::col(("thread", "visibility")).eq(Visibility::Invited.as_str()))
        .and_where(Expr::exists(role).not())
        .to_owned();
    let delete = Query::delete()
        .from_table("thread_read")
        .and_where(read("updated_at").lt(before.millis()))
        .and_where(Expr::exists(left))
        .to_owned();
    tx.conn().execute(&delete).await?;
    Ok(())
}
