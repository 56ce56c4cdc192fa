//! What is between networks, and what may be told of the other of the two. Networks of a suspended organisation count as
//! gone.

use std::collections::{HashMap, HashSet};

use db::{DbFault, Sql};
use issues::{Issue, IssueKind};
use kernel::{IssueId, TenantId, TieId, Timestamp};
use networks::NetworkKind;
use platform::tenants::{self, Tenant, TenantState};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::entity::network_tie::{Column as C, Entity, Model};
use crate::model::{Merge, Tie, TieSide, TieState};

/// More than this a network hardly oversees.
const MOST: u64 = 200;

/// Of one of the tenants of this operation.
fn ours(sql: &impl Sql) -> Condition {
    Condition::any()
        .add(sql.in_tenants((Entity, C::TenantId)))
        .add(sql.in_tenants((Entity, C::OtherTenantId)))
}

fn of(network: IssueId) -> Condition {
    Condition::any()
        .add(C::NetworkId.eq(network.uuid()))
        .add(C::OtherNetworkId.eq(network.uuid()))
}

pub(crate) async fn find(sql: &impl Sql, id: TieId) -> Result<Option<Tie>, DbFault> {
    let row = Entity::find_by_id(id.uuid())
        .filter(ours(sql))
        .one(sql.conn())
        .await?;
    row.map(Tie::try_from).transpose()
}

/// Everything of a network in these states, what changed last first; the caller has checked who may know.
pub(crate) async fn all_of(
    sql: &impl Sql,
    network: IssueId,
    states: &[TieState],
) -> Result<Vec<Tie>, DbFault> {
    let rows = Entity::find()
        .filter(ours(sql))
        .filter(of(network))
        .filter(C::State.is_in(states.iter().map(|state| state.as_str())))
        .order_by_desc(C::ChangedAt)
        .order_by_desc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Tie::try_from).collect()
}

/// The merge that takes, or took, a network up into another; the caller has checked who may know.
pub(crate) async fn merge_of(sql: &impl Sql, network: IssueId) -> Result<Option<Tie>, DbFault> {
    let ties = all_of(sql, network, &[TieState::Tied]).await?;
    Ok(ties.into_iter().find(|tie| {
        tie.side_of(network)
            .is_some_and(|side| tie.agreed_merge_of(side).is_some())
    }))
}

/// How often a network asked another since `moment`.
pub(crate) async fn asked_since(
    sql: &impl Sql,
    network: IssueId,
    moment: Timestamp,
) -> Result<u64, DbFault> {
    Ok(Entity::find()
        .filter(C::NetworkId.eq(network.uuid()))
        .filter(C::AskedAt.gte(moment.millis()))
        .count(sql.conn())
        .await?)
}

/// A network, as far as it may be told of.
#[derive(Clone, Debug)]
pub struct Named {
    pub room: Issue,
    pub kind: NetworkKind,
    pub owner: Tenant,
    /// Whether the asker may read it.
    pub readable: bool,
}

/// These networks, whoever asks: the caller tells of each what may be told. `sql` reaches into the tenants of all.
pub(crate) async fn named(
    sql: &impl Sql,
    ids: impl IntoIterator<Item = IssueId>,
) -> Result<HashMap<IssueId, Named>, DbFault> {
    let ids: Vec<IssueId> = ids.into_iter().collect();
    let rooms = issues::read::find_all_invited(sql, ids.iter().copied()).await?;
    let seen = issues::read::find_all(sql, ids.iter().copied()).await?;
    let seen: HashSet<IssueId> = seen.into_iter().map(|room| room.id).collect();
    let kinds = networks::read::kinds_of(sql, ids).await?;
    let owners: HashMap<TenantId, Tenant> =
        tenants::by_ids(sql, rooms.iter().map(|room| room.tenant))
            .await?
            .into_iter()
            .filter(|tenant| tenant.state == TenantState::Active)
            .map(|tenant| (tenant.id, tenant))
            .collect();
    let named = |room: Issue| {
        let one = Named {
            kind: *kinds.get(&room.id)?,
            owner: owners.get(&room.tenant)?.clone(),
            readable: seen.contains(&room.id),
            room,
        };
        (one.room.kind == IssueKind::Network).then_some((one.room.id, one))
    };
    Ok(rooms.into_iter().filter_map(named).collect())
}

impl TryFrom<Model> for Tie {
    type Error = DbFault;

    fn try_from(row: Model) -> Result<Self, DbFault> {
        let merging = row.merging_side.as_deref();
        let merging = merging.map(TieSide::from_name).transpose()?;
        Ok(Self {
            id: row.id.into(),
            asker: (row.tenant_id.into(), row.network_id.into()),
            asked: (row.other_tenant_id.into(), row.other_network_id.into()),
            state: TieState::from_name(&row.state)?,
            motivation: row.motivation,
            reason: row.reason,
            ended_by: row
                .ended_side
                .as_deref()
                .map(TieSide::from_name)
                .transpose()?,
            merge: merging.map(|side| Merge {
                side,
                reason: row.merge_reason.unwrap_or_default(),
                until: row.merge_until.map(Timestamp::from_millis),
            }),
            tied_at: row.tied_at.map(Timestamp::from_millis),
            asked_at: Timestamp::from_millis(row.asked_at),
            changed_at: Timestamp::from_millis(row.changed_at),
            version: row.version,
        })
    }
}
