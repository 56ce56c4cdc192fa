//! The first weeks of somebody in a network, and what both sides say of them at the end.
//!
//! Promise: neither side reads the other before it spoke itself or the day is past; both must wish it to go on, and
//! nobody is put out by silence; what was said is gone when the person goes, else 90 days after the end.

use db::{Db, DbFault, Tx, outbox};
use issues::{Issue, IssueEvent, IssueKind, ParticipationState};
use kernel::{Faults, IssueId, IssueRole, PersonId, Scope, TenantId, Timestamp};

use crate::policy::MayWalk;
use crate::standing::{Orientation, Said, Side, Step, WEEKS, Wish};
use crate::{NetworkEvent, NetworkFault, policy, read, read_members, store_members};

/// Somebody came into this room just now, by a way in that said so: what stood about them before is over.
pub async fn begin(
    tx: &Tx,
    room: &Issue,
    person: PersonId,
    (role, until): (IssueRole, Option<Timestamp>),
) -> Result<(), DbFault> {
    use db::Sql;
    if room.kind != IssueKind::Network {
        return Ok(());
    }
    store_members::forget_path(tx, room.id, person).await?;
    // Guests, officials and whoever runs it are not tried out.
    let tried = role == IssueRole::Participant && until.is_none();
    let weeks = read_members::weeks(tx, room.id).await?;
    let Some(weeks) = weeks.filter(|_| tried) else {
        return issues::stand(tx, room.id, person, ParticipationState::Active).await;
    };
    let days = Step::first(weeks, tx.now());
    store_members::begin(tx, (room.tenant, room.id), person, days).await?;
    issues::stand(tx, room.id, person, ParticipationState::Orientation).await
}

/// For whoever comes in from now on; who is in orientation keeps their day.
pub(crate) async fn put_weeks(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    weeks: Option<i64>,
) -> Result<(), NetworkFault> {
    let mut faults = Faults::default();
    if weeks.is_some_and(|weeks| !WEEKS.contains(&weeks)) {
        faults.refuse("/weeks", "number.out-of-range");
    }
    faults.finish(Some(())).map_err(NetworkFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let network = read::find(&tx, id).await?.ok_or(NetworkFault::NotFound)?;
    let permit = policy::may_keep_members(scope, &network)?;
    store_members::put_weeks(&tx, &permit, weeks).await?;
    Ok(tx.commit().await?)
}

/// An orientation, and the side of it that the asker is on.
pub(crate) struct Seen {
    pub permit: MayWalk,
    pub side: Side,
    pub orientation: Orientation,
}

pub(crate) async fn seen(
    sql: &impl db::Sql,
    scope: &Scope,
    id: IssueId,
    newcomer: PersonId,
) -> Result<Seen, NetworkFault> {
    let network = read::find(sql, id).await?.ok_or(NetworkFault::NotFound)?;
    let permit = policy::may_walk(scope, &network)?;
    let side = policy::may_judge(&permit, newcomer)?;
    let orientation = read_members::orientation(sql, id, newcomer)
        .await?
        .ok_or(NetworkFault::NotFound)?;
    Ok(Seen {
        permit,
        side,
        orientation,
    })
}

pub(crate) async fn answer(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    newcomer: PersonId,
    typed: Said,
) -> Result<(), NetworkFault> {
    let said = typed.parse().map_err(NetworkFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let seen = seen(&tx, scope, id, newcomer).await?;
    if !seen.orientation.may_answer(seen.side, scope.now) {
        return Err(NetworkFault::OrientationOver);
    }
    store_members::say(&tx, &seen.permit, (newcomer, seen.side), &said).await?;
    announce(&tx, (seen.permit.tenant, id)).await?;
    Ok(tx.commit().await?)
}

/// Says whether to go on; when both sides did, it is so.
pub(crate) async fn decide(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    newcomer: PersonId,
    wish: Wish,
) -> Result<Option<Wish>, NetworkFault> {
    let tx = db.begin(scope).await?;
    store_members::hold(&tx, id, newcomer).await?;
    let seen = seen(&tx, scope, id, newcomer).await?;
    if !seen.orientation.may_wish(seen.side, scope.now) {
        return Err(NetworkFault::OrientationOver);
    }
    let place = (seen.permit.tenant, id);
    store_members::wish(&tx, &seen.permit, (newcomer, seen.side), wish).await?;
    let now = read_members::orientation(&tx, id, newcomer).await?;
    let outcome = now.as_ref().and_then(Orientation::outcome);
    match now.zip(outcome) {
        Some((now, outcome)) => settle(&tx, place, &now, outcome).await?,
        None => announce(&tx, place).await?,
    }
    tx.commit().await?;
    Ok(outcome)
}

/// In it for good, or out with thanks; told to the person either way. Whom the network did not want comes back when asked,
/// not by a door that stands open.
pub(crate) async fn settle(
    tx: &Tx,
    (tenant, network): (TenantId, IssueId),
    orientation: &Orientation,
    outcome: Wish,
) -> Result<(), DbFault> {
    let person = orientation.person;
    if outcome == Wish::Stop {
        if orientation.network_stops() {
            issues::let_go(tx, tenant, network, person).await?;
        } else {
            issues::release(tx, tenant, network, person).await?;
        }
        store_members::forget_path(tx, network, person).await?;
        return outbox::push(tx, &NetworkEvent::thanked(tenant, network, person)).await;
    }
    issues::stand(tx, network, person, ParticipationState::Active).await?;
    store_members::look_again(tx, network, person, None).await?;
    outbox::push(tx, &NetworkEvent::settled(tenant, network, person)).await?;
    announce(tx, (tenant, network)).await
}

/// Pages that are open look again.
async fn announce(tx: &Tx, (tenant, issue): (TenantId, IssueId)) -> Result<(), DbFault> {
    outbox::push(tx, &IssueEvent::PeopleChanged { tenant, issue }).await
}

/// Says what both sides say, without asking whose hand it is: for the demonstration's content.
pub async fn seed(
    tx: &Tx,
    room: &Issue,
    weeks: i64,
    (newcomer, by): (PersonId, PersonId),
    words: [String; 2],
) -> Result<(), DbFault> {
    let keeper = policy::MayKeepMembers {
        tenant: room.tenant,
        network: room.id,
        person: by,
    };
    store_members::put_weeks(tx, &keeper, Some(weeks)).await?;
    begin(tx, room, newcomer, (IssueRole::Participant, None)).await?;
    let permit = MayWalk {
        tenant: room.tenant,
        network: room.id,
        person: by,
        runs: true,
    };
    let [well, needs] = words;
    store_members::say(
        tx,
        &permit,
        (newcomer, Side::Network),
        &Said { well, needs },
    )
    .await
}
