//! Agreeing with the house rules: on coming in, and again when they change.

use db::{Db, DbFault, Sql, Tx};
use issues::{Issue, IssueKind};
use kernel::{IssueId, PersonId, Scope};

use crate::{NetworkFault, NetworkKind, policy, read, store};

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
    Ok(network.map(|network| Entrance {
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
