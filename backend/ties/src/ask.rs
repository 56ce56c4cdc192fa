//! Asking another network for contact.
//!
//! Promise: what is not seen is not asked; two networks have one question at a time, and a network does not ask without end.

use db::{Db, Sql, Tx, outbox};
use issues::Issue;
use kernel::{Faults, FieldFault, IssueId, Prose, RequestKey, Scope, TenantId, TenantSet, TieId};
use platform::Secrets;
use platform::idempotency::{self, Claim};

use crate::event::About;
use crate::model::Tie;
use crate::policy::{Decides, MayAsk, decides_for};
use crate::{TieEvent, TieFault, policy, read, store};

/// By who runs `network`, to another one that they may read.
pub(crate) async fn ask(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    key: Option<RequestKey<'_>>,
    network: IssueId,
    other: IssueId,
    motivation: &str,
) -> Result<TieId, TieFault> {
    let own = own(scope, &db.read(scope), network).await?;
    let motivation = parse("/motivation", motivation)?;
    if other == network {
        let itself = FieldFault::new("/network", "tie.itself");
        return Err(TieFault::Invalid(vec![itself]));
    }
    let named = db.read_with_keys(scope, [other]);
    let theirs = issues::read::tenant_of(&named, other).await?;
    let tx = db
        .begin(&within(
            scope,
            own.tenant,
            theirs.ok_or(TieFault::NoNetwork)?,
        ))
        .await?;
    let found = networks::read::find(&tx, other).await?;
    let permit = policy::may_ask(own, &found.ok_or(TieFault::NoNetwork)?.room)?;
    let id = TieId::new(scope.now);
    match idempotency::claim(&tx, secrets, key, "ask_network", id.uuid()).await? {
        Claim::First => {}
        Claim::Again(first) => return Ok(first.settled(tx).await?.into()),
        Claim::Misused => return Err(TieFault::KeyMisused),
    }
    issues::one_at_a_time(&tx, network).await?;
    let since = scope.now.minus(Tie::ASKED_WITHIN);
    if read::asked_since(&tx, network, since).await? >= Tie::MOST_ASKED {
        return Err(TieFault::TooMany);
    }
    put(&tx, &permit, id, &motivation).await?;
    tx.commit().await?;
    Ok(id)
}

async fn put(tx: &Tx, permit: &MayAsk, id: TieId, motivation: &str) -> Result<(), TieFault> {
    store::insert(tx, permit, id, motivation).await?;
    let about = About {
        tenant: permit.asked.0,
        network: permit.asked.1,
        tie: id,
    };
    Ok(outbox::push(tx, &TieEvent::Asked(about)).await?)
}

/// Without asking whose hand it is: for the demonstration's content.
pub async fn asked_in(
    tx: &Tx,
    asker: &Issue,
    asked: &Issue,
    motivation: &str,
) -> Result<TieId, TieFault> {
    let permit = MayAsk {
        asker: (asker.tenant, asker.id),
        asked: (asked.tenant, asked.id),
    };
    let id = TieId::new(tx.now());
    put(tx, &permit, id, motivation).await?;
    Ok(id)
}

/// The network of the path, for which this person decides.
pub(crate) async fn own(
    scope: &Scope,
    sql: &impl Sql,
    network: IssueId,
) -> Result<Decides, TieFault> {
    let found = networks::read::find(sql, network).await?;
    let found = found.ok_or(TieFault::NoNetwork)?;
    Ok(decides_for(scope, &found.room)?)
}

/// The same person, reaching into the organisations of both.
pub(crate) fn within(scope: &Scope, one: TenantId, other: TenantId) -> Scope {
    Scope {
        tenants: TenantSet::of([one, other]),
        ..scope.clone()
    }
}

pub(crate) fn parse(pointer: &str, text: &str) -> Result<String, TieFault> {
    let mut faults = Faults::default();
    let text = faults.take(pointer, Prose::<{ Tie::MOST_TEXT }>::parse(text));
    let text = faults.finish(text).map_err(TieFault::Invalid)?;
    Ok(text.into_string())
}
