//! Forgetting what is of no use any more to the person it is about.

use db::{DbFault, Sql, Tx};
use issues::Visibility;
use kernel::Timestamp;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::{thread, thread_read};

/// What somebody read in a room behind an invitation, when that person holds no role there any more.
pub async fn forget_reading(tx: &Tx, before: Timestamp) -> Result<(), DbFault> {
    let of_this_thread = |column| {
        Expr::col((thread_read::Entity, column)).equals((thread::Entity, thread::Column::Id))
    };
    let grant = |column| Expr::col(("role_grant", column));
    let role = Query::select()
        .expr(Expr::val(1_i64))
        .from("role_grant")
        .and_where(grant("container_id").equals((thread::Entity, thread::Column::IssueId)))
        .and_where(grant("person_id").equals((thread_read::Entity, thread_read::Column::PersonId)))
        .cond_where(
            Condition::any()
                .add(grant("ends_at").is_null())
                .add(grant("ends_at").gt(before.millis())),
        )
        .to_owned();
    let left = Query::select()
        .expr(Expr::val(1_i64))
        .from(thread::Entity)
        .and_where(of_this_thread(thread_read::Column::ThreadId))
        .and_where(
            Expr::col((thread::Entity, thread::Column::Visibility))
                .eq(Visibility::Invited.as_str()),
        )
        .and_where(Expr::exists(role).not())
        .to_owned();
    thread_read::Entity::delete_many()
        .filter(thread_read::Column::UpdatedAt.lt(before.millis()))
        .filter(Expr::exists(left))
        .exec(tx.conn())
        .await?;
    Ok(())
}
