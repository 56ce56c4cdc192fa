//! What an issue is to the asker, as columns of the statement that reads it.

use db::Sql;
use kernel::PersonId;
use platform::grants;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use crate::entity::{issue, participation};

/// The asker's own role, as a column of the same statement.
pub(crate) fn own_role(sql: &impl Sql) -> Expr {
    let person = sql.person().map(PersonId::uuid).unwrap_or_default();
    let role = Query::select()
        .column(("role_grant", "role"))
        .from("role_grant")
        .and_where(
            Expr::col(("role_grant", "container_id")).equals((issue::Entity, issue::Column::Id)),
        )
        .and_where(Expr::col(("role_grant", "person_id")).eq(person))
        .cond_where(grants::running("role_grant", sql.now()))
        .to_owned();
    Expr::SubQuery(None, Box::new(role.into()))
}

/// How far the asker's own taking part has come, as a column of the same statement.
pub(crate) fn own_part(sql: &impl Sql) -> Expr {
    let person = sql.person().map(PersonId::uuid).unwrap_or_default();
    let state = Query::select()
        .column((participation::Entity, participation::Column::State))
        .from(participation::Entity)
        .and_where(
            Expr::col((participation::Entity, participation::Column::IssueId))
                .equals((issue::Entity, issue::Column::Id)),
        )
        .and_where(Expr::col((participation::Entity, participation::Column::PersonId)).eq(person))
        .to_owned();
    Expr::SubQuery(None, Box::new(state.into()))
}
