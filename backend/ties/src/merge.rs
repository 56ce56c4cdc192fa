//! Going up into another network: proposed by the one that goes, taken in by the other, called off by either.
//!
//! Promise: nobody is moved by this; it opens a door that each person of the one walks through alone, until a day.

use db::{Db, Tx};
use kernel::{IssueId, Scope, TieId};

use crate::answer::{is_merged, opened, tell};
use crate::ask::parse;
use crate::model::{Tie, TieState};
use crate::{TieEvent, TieFault, policy, read, store};

pub(crate) async fn propose(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    id: TieId,
    reason: &str,
) -> Result<(), TieFault> {
    let (tx, own, tie) = opened(scope, db, network, id).await?;
    let permit = policy::may_merge(own, &tie, other_is_open(&tx, &tie, network).await?)?;
    // Two proposals at one instant: the second waits here, and then sees the first.
    store::lock_all_of(&tx, network).await?;
    if goes_elsewhere(&tx, network, id).await? {
        return Err(TieFault::Merging);
    }
    let reason = parse("/reason", reason)?;
    store::propose_merge(&tx, &permit, &reason).await?;
    tell(&tx, &tie, permit.by.other(), TieEvent::News).await?;
    Ok(tx.commit().await?)
}

/// Yes: from now on everybody in the other is asked whether they come along.
pub(crate) async fn take_in(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    id: TieId,
) -> Result<(), TieFault> {
    let (tx, own, tie) = opened(scope, db, network, id).await?;
    let permit = policy::may_take_in(own, &tie, other_is_open(&tx, &tie, network).await?)?;
    // What is proposed at this instant waits here, or was there first.
    store::lock_all_of(&tx, network).await?;
    if goes_up(&tx, network).await? {
        return Err(TieFault::Merging);
    }
    store::take_in(&tx, &permit, scope.now.plus(Tie::TO_COME_ALONG)).await?;
    tell(&tx, &tie, permit.by.other(), TieEvent::Merging).await?;
    Ok(tx.commit().await?)
}

/// Refused, or called off; who came along already stays where they went.
pub(crate) async fn call_off(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    id: TieId,
) -> Result<(), TieFault> {
    let (tx, own, tie) = opened(scope, db, network, id).await?;
    let permit = policy::may_call_off(own, &tie, is_merged(&tx, &tie).await?)?;
    store::call_off(&tx, &permit).await?;
    tell(&tx, &tie, permit.by.other(), TieEvent::News).await?;
    Ok(tx.commit().await?)
}

async fn other_is_open(tx: &Tx, tie: &Tie, network: IssueId) -> Result<bool, TieFault> {
    let side = tie.side_of(network).ok_or(TieFault::NotFound)?;
    let other = issues::read::find_invited(tx, tie.at(side.other()).1).await?;
    Ok(other.is_some_and(|room| room.state.invites()))
}

/// What goes up into another network itself takes none in.
async fn goes_up(tx: &Tx, network: IssueId) -> Result<bool, TieFault> {
    let ties = read::all_of(tx, network, &[TieState::Tied]).await?;
    Ok(ties.iter().any(|tie| {
        let merge = tie.merge.as_ref();
        merge.is_some_and(|merge| tie.side_of(network) == Some(merge.side))
    }))
}

/// A network goes up into one other, and takes none in on its way.
async fn goes_elsewhere(tx: &Tx, network: IssueId, id: TieId) -> Result<bool, TieFault> {
    let ties = read::all_of(tx, network, &[TieState::Tied]).await?;
    Ok(ties.iter().any(|tie| tie.id != id && tie.merge.is_some()))
}
