//! Statements on texts that go when nothing keeps them any more.

use db::{DbFault, Sql, Tx};
use kernel::{IssueId, PersonId};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::late_text::{Column as C, Entity};

/// How many of those who left are looked at in one night.
const SOME: u64 = 200;

/// All that this one wrote in the issue goes later. Noted once.
pub async fn note(tx: &Tx, left: Uuid, issue: IssueId) -> Result<(), DbFault> {
    let line = Query::select()
        .expr(Expr::val(left))
        .column("tenant_id")
        .column("id")
        .from("issue")
        .and_where(Expr::col("id").eq(issue.uuid()))
        .to_owned();
    let mut insert = Query::insert();
    insert
        .into_table(Entity)
        .columns([C::LeftId, C::TenantId, C::IssueId])
        .on_conflict(OnConflict::column(C::LeftId).do_nothing().to_owned());
    insert
        .select_from(line)
        .map_err(|error| DbFault::corrupt(error.to_string()))?;
    tx.conn().execute(&insert).await?;
    Ok(())
}

/// Who left issues that nothing keeps any more.
pub async fn due(sql: &impl Sql) -> Result<Vec<(PersonId, IssueId)>, DbFault> {
    let rows: Vec<(Uuid, Uuid)> = Entity::find()
        .select_only()
        .columns([C::LeftId, C::IssueId])
        .filter(C::IssueId.not_in_subquery(holds::issues_held(sql.now())))
        .order_by_asc(C::LeftId)
        .limit(SOME)
        .into_tuple()
        .all(sql.conn())
        .await?;
    let due = rows.into_iter();
    Ok(due
        .map(|(left, issue)| (left.into(), issue.into()))
        .collect())
}

/// Nothing is left of them.
pub async fn done(tx: &Tx, left: PersonId) -> Result<(), DbFault> {
    Entity::delete_by_id(left.uuid()).exec(tx.conn()).await?;
    Ok(())
}
