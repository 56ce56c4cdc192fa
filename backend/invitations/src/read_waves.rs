//! Reading lists of people who are asked some at a time: one's own, and who is still on them.

use std::collections::{HashMap, HashSet};

use db::{DbFault, Sql};
use kernel::{EmailAddress, IssueId, Locale, PersonId, Timestamp, WavePlanId};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{Column as Asked, Entity as Invitations, wave_invitee, wave_plan};
use crate::invite::{Invited, Whom};
use crate::model::InvitationState;
use crate::wave::{PlanEnding, PlanState, Rhythm, WaveInvitee, WavePlan};

/// A person has one that is not over; older ones are forgotten after a month.
const MOST: u64 = 20;

/// Whatever the tenant: the caller is a worker, or asks within one.
pub async fn find(sql: &impl Sql, id: WavePlanId) -> Result<Option<WavePlan>, DbFault> {
    let row = wave_plan::Entity::find_by_id(id.uuid())
        .one(sql.conn())
        .await?;
    row.map(WavePlan::try_from).transpose()
}

/// What this person made for this issue, the newest first.
pub(crate) async fn of_inviter(
    sql: &impl Sql,
    inviter: PersonId,
    issue: IssueId,
) -> Result<Vec<WavePlan>, DbFault> {
    use wave_plan::Column as C;
    let rows = wave_plan::Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::InviterId.eq(inviter.uuid()))
        .order_by_desc(C::CreatedAt)
        .order_by_desc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(WavePlan::try_from).collect()
}

/// Who was not asked, in order: those who still may be, and those who could not be.
pub(crate) async fn invitees_of(
    sql: &impl Sql,
    plans: &[WavePlanId],
) -> Result<Vec<WaveInvitee>, DbFault> {
    use wave_invitee::Column as C;
    let rows = wave_invitee::Entity::find()
        .filter(C::PlanId.is_in(plans.iter().map(|plan| plan.uuid())))
        .order_by_asc(C::Place)
        .order_by_asc(C::Id)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(WaveInvitee::try_from).collect()
}

/// Those whom this person is going to ask for this issue.
pub(crate) async fn waiting_for_turn(
    sql: &impl Sql,
    inviter: PersonId,
    issue: IssueId,
) -> Result<HashSet<PersonId>, DbFault> {
    use wave_invitee::Column as C;
    let own = Query::select()
        .column(wave_plan::Column::Id)
        .from(wave_plan::Entity)
        .and_where(sql.in_tenants(wave_plan::Column::TenantId))
        .and_where(wave_plan::Column::IssueId.eq(issue.uuid()))
        .and_where(wave_plan::Column::InviterId.eq(inviter.uuid()))
        .to_owned();
    let people: Vec<Option<Uuid>> = wave_invitee::Entity::find()
        .select_only()
        .column(C::PersonId)
        .filter(C::PlanId.in_subquery(own))
        .filter(C::PersonId.is_not_null())
        .filter(C::Skipped.is_null())
        .into_tuple()
        .all(sql.conn())
        .await?;
    Ok(people.into_iter().flatten().map(PersonId::from).collect())
}

/// How many were asked from a list, and how many of them said yes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Answers {
    pub asked: i64,
    pub accepted: i64,
}

/// In one statement for all of them: an invitation from a list has the list as its batch.
pub(crate) async fn answers_to(
    sql: &impl Sql,
    plans: &[WavePlanId],
) -> Result<HashMap<WavePlanId, Answers>, DbFault> {
    let rows: Vec<(Uuid, String, i64)> = Invitations::find()
        .select_only()
        .column(Asked::BatchId)
        .column(Asked::State)
        .column_as(Expr::col(Asked::Id).count(), "times")
        .filter(sql.in_tenants(Asked::TenantId))
        .filter(Asked::BatchId.is_in(plans.iter().map(|plan| plan.uuid())))
        .group_by(Asked::BatchId)
        .group_by(Asked::State)
        .into_tuple()
        .all(sql.conn())
        .await?;
    let mut answers: HashMap<WavePlanId, Answers> = HashMap::new();
    for (plan, state, times) in rows {
        let of = answers.entry(plan.into()).or_default();
        of.asked += times;
        if state == InvitationState::Accepted.as_str() {
            of.accepted += times;
        }
    }
    Ok(answers)
}

impl TryFrom<wave_plan::Model> for WavePlan {
    type Error = DbFault;

    fn try_from(row: wave_plan::Model) -> Result<Self, DbFault> {
        let ending = |raw: String| PlanEnding::from_name(&raw).ok_or_else(|| DbFault::corrupt(raw));
        Ok(Self {
            id: row.id.into(),
            tenant: row.tenant_id.into(),
            issue: row.issue_id.into(),
            inviter: row.inviter_id.into(),
            rhythm: Rhythm {
                size: row.size,
                wait_days: row.wait_days,
                enough: row.enough,
                locale: Locale::from_tag(&row.locale).unwrap_or_default(),
            },
            state: PlanState::from_name(&row.state).ok_or_else(|| DbFault::corrupt(row.state))?,
            ending: row.ending.map(ending).transpose()?,
            waves: row.waves,
            next_at: row.next_at.map(Timestamp::from_millis),
            ended_at: row.ended_at.map(Timestamp::from_millis),
            created_at: Timestamp::from_millis(row.created_at),
            version: row.version,
        })
    }
}

impl TryFrom<wave_invitee::Model> for WaveInvitee {
    type Error = DbFault;

    fn try_from(row: wave_invitee::Model) -> Result<Self, DbFault> {
        let whom = match (row.person_id, row.address) {
            (Some(person), _) => Whom::of(person.into(), row.text),
            (None, Some(address)) => {
                let address = EmailAddress::parse(&address).ok();
                Whom::at(
                    address.ok_or_else(|| DbFault::corrupt("an address"))?,
                    row.text,
                )
            }
            (None, None) => return Err(DbFault::corrupt("nobody")),
        };
        let skipped = |raw: String| Invited::from_name(&raw).ok_or_else(|| DbFault::corrupt(raw));
        Ok(Self {
            id: row.id.into(),
            plan: row.plan_id.into(),
            whom,
            skipped: row.skipped.map(skipped).transpose()?,
        })
    }
}
