//! Who offered what to whom: for the two of them.

use std::collections::HashMap;

use db::{DbFault, Sql};
use issues::{Issue, IssueRunners, read_runners};
use kernel::{HandoverId, IssueId, PersonId, TenantId, Timestamp};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::entity::work_handover::{Column as C, Entity, Model};
use crate::model::{Handover, HandoverState};
use crate::policy::{InHands, may_pass};

/// More than this nobody is in the middle of.
const MOST: u64 = 50;

fn between(person: PersonId) -> Condition {
    Condition::any()
        .add(C::GiverId.eq(person.uuid()))
        .add(C::TakerId.eq(person.uuid()))
}

/// One of the organisation of this operation; the caller checks who asks.
pub(crate) async fn find(sql: &impl Sql, id: HandoverId) -> Result<Option<Handover>, DbFault> {
    let row = Entity::find_by_id(id.uuid())
        .filter(sql.in_tenants((Entity, C::TenantId)))
        .one(sql.conn())
        .await?;
    row.map(Handover::try_from).transpose()
}

/// What this person gave and was offered in the organisation of this operation, what changed last first.
pub(crate) async fn of_person(sql: &impl Sql, person: PersonId) -> Result<Vec<Handover>, DbFault> {
    let rows = Entity::find()
        .filter(sql.in_tenants((Entity, C::TenantId)))
        .filter(between(person))
        .order_by_desc(C::ChangedAt)
        .order_by_desc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Handover::try_from).collect()
}

/// What waits for an answer of this person, in the organisations of this operation.
pub(crate) async fn offered_to(sql: &impl Sql, taker: PersonId) -> Result<Vec<Handover>, DbFault> {
    let rows = Entity::find()
        .filter(sql.in_tenants((Entity, C::TenantId)))
        .filter(C::TakerId.eq(taker.uuid()))
        .filter(C::State.eq(HandoverState::Offered.as_str()))
        .order_by_desc(C::Id)
        .limit(MOST)
        .all(sql.conn())
        .await?;
    rows.into_iter().map(Handover::try_from).collect()
}

pub(crate) async fn waiting_of(sql: &impl Sql, giver: PersonId) -> Result<u64, DbFault> {
    Ok(Entity::find()
        .filter(C::GiverId.eq(giver.uuid()))
        .filter(C::State.eq(HandoverState::Offered.as_str()))
        .count(sql.conn())
        .await?)
}

/// Who is told of it: the colleague while it waits for an answer, who offered it once it has one.
pub async fn taker_or_giver(sql: &impl Sql, id: HandoverId) -> Result<Option<PersonId>, DbFault> {
    let found = find(sql, id).await?;
    Ok(found.and_then(|handover| match handover.state {
        HandoverState::Offered => Some(handover.taker),
        HandoverState::Accepted | HandoverState::Declined => Some(handover.giver),
        HandoverState::Withdrawn => None,
    }))
}

/// What a colleague said to an offer.
#[derive(Clone, Debug)]
pub struct Said {
    pub accepted: bool,
    /// Who said it.
    pub name: String,
}

/// What was said to these offers; nothing of those that wait, were taken back or are forgotten.
pub async fn said(sql: &impl Sql, ids: Vec<Uuid>) -> Result<HashMap<Uuid, Said>, DbFault> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::find()
        .filter(sql.in_tenants((Entity, C::TenantId)))
        .filter(C::Id.is_in(ids))
        .all(sql.conn())
        .await?;
    let found = rows.into_iter().map(Handover::try_from);
    let found = found.collect::<Result<Vec<Handover>, DbFault>>()?;
    let takers: Vec<PersonId> = found.iter().map(|it| it.taker).collect();
    let cards = identity::read::people_by_ids(sql, &takers).await?;
    let said = |it: &Handover| {
        let accepted = match it.state {
            HandoverState::Accepted => true,
            HandoverState::Declined => false,
            HandoverState::Offered | HandoverState::Withdrawn => return None,
        };
        let name = cards.get(&it.taker)?.name.clone();
        Some((it.id.uuid(), Said { accepted, name }))
    };
    Ok(found.iter().filter_map(said).collect())
}

/// What somebody may pass on.
#[derive(Debug, Default)]
pub(crate) struct Passable {
    /// With whether nobody else goes on running it.
    pub own: Vec<(Issue, bool)>,
    /// That nobody runs any more.
    pub left: Vec<Issue>,
}

pub(crate) async fn passable(sql: &impl Sql, giver: &InHands) -> Result<Passable, DbFault> {
    let mut ids = issues::read::own_ids(sql).await?;
    if giver.owns {
        ids.extend(read_runners::without_any(sql).await?);
        ids.sort_unstable();
        ids.dedup();
    }
    let mut found = Passable::default();
    for (room, runners) in rooms(sql, ids).await? {
        if !may_pass(giver, &room, &runners) {
            continue;
        }
        if runners.runs(giver.person) {
            let alone = runners.only(giver.person);
            found.own.push((room, alone));
        } else {
            found.left.push(room);
        }
    }
    Ok(found)
}

/// These, whoever asks, with who runs each: the caller tells what may be told.
pub(crate) async fn rooms(
    sql: &impl Sql,
    ids: Vec<IssueId>,
) -> Result<Vec<(Issue, IssueRunners)>, DbFault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut runners = read_runners::of(sql, ids.iter().copied()).await?;
    let mut rooms = issues::read::find_all_invited(sql, ids).await?;
    rooms.sort_by_key(|room| room.title.to_lowercase());
    let with_runners = |room: Issue| {
        let of_it = runners.remove(&room.id).unwrap_or_default();
        (room, of_it)
    };
    Ok(rooms.into_iter().map(with_runners).collect())
}

/// What these are about: of an offer that waits, whoever asks; of what is over, as far as the reader may read it now.
pub(crate) async fn named(
    sql: &impl Sql,
    handovers: &[Handover],
) -> Result<HashMap<IssueId, Issue>, DbFault> {
    let of = |waits: bool| {
        let some = handovers.iter();
        some.filter(move |it| (it.state == HandoverState::Offered) == waits)
            .flat_map(|it| it.rooms.clone())
            .collect::<Vec<IssueId>>()
    };
    let mut rooms = issues::read::find_all_invited(sql, of(true)).await?;
    rooms.extend(issues::read::find_all(sql, of(false)).await?);
    Ok(rooms.into_iter().map(|room| (room.id, room)).collect())
}

impl TryFrom<Model> for Handover {
    type Error = DbFault;

    fn try_from(row: Model) -> Result<Self, DbFault> {
        Ok(Self {
            id: row.id.into(),
            tenant: TenantId::from(row.tenant_id),
            giver: row.giver_id.into(),
            taker: row.taker_id.into(),
            rooms: serde_json::from_str(&row.rooms)
                .map_err(|error| DbFault::corrupt(error.to_string()))?,
            ownership: row.ownership == 1,
            stays: row.stays == 1,
            words: row.words,
            state: HandoverState::from_name(&row.state)?,
            reason: row.reason,
            offered_at: Timestamp::from_millis(row.offered_at),
            changed_at: Timestamp::from_millis(row.changed_at),
            version: row.version,
        })
    }
}
