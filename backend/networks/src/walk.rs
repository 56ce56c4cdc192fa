//! What somebody who is in a network does with their place in it: rest, come back, or leave with thanks.
//!
//! Promise: it is their own choice, at once; whoever left is reached only when both sides wish it, until either ends it.

use std::collections::HashSet;

use db::{Db, DbFault, Sql, outbox};
use kernel::{IssueId, PersonId, Scope, TenantId, TenantSet, Timestamp};
use platform::tenants::{self, TenantState};

use crate::policy::MayWalk;
use crate::read_members::Alumnus;
use crate::standing::{Member, check_rest};
use crate::{Network, NetworkEvent, NetworkFault, policy, read, read_members, store_members};

/// Where the asker stands.
pub(crate) async fn own(
    sql: &impl Sql,
    scope: &Scope,
    id: IssueId,
) -> Result<(Network, MayWalk, Member), NetworkFault> {
    let network = read::find(sql, id).await?.ok_or(NetworkFault::NotFound)?;
    let permit = policy::may_walk(scope, &network)?;
    let place = (permit.tenant, id);
    let mut found = read_members::members(sql, place, &[permit.person]).await?;
    let own = found.pop().ok_or(NetworkFault::NotFound)?;
    Ok((network, permit, own))
}

pub(crate) async fn rest(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    until: Option<Timestamp>,
) -> Result<(), NetworkFault> {
    check_rest(until, scope.now).map_err(NetworkFault::Invalid)?;
    let tx = db.begin(scope).await?;
    let (_, permit, own) = own(&tx, scope, id).await?;
    let permit = policy::may_rest(permit, own.standing)?;
    store_members::rest(&tx, &permit, until).await?;
    Ok(tx.commit().await?)
}

/// Also when the day has come already.
pub(crate) async fn come_back(scope: &Scope, db: &Db, id: IssueId) -> Result<(), NetworkFault> {
    let tx = db.begin(scope).await?;
    let network = read::find(&tx, id).await?.ok_or(NetworkFault::NotFound)?;
    let permit = policy::may_walk(scope, &network)?;
    store_members::come_back(&tx, id, permit.person).await?;
    Ok(tx.commit().await?)
}

/// Leaves, and offers to stay in contact or not.
pub(crate) async fn leave(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    keep_contact: bool,
) -> Result<(), NetworkFault> {
    let tx = db.begin(scope).await?;
    let (network, permit, own) = own(&tx, scope, id).await?;
    issues::leave_in(&tx, &network.room, permit.person).await?;
    store_members::forget_path(&tx, id, permit.person).await?;
    if keep_contact {
        store_members::offer_contact(&tx, &permit, own.name).await?;
    }
    let thanked = NetworkEvent::thanked(permit.tenant, id, permit.person);
    outbox::push(&tx, &thanked).await?;
    Ok(tx.commit().await?)
}

/// By who runs the network: they wish it too.
pub(crate) async fn keep_contact(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    person: PersonId,
) -> Result<(), NetworkFault> {
    let tx = db.begin(scope).await?;
    let network = read::find(&tx, id).await?.ok_or(NetworkFault::NotFound)?;
    let permit = policy::may_keep_members(scope, &network)?;
    if !store_members::keep_contact(&tx, &permit, person).await? {
        return Err(NetworkFault::NotFound);
    }
    Ok(tx.commit().await?)
}

/// By who runs the network: it is over, or not wished.
pub(crate) async fn end_contact(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    person: PersonId,
) -> Result<(), NetworkFault> {
    let tx = db.begin(scope).await?;
    let network = read::find(&tx, id).await?.ok_or(NetworkFault::NotFound)?;
    let permit = policy::may_keep_members(scope, &network)?;
    if !store_members::end_contact(&tx, permit.network, person).await? {
        return Err(NetworkFault::NotFound);
    }
    Ok(tx.commit().await?)
}

/// With which networks the asker is in contact after leaving, or would like to be; by whom they are called.
pub(crate) async fn own_contacts(
    scope: &Scope,
    db: &Db,
) -> Result<Vec<(Alumnus, String)>, NetworkFault> {
    let person = scope.person.ok_or(NetworkFault::NotFound)?;
    let held = read_members::contacts_of(&db.read_with_keys(scope, [person]), person).await?;
    let within = TenantSet::of(held.iter().map(|one| one.tenant));
    let sql = db.read(&scope.as_person(Some(person), within));
    let found = tenants::by_ids(&sql, sql.tenants().iter()).await?;
    let active: HashSet<TenantId> = found
        .into_iter()
        .filter(|it| it.state == TenantState::Active)
        .map(|it| it.id)
        .collect();
    let mut names = read_members::names(&sql, held.iter().map(|one| one.network)).await?;
    Ok(held
        .into_iter()
        .filter(|one| active.contains(&one.tenant))
        .filter_map(|one| names.remove(&one.network).map(|name| (one, name)))
        .collect())
}

/// By whoever left: at once, without a reason.
pub(crate) async fn end_own_contact(
    scope: &Scope,
    db: &Db,
    id: IssueId,
) -> Result<(), NetworkFault> {
    let person = scope.person.ok_or(NetworkFault::NotFound)?;
    let held = read_members::contacts_of(&db.read_with_keys(scope, [person]), person).await?;
    let own = held.into_iter().find(|one| one.network == id);
    let own = own.ok_or(NetworkFault::NotFound)?;
    let within = scope.as_person(Some(person), TenantSet::one(own.tenant));
    let tx = db.begin(&within).await?;
    store_members::end_contact(&tx, id, person).await?;
    Ok(tx.commit().await?)
}

/// What somebody who left is told once more: of what they are thanked for, and of the contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Farewell {
    pub tenant: TenantId,
    pub name: String,
    pub contact_until: Option<Timestamp>,
}

/// Nothing to whoever is in it again by now.
pub async fn farewell(
    sql: &impl Sql,
    id: IssueId,
    person: PersonId,
) -> Result<Option<Farewell>, DbFault> {
    if issues::read::participant(sql, id, person).await?.is_some() {
        return Ok(None);
    }
    let room = issues::read::find_invited(sql, id).await?;
    let held = read_members::contacts_of(sql, person).await?;
    let own = held.into_iter().find(|one| one.network == id);
    Ok(room.map(|room| Farewell {
        tenant: room.tenant,
        name: room.title,
        contact_until: own.map(|own| own.ends_at),
    }))
}
