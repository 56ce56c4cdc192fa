//! Changing what a network says of itself: also into another kind of network.
//!
//! Promise: who was not the first to save loses nothing; other house rules are put to everybody who is in it.

use db::{Db, outbox};
use kernel::{IssueId, Scope};

use crate::found::{NetworkText, charter, room};
use crate::{NetworkEvent, NetworkFault, read, store};

pub(crate) async fn change_charter(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    version: i64,
    text: NetworkText,
) -> Result<(), NetworkFault> {
    let tx = db.begin(scope).await?;
    let before = read::find(&tx, id).await?.ok_or(NetworkFault::NotFound)?;
    let after = charter(&text, Some(&before.charter))?;
    issues::change(scope, &tx, id, version, room(text)).await?;
    store::update(&tx, id, &after).await?;
    if after.rules_version != before.charter.rules_version {
        if let Some(person) = scope.person.filter(|_| before.room.role.is_some()) {
            store::agree(&tx, id, person, after.rules_version).await?;
        }
        let changed = NetworkEvent::RulesChanged {
            tenant: before.room.tenant,
            network: id,
        };
        outbox::push(&tx, &changed).await?;
    }
    Ok(tx.commit().await?)
}
