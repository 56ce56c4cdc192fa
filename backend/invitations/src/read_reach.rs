//! Reading what may be told of who takes part, and what it is counted from.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use kernel::{IssueId, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::reach_report::{Column as C, Entity};
use crate::entity::{Column as I, Entity as Invitations};
use crate::model::InvitationState;
use crate::reach::{Answers, Report};

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

/// What became of those who were asked for an issue, each address once, by the last word of it.
pub(crate) async fn answers(sql: &impl Sql, issue: IssueId) -> Result<Answers, DbFault> {
    let rows: Vec<(String, String)> = Invitations::find()
        .select_only()
        .columns([I::Address, I::State])
        .filter(I::IssueId.eq(issue.uuid()))
        .filter(I::State.ne(InvitationState::Revoked.as_str()))
        .order_by_asc(I::CreatedAt)
        .order_by_asc(I::Id)
        .into_tuple()
        .all(sql.conn())
        .await?;
    let last: HashMap<String, String> = rows.into_iter().collect();
    let mut answers = Answers::default();
    for state in last.into_values() {
        let state = InvitationState::from_name(&state).ok_or_else(|| DbFault::corrupt(state))?;
        match state {
            InvitationState::Accepted => answers.accepted += 1,
            InvitationState::Declined => answers.declined += 1,
            InvitationState::Sent | InvitationState::Later | InvitationState::Expired => {
                answers.unanswered += 1;
            }
            InvitationState::Revoked => {}
        }
    }
    Ok(answers)
}
