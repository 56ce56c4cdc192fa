//! Joint conversations of two networks. Networks of a suspended organisation count as gone.

use db::{DbFault, Sql};
use issues::IssueState;
use kernel::{IssueId, PersonId, TalkId, TenantId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use crate::entity::joint_talk::{Column as C, Entity, Model};
use crate::talk::{Talk, TalkState};

/// More than this two networks hardly hold; of what is over, the newest are told.
const MOST: u64 = 100;

/// Of one of the tenants of this operation.
fn ours(sql: &impl Sql) -> Condition {
    Condition::any()
        .add(sql.in_tenants((Entity, C::TenantId)))
        .add(sql.in_tenants((Entity, C::OtherTenantId)))
}

pub(crate) async fn find(sql: &impl Sql, id: TalkId) -> Result<Option<Talk>, DbFault> {
    let row = Entity::find_by_id(id.uuid())
        .filter(ours(sql))
        .one(sql.conn())
        .await?;
    row.map(Talk::try_from).transpose()
}

/// Everything of a network in these states, what changed last first; the caller has checked who may know.
pub(crate) async fn all_of(
    sql: &impl Sql,
    network: IssueId,
    states: &[TalkState],
) -> Result<Vec<Talk>, DbFault> {
    let of = Condition::any()
        .add(C::NetworkId.eq(network.uuid()))
        .add(C::OtherNetworkId.eq(network.uuid()));
    let rows = Entity::find()
        .filter(ours(sql))
        .filter(of)
        .filter(C::State.is_in(states.iter().map(|state| state.as_str())))
        .order_by_desc(C::ChangedAt)
        .order_by_desc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Talk::try_from).collect()
}

/// How often a network proposed one since `moment`.
pub(crate) async fn proposed_since(
    sql: &impl Sql,
    network: IssueId,
    moment: Timestamp,
) -> Result<u64, DbFault> {
    Ok(Entity::find()
        .filter(C::NetworkId.eq(network.uuid()))
        .filter(C::ProposedAt.gte(moment.millis()))
        .count(sql.conn())
        .await?)
}

/// A conversation whose room has closed, is not there any more, or is to close because its day has passed.
pub(crate) struct Due {
    pub talk: TalkId,
    /// Where the room is, and how it stands; none when it is gone.
    pub room: Option<(TenantId, IssueId, IssueState)>,
}

/// Whoever asks, of all organisations. The room knows the day: who runs it may have moved that, or have made something
/// lasting of it.
pub(crate) async fn due(sql: &impl Sql, most: u64) -> Result<Vec<Due>, DbFault> {
    let issue = |column| Expr::col(("issue", column));
    let talk = |column: C| Expr::col((Entity, column));
    let mut over = Condition::any().add(issue("id").is_null());
    for state in [
        IssueState::Closed,
        IssueState::Archived,
        IssueState::Withdrawn,
    ] {
        over = over.add(issue("state").eq(state.as_str()));
    }
    let select = Query::select()
        .columns([(Entity, C::Id), (Entity, C::TenantId), (Entity, C::RoomId)])
        .expr_as(issue("state"), "room_state")
        .from(Entity)
        .left_join("issue", issue("id").equals((Entity, C::RoomId)))
        .and_where(talk(C::State).eq(TalkState::Open.as_str()))
        .cond_where(over.add(issue("planned_end").lt(sql.now().millis())))
        .limit(most)
        .to_owned();
    let mut found = Vec::new();
    for row in sql.conn().query_all(&select).await? {
        let id: Uuid = row.try_get("", "id")?;
        let tenant: Uuid = row.try_get("", "tenant_id")?;
        let room: Option<Uuid> = row.try_get("", "room_id")?;
        let state: Option<String> = row.try_get("", "room_state")?;
        let state = state.as_deref().and_then(IssueState::from_name);
        found.push(Due {
            talk: id.into(),
            room: room
                .zip(state)
                .map(|(room, state)| (tenant.into(), room.into(), state)),
        });
    }
    Ok(found)
}

impl TryFrom<Model> for Talk {
    type Error = DbFault;

    fn try_from(row: Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            tie: row.tie_id.into(),
            asker: (row.tenant_id.into(), row.network_id.into()),
            asked: (row.other_tenant_id.into(), row.other_network_id.into()),
            state: TalkState::from_name(&row.state)?,
            subject: row.subject,
            purpose: row.purpose,
            ends_at: Timestamp::from_millis(row.ends_at),
            reason: row.reason,
            proposer: row.proposer_id.map(PersonId::from),
            room: row.room_id.map(IssueId::from),
            proposed_at: Timestamp::from_millis(row.proposed_at),
            changed_at: Timestamp::from_millis(row.changed_at),
            version: row.version,
        })
    }
}
