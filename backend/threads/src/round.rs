//! Rounds: everyone once before anyone twice.
//!
//! Promise: nobody speaks twice in a round, from however many devices; who lets a round pass may still speak in it; whoever
//! runs the issue begins the next round, also while somebody has not spoken, and is not bound where people have names.

use db::{Db, Tx};
use kernel::{Scope, ThreadId};
use platform::Secrets;

use crate::announce::announce;
use crate::model::{Room, ThreadKind};
use crate::{ThreadFault, TurnEvent, Voice, policy, read, store_round};

/// After a post was written, under the lock of its thread: two at once do not both fit.
pub(crate) async fn keep_turns(tx: &Tx, room: &Room, voice: Voice) -> Result<(), ThreadFault> {
    // Under an alias, whoever spoke twice would be known for who runs it.
    let leads = room.role == Some(kernel::IssueRole::Facilitator);
    let bound = !leads || !room.regime.names_people();
    if room.kind != ThreadKind::Round || !bound {
        return Ok(());
    }
    let round_from = store_round::began_after(tx, room.id).await?;
    if store_round::spoke(tx, room.id, voice, round_from).await? > 1 {
        return Err(ThreadFault::OthersFirst);
    }
    Ok(())
}

/// Lets this round pass, or does not after all.
pub(crate) async fn pass(
    scope: &Scope,
    db: &Db,
    secrets: &Secrets,
    thread: ThreadId,
    skips: bool,
) -> Result<(), ThreadFault> {
    let tx = db.begin(scope).await?;
    let room = read::room(&tx, thread).await?;
    let permit = policy::may_take_turn(scope, &room)?;
    let voice = Voice::of(room.regime, room.issue, permit.person, secrets);
    if store_round::skip(&tx, &permit, voice, &room, skips).await? {
        let (tenant, issue, thread) = (room.tenant, room.issue, room.id);
        let event = TurnEvent::Passed {
            tenant,
            issue,
            thread,
        };
        announce(&tx, room.regime, &event).await?;
    }
    Ok(tx.commit().await?)
}

/// Begins the next round. Whoever began it twice began it once: both name the round that they saw.
pub(crate) async fn next(
    scope: &Scope,
    db: &Db,
    thread: ThreadId,
    seen: i64,
) -> Result<(), ThreadFault> {
    let tx = db.begin(scope).await?;
    let room = read::room(&tx, thread).await?;
    let permit = policy::may_open_round(scope, &room)?;
    if store_round::begin(&tx, &permit, seen).await? {
        let (tenant, issue, thread) = (room.tenant, room.issue, room.id);
        let event = TurnEvent::Began {
            tenant,
            issue,
            thread,
        };
        announce(&tx, room.regime, &event).await?;
    }
    Ok(tx.commit().await?)
}
