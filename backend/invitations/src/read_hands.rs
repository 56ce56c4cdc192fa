//! Reading raised hands: one's own, those of an issue, and those that wait too long.

use db::{DbFault, Sql, any_of};
use kernel::{HallLinkId, HandId, IssueId, PersonId, TenantId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, Order};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::raised_hand::{Column as C, Entity, Model};
use crate::hand::{HandState, RaisedHand};

/// More than anybody answers one by one.
const MOST: u64 = 200;

/// Within the tenants of the operation.
pub async fn find(sql: &impl Sql, id: HandId) -> Result<Option<RaisedHand>, DbFault> {
    let row = Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants(C::TenantId))
        .one(sql.conn())
        .await?;
    row.map(RaisedHand::try_from).transpose()
}

pub(crate) async fn of_person(
    sql: &impl Sql,
    issue: IssueId,
    person: PersonId,
) -> Result<Option<RaisedHand>, DbFault> {
    let row = Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::PersonId.eq(person.uuid()))
        .one(sql.conn())
        .await?;
    row.map(RaisedHand::try_from).transpose()
}

/// Those who wait first, and of these who waits longest.
pub(crate) async fn of_issue(sql: &impl Sql, issue: IssueId) -> Result<Vec<RaisedHand>, DbFault> {
    let rows = Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::IssueId.eq(issue.uuid()))
        .order_by(Expr::col(C::State).is_in(HandState::WAITING), Order::Desc)
        .order_by_asc(C::CreatedAt)
        .order_by_asc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    all(rows)
}

/// In which of these issues hands wait: how many, and by when the first is to be answered.
pub(crate) async fn waiting_in(
    sql: &impl Sql,
    issues: impl IntoIterator<Item = IssueId>,
) -> Result<Vec<(IssueId, i64, Timestamp)>, DbFault> {
    let rows: Vec<(Uuid, i64, i64)> = Entity::find()
        .select_only()
        .column(C::IssueId)
        .column_as(C::Id.count(), "hands")
        .column_as(C::AnswerBy.min(), "answer_by")
        .filter(sql.in_tenants(C::TenantId))
        .filter(any_of(C::IssueId, issues.into_iter().map(IssueId::uuid)))
        .filter(C::State.is_in(HandState::WAITING))
        .group_by(C::IssueId)
        .into_tuple()
        .all(sql.conn())
        .await?;
    let row = |(issue, hands, answer_by): (Uuid, i64, i64)| {
        (issue.into(), hands, Timestamp::from_millis(answer_by))
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Those that were to be answered by now, and of which nobody was reminded.
pub(crate) async fn late(sql: &impl Sql) -> Result<Vec<RaisedHand>, DbFault> {
    let rows = Entity::find()
        .filter(C::State.is_in(HandState::WAITING))
        .filter(C::RemindedAt.is_null())
        .filter(C::AnswerBy.lt(sql.now().millis()))
        .order_by_asc(C::AnswerBy)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    all(rows)
}

fn all(rows: Vec<Model>) -> Result<Vec<RaisedHand>, DbFault> {
    rows.into_iter().map(RaisedHand::try_from).collect()
}

impl TryFrom<Model> for RaisedHand {
    type Error = DbFault;

    fn try_from(row: Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            tenant: TenantId::from(row.tenant_id),
            issue: row.issue_id.into(),
            person: row.person_id.into(),
            motivation: row.motivation,
            state: HandState::from_name(&row.state).ok_or_else(|| DbFault::corrupt(row.state))?,
            reason: row.reason,
            objection: row.objection,
            answer_by: Timestamp::from_millis(row.answer_by),
            answered_at: row.answered_at.map(Timestamp::from_millis),
            answered_by: row.answered_by.map(PersonId::from),
            created_at: Timestamp::from_millis(row.created_at),
            version: row.version,
            hall: row.hall_link_id.map(HallLinkId::from),
            nominated_by: row.nominated_by.map(PersonId::from),
            nomination: row.nomination,
        })
    }
}
