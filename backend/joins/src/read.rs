//! Who asked whom, and who is together: for the two organisations. A suspended one counts as gone.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use kernel::{IssueId, JoinId, TenantId, Timestamp};
use platform::tenants::{self, Tenant, TenantState};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::entity::joined_tenant::{Column as C, Entity, Model};
use crate::model::{Join, JoinState, Side};

/// More than this an organisation hardly oversees.
const MOST: u64 = 500;

/// A row with the two that it is about.
#[derive(Clone, Debug)]
pub struct Told {
    pub join: Join,
    pub owner: Tenant,
    pub joiner: Tenant,
}

impl Told {
    pub const fn at(&self, side: Side) -> &Tenant {
        match side {
            Side::Owner => &self.owner,
            Side::Joiner => &self.joiner,
        }
    }
}

/// Of one of the tenants of this operation.
fn ours(sql: &impl Sql) -> Condition {
    Condition::any()
        .add(sql.in_tenants((Entity, C::TenantId)))
        .add(sql.in_tenants((Entity, C::JoinedTenantId)))
}

pub(crate) async fn find(sql: &impl Sql, id: JoinId) -> Result<Option<Join>, DbFault> {
    let row = Entity::find_by_id(id.uuid())
        .filter(ours(sql))
        .one(sql.conn())
        .await?;
    row.map(Join::try_from).transpose()
}

pub(crate) async fn of(
    sql: &impl Sql,
    issue: IssueId,
    joiner: TenantId,
) -> Result<Option<Join>, DbFault> {
    let row = Entity::find()
        .filter(ours(sql))
        .filter(C::IssueId.eq(issue.uuid()))
        .filter(C::JoinedTenantId.eq(joiner.uuid()))
        .one(sql.conn())
        .await?;
    row.map(Join::try_from).transpose()
}

/// How many answers an organisation waits for.
pub(crate) async fn open_asks(sql: &impl Sql, tenant: TenantId) -> Result<u64, DbFault> {
    let asked = |side: Side, column: C| {
        Condition::all()
            .add(column.eq(tenant.uuid()))
            .add(C::AskedSide.eq(side.as_str()))
    };
    Ok(Entity::find()
        .filter(C::State.eq(JoinState::Asked.as_str()))
        .filter(
            Condition::any()
                .add(asked(Side::Owner, C::TenantId))
                .add(asked(Side::Joiner, C::JoinedTenantId)),
        )
        .count(sql.conn())
        .await?)
}

/// Everything of the tenants of this operation in these states, what changed last first.
pub(crate) async fn all(sql: &impl Sql, states: &[JoinState]) -> Result<Vec<Told>, DbFault> {
    let rows = Entity::find()
        .filter(ours(sql))
        .filter(C::State.is_in(states.iter().map(|state| state.as_str())))
        .order_by_desc(C::ChangedAt)
        .order_by_desc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    told(sql, rows).await
}

/// These, for who is told of them: each is of one of the tenants of this operation.
pub async fn by_ids(sql: &impl Sql, ids: &[JoinId]) -> Result<HashMap<JoinId, Told>, DbFault> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::find()
        .filter(any_of((Entity, C::Id), ids.iter().map(|id| id.uuid())))
        .filter(ours(sql))
        .all(sql.conn())
        .await?;
    let told = told(sql, rows).await?;
    Ok(told.into_iter().map(|it| (it.join.id, it)).collect())
}

async fn told(sql: &impl Sql, rows: Vec<Model>) -> Result<Vec<Told>, DbFault> {
    let joins = rows.into_iter().map(Join::try_from);
    let joins = joins.collect::<Result<Vec<_>, _>>()?;
    let named: Vec<_> = joins
        .iter()
        .flat_map(|join| [join.owner, join.joiner])
        .collect();
    let tenants: HashMap<TenantId, Tenant> = tenants::by_ids(sql, named)
        .await?
        .into_iter()
        .filter(|tenant| tenant.state == TenantState::Active)
        .map(|tenant| (tenant.id, tenant))
        .collect();
    let with_both = |join: Join| {
        Some(Told {
            owner: tenants.get(&join.owner)?.clone(),
            joiner: tenants.get(&join.joiner)?.clone(),
            join,
        })
    };
    Ok(joins.into_iter().filter_map(with_both).collect())
}

impl TryFrom<Model> for Join {
    type Error = DbFault;

    fn try_from(row: Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            owner: row.tenant_id.into(),
            joiner: row.joined_tenant_id.into(),
            issue: row.issue_id.into(),
            asked_by: Side::from_name(&row.asked_side)?,
            state: JoinState::from_name(&row.state)?,
            title: row.title,
            core_question: row.core_question,
            motivation: row.motivation,
            reason: row.reason,
            ended_by: row.ended_side.as_deref().map(Side::from_name).transpose()?,
            terms: serde_json::from_str(&row.terms)
                .map_err(|error| DbFault::corrupt(error.to_string()))?,
            asked_at: Timestamp::from_millis(row.asked_at),
            changed_at: Timestamp::from_millis(row.changed_at),
            version: row.version,
        })
    }
}
