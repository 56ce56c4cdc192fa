//! Counting what became of invitations: for the report on who takes part, which tells no number as it is.

use std::collections::HashMap;

use db::{DbFault, Sql};
use kernel::IssueId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::{Column as I, Entity};
use crate::model::InvitationState;

/// How many said what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub accepted: i64,
    pub declined: i64,
    pub unanswered: i64,
}

/// What became of those who were asked for an issue, each address once, by the last word of it.
pub async fn answers(sql: &impl Sql, issue: IssueId) -> Result<Answers, DbFault> {
    let rows: Vec<(String, String)> = Entity::find()
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
