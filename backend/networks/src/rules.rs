//! Agreeing with the house rules: on coming in, and again when others are put to everybody.
//!
//! Promise: rules that others agreed with change by one act, which asks everybody once.

use db::{Db, DbFault, Sql, Tx, outbox};
use issues::{Issue, IssueKind};
use kernel::{Faults, IssueId, PersonId, Prose, Scope};

use crate::{NetworkEvent, NetworkFault, NetworkKind, policy, read, store};

/// What stands at the door of a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entrance {
    pub kind: NetworkKind,
    /// Safe HTML; empty when there is nothing to agree with.
    pub house_rules_html: String,
    pub rules_version: i64,
}

/// The door of this room; none when it is not a network's.
pub async fn entrance(sql: &impl Sql, room: &Issue) -> Result<Option<Entrance>, DbFault> {
    if room.kind != IssueKind::Network {
        return Ok(None);
    }
    let network = read::of_room(sql, room.clone()).await?;
    // Without its rules nobody comes in.
    let network = network.ok_or_else(|| DbFault::corrupt("a network without a charter"))?;
    Ok(Some(Entrance {
        kind: network.charter.kind,
        house_rules_html: network.charter.house_rules_html,
        rules_version: network.charter.rules_version,
    }))
}

/// Somebody comes in, and agreed with this version of the rules: false when there are others to agree with.
pub async fn enter(
    tx: &Tx,
    room: &Issue,
    person: PersonId,
    agreed: Option<i64>,
) -> Result<bool, DbFault> {
    let Some(door) = entrance(tx, room).await? else {
        return Ok(true);
    };
    if door.house_rules_html.is_empty() {
        return Ok(true);
    }
    if agreed != Some(door.rules_version) {
        return Ok(false);
    }
    store::agree(tx, room.id, person, door.rules_version).await?;
    Ok(true)
}

/// Puts other rules to everybody who is in it, starting from version `from`; whoever puts them agrees with them.
pub(crate) async fn put(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    from: i64,
    text: &str,
) -> Result<(), NetworkFault> {
    let rules = parse(text)?;
    let tx = db.begin(scope).await?;
    let network = read::find(&tx, id).await?.ok_or(NetworkFault::NotFound)?;
    let permit = policy::may_put_rules(scope, &network)?;
    if network.charter.house_rules == rules {
        return Ok(());
    }
    if !store::put_rules(&tx, &permit, from, &rules).await? {
        return Err(NetworkFault::RulesChanged);
    }
    if network.room.role.is_some() {
        store::agree(&tx, permit.network, permit.person, from + 1).await?;
    }
    let changed = NetworkEvent::RulesChanged {
        tenant: network.room.tenant,
        network: id,
    };
    outbox::push(&tx, &changed).await?;
    Ok(tx.commit().await?)
}

/// Empty rules are none.
pub(crate) fn parse(text: &str) -> Result<String, NetworkFault> {
    let mut faults = Faults::default();
    let parsed = match text.trim() {
        "" => Some(String::new()),
        typed => faults
            .take("/houseRules", Prose::<5_000>::parse(typed))
            .map(Prose::into_string),
    };
    faults.finish(parsed).map_err(NetworkFault::Invalid)
}

/// By somebody who is in it.
pub(crate) async fn agree(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    version: i64,
) -> Result<(), NetworkFault> {
    let tx = db.begin(scope).await?;
    let network = read::find(&tx, id).await?.ok_or(NetworkFault::NotFound)?;
    let permit = policy::may_agree(scope, &network)?;
    if version != network.charter.rules_version {
        return Err(NetworkFault::RulesChanged);
    }
    store::agree(&tx, permit.network, permit.person, version).await?;
    Ok(tx.commit().await?)
}
