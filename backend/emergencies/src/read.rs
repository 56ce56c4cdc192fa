//! What was asked and opened. Who may see it, the caller decides.

use std::collections::HashMap;

use db::{DbFault, Sql};
use kernel::{EmergencyId, IssueId, PersonId, TenantId, TenantRole, ThreadId, Timestamp};
use platform::grants::{self, Container};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use crate::entity::{emergency, emergency_reading};
use crate::model::{Emergency, EmergencyState, Masked};

use emergency::Column as C;

/// The newest; who looks for older ones has the log of their issue.
const MOST: u64 = 100;

fn in_tenants(sql: &impl Sql) -> Select<emergency::Entity> {
    emergency::Entity::find().filter(sql.in_tenants((emergency::Entity, C::TenantId)))
}

pub(crate) async fn find(sql: &impl Sql, id: EmergencyId) -> Result<Option<Emergency>, DbFault> {
    let row = in_tenants(sql)
        .filter(C::Id.eq(id.uuid()))
        .one(sql.conn())
        .await?;
    row.map(Emergency::try_from).transpose()
}

/// Of all issues of the organisation, or of one.
pub(crate) async fn list(
    sql: &impl Sql,
    issue: Option<IssueId>,
) -> Result<Vec<Emergency>, DbFault> {
    let mut select = in_tenants(sql);
    if let Some(issue) = issue {
        select = select.filter(C::IssueId.eq(issue.uuid()));
    }
    let rows = select
        .order_by_desc(C::AskedAt)
        .order_by_desc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Emergency::try_from).collect()
}

/// Which conversations were read, by access.
pub(crate) async fn readings(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = EmergencyId>,
) -> Result<HashMap<EmergencyId, Vec<(ThreadId, Timestamp)>>, DbFault> {
    let rows = emergency_reading::Entity::find()
        .filter(
            emergency_reading::Column::EmergencyId.is_in(ids.into_iter().map(EmergencyId::uuid)),
        )
        .order_by_asc(emergency_reading::Column::ReadAt)
        .all(sql.conn())
        .await?;
    let mut found: HashMap<EmergencyId, Vec<_>> = HashMap::new();
    for row in rows {
        let read = (
            ThreadId::from(row.thread_id),
            Timestamp::from_millis(row.read_at),
        );
        found.entry(row.emergency_id.into()).or_default().push(read);
    }
    Ok(found)
}

/// What somebody is in the organisation now.
pub(crate) async fn role_of(
    sql: &impl Sql,
    person: PersonId,
    tenant: TenantId,
) -> Result<Option<TenantRole>, DbFault> {
    let role = grants::role_of(sql, person, Container::Tenant(tenant)).await?;
    Ok(role.as_deref().and_then(TenantRole::from_name))
}

/// Everybody with a task in the organisation, and what it is.
pub(crate) async fn team(
    sql: &impl Sql,
    tenant: TenantId,
) -> Result<Vec<(PersonId, TenantRole)>, DbFault> {
    let held = grants::holders(sql, Container::Tenant(tenant)).await?;
    let known = |(person, role): (PersonId, String)| Some((person, TenantRole::from_name(&role)?));
    Ok(held.into_iter().filter_map(known).collect())
}

/// Whom it concerns, besides those who take part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concerned {
    pub asker: Option<PersonId>,
    /// Who can agree.
    pub deciders: Vec<PersonId>,
}

pub async fn concerned(sql: &impl Sql, id: EmergencyId) -> Result<Concerned, DbFault> {
    let Some(found) = find(sql, id).await? else {
        return Ok(Concerned::default());
    };
    let team = team(sql, found.tenant).await?;
    let owner = |role: TenantRole| role == TenantRole::Owner;
    let asks = |(person, role): &(PersonId, TenantRole)| *person == found.asker && owner(*role);
    let asker_owns = team.iter().any(asks);
    let can = |role: TenantRole| owner(role) || (asker_owns && role.convenes());
    let deciders = team
        .into_iter()
        .filter(|(person, role)| *person != found.asker && can(*role))
        .map(|(person, _)| person);
    Ok(Concerned {
        asker: Some(found.asker),
        deciders: deciders.collect(),
    })
}

impl TryFrom<emergency::Model> for Emergency {
    type Error = DbFault;

    fn try_from(row: emergency::Model) -> Result<Self, DbFault> {
        let id = row.alias;
        Ok(Self {
            id: row.id.into(),
            tenant: row.tenant_id.into(),
            issue: row.issue_id.into(),
            alias: row.alias_name.map(|name| Masked { id, name }),
            asker: row.asker_id.into(),
            reason: row.reason,
            hours: row.hours,
            written: EmergencyState::from_name(&row.state)?,
            asked_at: Timestamp::from_millis(row.asked_at),
            decided_by: row.decided_by_id.map(PersonId::from),
            decided_at: row.decided_at.map(Timestamp::from_millis),
            ends_at: row.ends_at.map(Timestamp::from_millis),
        })
    }
}
