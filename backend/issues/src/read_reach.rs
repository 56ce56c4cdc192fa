//! What a report on who takes part is counted from, whoever asks: for the work at night, never for showing.
//!
//! Promise: which perspective somebody chose does not leave this crate; only how many chose it does.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use kernel::{IssueId, PersonId};
use platform::tenants;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{issue, participation, perspective_choice};
use crate::participation::CONSENT_VERSION;
use crate::{Capacity, IssueState, Perspective, read};

/// Who takes part in an issue now: the people, and apart from them in what capacities and with which perspectives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Composition {
    pub people: Vec<PersonId>,
    pub capacities: Vec<(Capacity, i64)>,
    pub perspectives: Vec<(Perspective, i64)>,
}

/// How many people ever came into this issue, those who left included.
pub async fn came_into(sql: &impl Sql, issue: IssueId) -> Result<i64, DbFault> {
    let count = participation::Entity::find()
        .filter(participation::Column::IssueId.eq(issue.uuid()))
        .count(sql.conn())
        .await?;
    Ok(i64::try_from(count).unwrap_or(i64::MAX))
}

/// How many people ever came into each issue, those who left included; only issues with at least so many, in which
/// people take part or took part, of organisations at work.
pub async fn came_in(sql: &impl Sql, least: i64) -> Result<Vec<(IssueId, i64)>, DbFault> {
    let count = || Expr::col(participation::Column::PersonId).count();
    let known = Query::select()
        .column(issue::Column::Id)
        .from(issue::Entity)
        .and_where(issue::Column::State.is_in(IssueState::TAKEN_PART_IN))
        .and_where(tenants::is_active(("issue", "tenant_id")))
        .to_owned();
    let rows: Vec<(Uuid, i64)> = participation::Entity::find()
        .select_only()
        .column(participation::Column::IssueId)
        .column_as(count(), "came_in")
        .filter(participation::Column::IssueId.in_subquery(known))
        .group_by(participation::Column::IssueId)
        .order_by_asc(participation::Column::IssueId)
        .having(count().gte(least))
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|(issue, came_in)| (issue.into(), came_in))
        .collect())
}

pub async fn composition(sql: &impl Sql, issue: IssueId) -> Result<Composition, DbFault> {
    let participants = read::participants_of(sql, issue).await?;
    let of = |capacity| {
        let speaking = participants.iter().filter(|it| it.capacity == capacity);
        i64::try_from(speaking.count()).unwrap_or(i64::MAX)
    };
    let people: Vec<PersonId> = participants.iter().map(|it| it.person).collect();
    let chosen = choices(sql, issue, &people).await?;
    let perspectives = read::perspectives_of(sql, issue).await?;
    let people_of = |it: &Perspective| chosen.get(&it.id.uuid()).copied().unwrap_or(0);
    Ok(Composition {
        capacities: Capacity::ALL.map(|it| (it, of(it))).to_vec(),
        perspectives: perspectives
            .into_iter()
            .map(|it| (it.clone(), people_of(&it)))
            .collect(),
        people,
    })
}

/// How many of these people chose each perspective. Who chose it under earlier words did not agree to being counted.
async fn choices(
    sql: &impl Sql,
    issue: IssueId,
    people: &[PersonId],
) -> Result<HashMap<Uuid, i64>, DbFault> {
    let rows: Vec<(Uuid, i64)> = perspective_choice::Entity::find()
        .select_only()
        .column(perspective_choice::Column::PerspectiveId)
        .column_as(
            Expr::col(perspective_choice::Column::PersonId).count(),
            "people",
        )
        .filter(perspective_choice::Column::IssueId.eq(issue.uuid()))
        .filter(any_of(
            perspective_choice::Column::PersonId,
            people.iter().map(|person| person.uuid()),
        ))
        .filter(perspective_choice::Column::ConsentVersion.eq(CONSENT_VERSION))
        .group_by(perspective_choice::Column::PerspectiveId)
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(rows.into_iter().collect())
}
