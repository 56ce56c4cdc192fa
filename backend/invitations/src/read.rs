//! Reading invitations: one by its token, one's own, and counts of how often somebody was asked.

use std::collections::HashMap;

use db::{DbFault, Sql};
use kernel::{InvitationId, IssueId, IssueRole, Locale, PersonId, TenantId, TenantRole, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{Column as C, Entity, Model};
use crate::model::{DeliveryState, Invitation, InvitationState, Target};
use crate::store::since;

/// An invitation, whatever the tenant: the caller holds its token, or is a worker.
pub async fn find(sql: &impl Sql, id: InvitationId) -> Result<Option<Invitation>, DbFault> {
    let row = Entity::find_by_id(id.uuid()).one(sql.conn()).await?;
    row.map(Invitation::try_from).transpose()
}

/// What this person sent for this issue, or to colleagues when there is none; newest first.
pub(crate) async fn sent_by(
    sql: &impl Sql,
    inviter: PersonId,
    issue: Option<IssueId>,
) -> Result<Vec<Invitation>, DbFault> {
    let target = match issue {
        Some(issue) => C::IssueId.eq(issue.uuid()),
        None => C::IssueId.is_null(),
    };
    let rows = Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(target)
        .filter(C::InvitedBy.eq(inviter.uuid()))
        .order_by_desc(C::CreatedAt)
        .order_by_desc(C::Id)
        .limit(500)
        .all(sql.conn())
        .await?;
    all(rows)
}

/// The invitations that one request made.
pub(crate) async fn of_batch(sql: &impl Sql, batch: Uuid) -> Result<Vec<Invitation>, DbFault> {
    let rows = Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::BatchId.eq(batch))
        .all(sql.conn())
        .await?;
    all(rows)
}

/// Everybody who was asked for this issue and whose invitation was not taken back: for not asking them again.
pub(crate) async fn asked_for(sql: &impl Sql, issue: IssueId) -> Result<Vec<Invitation>, DbFault> {
    let rows = Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::State.ne(InvitationState::Revoked.as_str()))
        .all(sql.conn())
        .await?;
    all(rows)
}

/// Asks this person, by name or at an address that they proved.
fn theirs(person: PersonId, proven: &[String]) -> Condition {
    Condition::any()
        .add(C::PersonId.eq(person.uuid()))
        .add(C::Address.is_in(proven.iter().cloned()))
}

/// The invitations that wait for this person's answer, newest first.
pub(crate) async fn waiting_for(
    sql: &impl Sql,
    person: PersonId,
    proven: &[String],
) -> Result<Vec<Invitation>, DbFault> {
    let rows = Entity::find()
        .filter(theirs(person, proven))
        .filter(C::State.is_in(InvitationState::OPEN))
        .filter(C::ExpiresAt.gt(sql.now().millis()))
        .order_by_desc(C::CreatedAt)
        .limit(50)
        .all(sql.conn())
        .await?;
    all(rows)
}

/// Whether an invitation for this issue waits for this person's answer.
pub(crate) async fn waits_for(
    sql: &impl Sql,
    issue: IssueId,
    person: PersonId,
    proven: &[String],
) -> Result<bool, DbFault> {
    let open = Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(theirs(person, proven))
        .filter(C::State.is_in(InvitationState::OPEN))
        .filter(C::ExpiresAt.gt(sql.now().millis()))
        .one(sql.conn())
        .await?;
    Ok(open.is_some())
}

/// Whether an invitation of this person for this issue was taken back.
pub(crate) async fn was_revoked(
    sql: &impl Sql,
    issue: IssueId,
    person: PersonId,
    proven: &[String],
) -> Result<bool, DbFault> {
    let revoked = Entity::find()
        .filter(sql.in_tenants(C::TenantId))
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(theirs(person, proven))
        .filter(C::State.eq(InvitationState::Revoked.as_str()))
        .one(sql.conn())
        .await?;
    Ok(revoked.is_some())
}

/// How often somebody was asked in these days, anywhere; the caller holds the person as a key.
pub async fn times_asked(sql: &impl Sql, person: PersonId, days: u64) -> Result<i64, DbFault> {
    let times = asked_since(sql, &[person], days, true).await?;
    Ok(times.get(&person).copied().unwrap_or(0))
}

/// How often each of these people was asked in the last so many days: by the tenants of this operation, or by anybody.
pub(crate) async fn asked_since(
    sql: &impl Sql,
    people: &[PersonId],
    days: u64,
    anywhere: bool,
) -> Result<HashMap<PersonId, i64>, DbFault> {
    let mut query = Entity::find()
        .select_only()
        .column(C::PersonId)
        .column_as(Expr::col(C::Id).count(), "times")
        .filter(C::PersonId.is_in(people.iter().map(|person| person.uuid())))
        .filter(C::CreatedAt.gt(since(sql.now(), days)))
        .group_by(C::PersonId);
    if !anywhere {
        query = query.filter(sql.in_tenants(C::TenantId));
    }
    let rows: Vec<(Uuid, i64)> = query.into_tuple().all(sql.conn()).await?;
    Ok(rows
        .into_iter()
        .map(|(person, times)| (person.into(), times))
        .collect())
}

fn all(rows: Vec<Model>) -> Result<Vec<Invitation>, DbFault> {
    rows.into_iter().map(Invitation::try_from).collect()
}

impl TryFrom<Model> for Invitation {
    type Error = DbFault;

    fn try_from(row: Model) -> Result<Self, DbFault> {
        let corrupt = || DbFault::corrupt(row.role.clone());
        let target = match row.issue_id {
            Some(issue) => Target::Issue {
                issue: issue.into(),
                role: IssueRole::from_name(&row.role).ok_or_else(corrupt)?,
                until: row.until.map(Timestamp::from_millis),
            },
            None => Target::Tenant {
                role: TenantRole::from_name(&row.role).ok_or_else(corrupt)?,
            },
        };
        Ok(Self {
            id: row.id.into(),
            tenant: TenantId::from(row.tenant_id),
            asks_for: row.asks_for.map(TenantId::from),
            target,
            person: row.person_id.map(PersonId::from),
            address: row.address,
            locale: Locale::from_tag(&row.locale).unwrap_or_default(),
            text: row.text,
            source: row.address_source,
            invited_by: row.invited_by.into(),
            state: InvitationState::from_name(&row.state)
                .ok_or_else(|| DbFault::corrupt(row.state))?,
            reason: row.reason,
            version: row.version,
            reminders: row.reminders,
            expires_at: Timestamp::from_millis(row.expires_at),
            answered_at: row.answered_at.map(Timestamp::from_millis),
            answered_by: row.answered_by.map(PersonId::from),
            delivery: DeliveryState::from_name(&row.delivery)
                .ok_or_else(|| DbFault::corrupt(row.delivery))?,
            created_at: Timestamp::from_millis(row.created_at),
        })
    }
}
