//! Coming into a joint conversation, out of one of its two networks; and its end on the day that was agreed.
//!
//! Promise: only by a yes of one's own; from which of the two somebody came is shown to nobody, and of who did not come
//! there is no trace.

use db::{Db, DbFault, Tx, outbox};
use issues::PartBefore;
use kernel::{Denied, IssueId, Scope, TalkId};

use crate::answer_talk::are_active;
use crate::ask::within;
use crate::come_along::{Coming, let_in};
use crate::event::AboutTalk;
use crate::model::is_over;
use crate::policy_talks::takes_in;
use crate::talk::TalkState;
use crate::{TalkEvent, TieFault, read_talks, store_talks};

pub(crate) async fn join(
    scope: &Scope,
    db: &Db,
    network: IssueId,
    id: TalkId,
    how: &Coming,
) -> Result<(), TieFault> {
    let person = scope.person.ok_or(Denied::Invisible)?;
    let sql = db.read(scope);
    let found = networks::read::find(&sql, network).await?;
    found
        .filter(|network| network.room.role.is_some())
        .ok_or(TieFault::NoNetwork)?;
    let talk = read_talks::find(&sql, id).await?;
    let talk = talk.filter(|talk| talk.side_of(network).is_some());
    // What is only proposed is not there for who does not run the network.
    let talk = talk.filter(|talk| talk.room.is_some());
    let talk = talk.ok_or(TieFault::NoTalk)?;
    let tx = db.begin(&within(scope, talk.asker.0, talk.asked.0)).await?;
    // As it is now, in one piece with what is written.
    let talk = read_talks::find(&tx, id).await?.ok_or(TieFault::NoTalk)?;
    if !are_active(&tx, talk.tenants().iter()).await? {
        return Err(TieFault::Over);
    }
    let room = talk.room.filter(|_| talk.state == TalkState::Open);
    let room = issues::read::find_invited(&tx, room.ok_or(TieFault::Over)?).await?;
    let room = room.filter(|room| takes_in(&talk, room, scope.now));
    let room = room.ok_or(TieFault::Over)?;
    let before = issues::read::participant(&tx, network, person).await?;
    let before = before.ok_or(TieFault::NoNetwork)?;
    if room.role.is_some() {
        return Ok(());
    }
    // Whom the room let go does not come back by this door.
    if issues::part_before(&tx, room.id, person).await? == PartBefore::Ended {
        return Err(TieFault::Over);
    }
    let_in(&tx, &before, &room, how).await?;
    Ok(tx.commit().await?)
}

/// More wait for the next night.
const MOST: u64 = 200;

/// Closes rooms whose day has come, keeps what has come of them, and forgets what came to nothing.
pub async fn look_after_talks(tx: &Tx) -> Result<(), DbFault> {
    let due = read_talks::due(tx, MOST).await?;
    for due in &due {
        let Some((tenant, room, state)) = due.room.filter(|(.., state)| state.is_out()) else {
            continue;
        };
        if is_over(state) || !issues::close_on_its_day(tx, tenant, room, state).await? {
            continue;
        }
        let ended = TalkEvent::Ended(AboutTalk {
            tenant,
            network: room,
            talk: due.talk,
        });
        outbox::push(tx, &ended).await?;
    }
    store_talks::end(tx, due.into_iter().map(|due| due.talk)).await?;
    store_talks::forget(tx).await
}
