//! Answering, and ending a contact.
//!
//! Promise: the other hears what was decided, with the reason, in the name of the network and of no person; either goes at
//! any moment.

use db::{Db, DbFault, Tx, outbox};
use kernel::{IssueId, Scope, TieId};

use crate::ask::{own, parse};
use crate::event::About;
use crate::model::{Tie, TieSide, TieState, is_over};
use crate::policy::{Decides, MayChange};
use crate::{TieEvent, TieFault, policy, read, store, store_talks};

/// Yes, with words for the other.
pub(crate) async fn accept(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    id: TieId,
    words: &str,
) -> Result<(), TieFault> {
    let (tx, own, tie) = opened(scope, db, network, id).await?;
    let permit = policy::may_accept(own, &tie)?;
    let words = parse("/reason", words)?;
    store::settle(&tx, &permit, TieState::Tied, Some(&words)).await?;
    tell(&tx, &tie, permit.by.other(), TieEvent::News).await?;
    Ok(tx.commit().await?)
}

/// No, with a reason that whoever asked reads.
pub(crate) async fn decline(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    id: TieId,
    reason: &str,
) -> Result<(), TieFault> {
    let (tx, own, tie) = opened(scope, db, network, id).await?;
    let permit = policy::may_answer(own, &tie)?;
    let reason = parse("/reason", reason)?;
    store::settle(&tx, &permit, TieState::Declined, Some(&reason)).await?;
    tell(&tx, &tie, permit.by.other(), TieEvent::News).await?;
    Ok(tx.commit().await?)
}

/// Apart again, or the question taken back.
pub(crate) async fn end(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    id: TieId,
    reason: Option<&str>,
) -> Result<(), TieFault> {
    let (tx, own, tie) = opened(scope, db, network, id).await?;
    let permit = policy::may_end(own, &tie, is_merged(&tx, &tie).await?)?;
    let reason = reason.filter(|reason| !reason.trim().is_empty());
    let reason = reason.map(|reason| parse("/reason", reason)).transpose()?;
    store::settle(&tx, &permit, TieState::Ended, reason.as_deref()).await?;
    store_talks::withdraw_of(&tx, tie.id).await?;
    if tie.state == TieState::Tied {
        tell(&tx, &tie, permit.by.other(), TieEvent::News).await?;
    }
    Ok(tx.commit().await?)
}

/// Without asking whose hand it is: for the demonstration's content.
pub async fn answered_in(tx: &Tx, id: TieId, words: &str) -> Result<(), TieFault> {
    let tie = read::find(tx, id).await?.ok_or(TieFault::NotFound)?;
    let permit = MayChange {
        tie: tie.id,
        version: tie.version,
        by: TieSide::Asked,
    };
    store::settle(tx, &permit, TieState::Tied, Some(words)).await?;
    Ok(tell(tx, &tie, TieSide::Asker, TieEvent::News).await?)
}

/// Forgets what came to nothing.
pub async fn forget(tx: &Tx) -> Result<(), DbFault> {
    store::forget(tx).await
}

/// Found by a network in its own name, changed in the name of both.
pub(crate) async fn opened(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    id: TieId,
) -> Result<(Tx, Decides, Tie), TieFault> {
    let sql = db.read(scope);
    own(scope, &sql, network).await?;
    let tie = read::find(&sql, id).await?;
    let tie = tie.filter(|tie| tie.side_of(network).is_some());
    let within = Scope {
        tenants: tie.ok_or(TieFault::NotFound)?.tenants(),
        ..scope.clone()
    };
    let tx = db.begin(&within).await?;
    let tie = read::find(&tx, id).await?.ok_or(TieFault::NotFound)?;
    let own = own(scope, &tx, network).await?;
    Ok((tx, own, tie))
}

/// Whether one of the two has gone up into the other: both said yes, and it closed.
pub(crate) async fn is_merged(tx: &Tx, tie: &Tie) -> Result<bool, DbFault> {
    let Some(merge) = tie.merge.as_ref().filter(|merge| merge.until.is_some()) else {
        return Ok(false);
    };
    let going = issues::read::find_invited(tx, tie.at(merge.side).1).await?;
    Ok(going.is_some_and(|room| is_over(room.state)))
}

pub(crate) async fn tell(
    tx: &Tx,
    tie: &Tie,
    side: TieSide,
    event: fn(About) -> TieEvent,
) -> Result<(), DbFault> {
    let (tenant, network) = tie.at(side);
    let about = About {
        tenant,
        network,
        tie: tie.id,
    };
    outbox::push(tx, &event(about)).await
}
