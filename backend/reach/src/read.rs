//! Reading what may be told of who takes part.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use kernel::{IssueId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::entity::{Column as C, Entity};
use crate::report::Report;

/// The report that is shown; the caller has checked that the asker may read it.
pub(crate) async fn of_issue(sql: &impl Sql, issue: IssueId) -> Result<Option<Report>, DbFault> {
    let row = Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::IssueId.eq(issue.uuid()))
        .one(sql.conn())
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let reach = serde_json::from_str(&row.told);
    Ok(Some(Report {
        taken_at: Timestamp::from_millis(row.taken_at),
        reach: reach.map_err(|fault| DbFault::corrupt(fault.to_string()))?,
    }))
}

/// How many had come in when the shown report of each of these issues was made.
pub(crate) async fn shown_after(
    sql: &impl Sql,
    issues: impl IntoIterator<Item = IssueId>,
) -> Result<HashMap<IssueId, i64>, DbFault> {
    let rows: Vec<(Uuid, i64)> = Entity::find()
        .select_only()
        .columns([C::IssueId, C::CameIn])
        .filter(any_of(C::IssueId, issues.into_iter().map(IssueId::uuid)))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(issue, came_in)| (issue.into(), came_in))
        .collect())
}
