//! Networks as they may be seen: who sees the room, sees the charter.

use std::collections::HashMap;

use db::{DbFault, Sql, any_of};
use issues::{Issue, IssueKind, IssueState};
use kernel::{IssueId, PersonId, TenantId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{network, network_turn, rules_agreement};
use crate::turn::Turn;
use crate::{Charter, Entrance, Network, NetworkKind};

/// The network, if this person may see it.
pub async fn find(sql: &impl Sql, id: IssueId) -> Result<Option<Network>, DbFault> {
    let room = issues::read::find(sql, id).await?;
    match room.filter(|room| room.kind == IssueKind::Network) {
        Some(room) => of_room(sql, room).await,
        None => Ok(None),
    }
}

/// What belongs to a room that the caller may see.
pub(crate) async fn of_room(sql: &impl Sql, room: Issue) -> Result<Option<Network>, DbFault> {
    let Some(row) = network::Entity::find_by_id(room.id.uuid())
        .filter(sql.in_tenants(network::Column::TenantId))
        .one(sql.conn())
        .await?
    else {
        return Ok(None);
    };
    let agreed = match sql.person() {
        Some(person) => agreed_version(sql, room.id, person).await?,
        None => None,
    };
    // When somebody speaks in a closed room is nothing to outsiders.
    let quiet = match row.quiet_since.filter(|_| room.role.is_some()) {
        Some(since) => !has_spoken_since(sql, room.id, since).await?,
        None => false,
    };
    Ok(Some(Network {
        room,
        charter: charter(row)?,
        agreed,
        quiet,
    }))
}

fn charter(row: network::Model) -> Result<Charter, DbFault> {
    Ok(Charter {
        kind: NetworkKind::from_name(&row.kind)?,
        house_rules: row.house_rules,
        house_rules_html: row.house_rules_html,
        rules_version: row.rules_version,
        target_size: row.target_size,
    })
}

async fn agreed_version(
    sql: &impl Sql,
    network: IssueId,
    person: PersonId,
) -> Result<Option<i64>, DbFault> {
    rules_agreement::Entity::find_by_id((network.uuid(), person.uuid()))
        .select_only()
        .column(rules_agreement::Column::RulesVersion)
        .into_tuple()
        .one(sql.conn())
        .await
        .map_err(DbFault::from)
}

async fn has_spoken_since(sql: &impl Sql, network: IssueId, moment: i64) -> Result<bool, DbFault> {
    let spoken = Query::select()
        .expr(Expr::val(1_i64))
        .from("thread")
        .and_where(Expr::col(("thread", "issue_id")).eq(network.uuid()))
        .and_where(Expr::col(("thread", "last_post_at")).gt(moment))
        .limit(1)
        .to_owned();
    Ok(sql.conn().query_one(&spoken).await?.is_some())
}

/// The kinds of these networks, in one statement; the caller has checked who may see them.
pub async fn kinds_of(
    sql: &impl Sql,
    networks: impl IntoIterator<Item = IssueId>,
) -> Result<HashMap<IssueId, NetworkKind>, DbFault> {
    let rows: Vec<(Uuid, String)> = network::Entity::find()
        .select_only()
        .columns([network::Column::Id, network::Column::Kind])
        .filter(any_of(
            (network::Entity, network::Column::Id),
            networks.into_iter().map(IssueId::uuid),
        ))
        .filter(sql.in_tenants((network::Entity, network::Column::TenantId)))
        .into_tuple()
        .all(sql.conn())
        .await?;
    rows.into_iter()
        .map(|(id, kind)| Ok((id.into(), NetworkKind::from_name(&kind)?)))
        .collect()
}

/// What stands at the doors of these networks, in one statement; the caller has checked who may know of them.
pub async fn entrances_of(
    sql: &impl Sql,
    networks: impl IntoIterator<Item = IssueId>,
) -> Result<HashMap<IssueId, Entrance>, DbFault> {
    let rows = network::Entity::find()
        .filter(any_of(
            (network::Entity, network::Column::Id),
            networks.into_iter().map(IssueId::uuid),
        ))
        .filter(sql.in_tenants((network::Entity, network::Column::TenantId)))
        .all(sql.conn())
        .await?;
    let door = |row: network::Model| {
        let id = row.id.into();
        let charter = charter(row)?;
        let door = Entrance {
            kind: charter.kind,
            house_rules_html: charter.house_rules_html,
            rules_version: charter.rules_version,
        };
        Ok((id, door))
    };
    rows.into_iter().map(door).collect()
}

/// How a network became what it is, the newest first; the caller has checked who may know.
pub(crate) async fn turns_of(sql: &impl Sql, id: IssueId) -> Result<Vec<Turn>, DbFault> {
    let rows = network_turn::Entity::find()
        .filter(network_turn::Column::NetworkId.eq(id.uuid()))
        .filter(sql.in_tenants(network_turn::Column::TenantId))
        .order_by_desc(network_turn::Column::TurnedAt)
        .all(sql.conn())
        .await?;
    let turn = |row: network_turn::Model| {
        Ok(Turn {
            from: NetworkKind::from_name(&row.from_kind)?,
            to: NetworkKind::from_name(&row.to_kind)?,
            reason: row.reason,
            turned_at: Timestamp::from_millis(row.turned_at),
        })
    };
    rows.into_iter().map(turn).collect()
}

/// Networks in which nobody has said a thing since `moment`, and whose facilitators were not asked about it; whoever asks.
pub(crate) async fn silent_since(
    sql: &impl Sql,
    moment: Timestamp,
    most: u64,
) -> Result<Vec<(TenantId, IssueId)>, DbFault> {
    let open = Query::select()
        .expr(Expr::val(1_i64))
        .from("issue")
        .and_where(Expr::col(("issue", "id")).equals((network::Entity, network::Column::Id)))
        .and_where(Expr::col(("issue", "state")).eq(IssueState::Open.as_str()))
        .and_where(Expr::col(("issue", "state_at")).lt(moment.millis()))
        .to_owned();
    let spoken = Query::select()
        .expr(Expr::val(1_i64))
        .from("thread")
        .and_where(Expr::col(("thread", "issue_id")).equals((network::Entity, network::Column::Id)))
        .and_where(Expr::col(("thread", "last_post_at")).gte(moment.millis()))
        .to_owned();
    let select = Query::select()
        .columns([
            (network::Entity, network::Column::TenantId),
            (network::Entity, network::Column::Id),
        ])
        .from(network::Entity)
        .and_where(Expr::col((network::Entity, network::Column::QuietSince)).is_null())
        .and_where(Expr::exists(open))
        .and_where(Expr::exists(spoken).not())
        .limit(most)
        .to_owned();
    let mut found = Vec::new();
    for row in sql.conn().query_all(&select).await? {
        let tenant: Uuid = row.try_get("", "tenant_id")?;
        let id: Uuid = row.try_get("", "id")?;
        found.push((tenant.into(), id.into()));
    }
    Ok(found)
}
