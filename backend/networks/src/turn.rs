//! Turning into another kind of network: what was one conversation, or learning, goes on as a theme group.
//!
//! Promise: an open network becomes another kind by one act, with a reason; everybody in it is told, and its history
//! keeps a line. People, conversations and rules stay as they are.

use db::{Db, Tx, outbox};
use issues::{IssueText, NewPerspective, Perspective};
use kernel::{Faults, IssueId, Prose, Scope, Timestamp};

use crate::found::{NetworkText, room};
use crate::policy::MayTurn;
use crate::{Network, NetworkEvent, NetworkFault, NetworkKind, policy, read, store};

/// A line in the history of a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    pub from: NetworkKind,
    pub to: NetworkKind,
    pub reason: String,
    pub turned_at: Timestamp,
}

pub(crate) async fn turn(
    scope: &Scope,
    db: &Db,
    id: IssueId,
    to: NetworkKind,
    reason: &str,
) -> Result<(), NetworkFault> {
    let tx = db.begin(scope).await?;
    let network = read::find(&tx, id).await?.ok_or(NetworkFault::NotFound)?;
    let permit = policy::may_turn(scope, &network)?;
    let mut faults = Faults::default();
    let reason = faults.take("/reason", Prose::<1_000>::parse(reason));
    if to == network.charter.kind {
        faults.refuse("/kind", "network.same-kind");
    }
    let reason = faults.finish(reason).map_err(NetworkFault::Invalid)?;
    if network.charter.kind == NetworkKind::Session && network.room.planned_end.is_some() {
        without_end(scope, &tx, &network).await?;
    }
    let line = Turn {
        from: network.charter.kind,
        to,
        reason: reason.into_string(),
        turned_at: scope.now,
    };
    write(&tx, &permit, &line).await?;
    Ok(tx.commit().await?)
}

async fn write(tx: &Tx, permit: &MayTurn, line: &Turn) -> Result<(), NetworkFault> {
    if !store::turn(tx, permit, line).await? {
        return Err(NetworkFault::Turned);
    }
    let turned = NetworkEvent::Turned {
        tenant: permit.tenant,
        network: permit.network,
    };
    Ok(outbox::push(tx, &turned).await?)
}

/// The day on which one conversation would be over is no day of what goes on.
async fn without_end(scope: &Scope, tx: &Tx, network: &Network) -> Result<(), NetworkFault> {
    let id = network.room.id;
    let terms = issues::read::terms_of(tx, [id]).await?.remove(&id);
    let vacancies = issues::read::perspectives_of(tx, id).await?;
    let now = network.room.clone();
    let text = NetworkText {
        kind: network.charter.kind,
        name: now.title,
        purpose: now.core_question,
        mandate: now.why_now,
        about: now.background,
        house_rules: String::new(),
        target_size: None,
        visibility: now.visibility,
        planned_end: None,
        terms: terms.into_iter().flatten().map(Into::into).collect(),
        vacancies: vacancies.into_iter().map(same).collect(),
    };
    let text: IssueText = room(text);
    issues::change(scope, tx, id, now.version, text).await?;
    Ok(())
}

fn same(one: Perspective) -> NewPerspective {
    NewPerspective {
        id: Some(one.id),
        name: one.name,
        experience: one.experience,
        need: one.need,
        wanted: one.wanted,
    }
}
