//! Going on under other rules: another conversation of the issue takes over, and this one is closed and leads there.
//!
//! Promise: both or neither. What was said stays under the rules it was said under.

use db::{Db, Tx, outbox};
use kernel::{Scope, ThreadId};
use threads::{NewPace, Room, read_pace};

use crate::{FacilitatingFault, RoomEvent};

pub(crate) async fn go_on(
    scope: &Scope,
    db: &Db,
    room: &Room,
    (next, why): (ThreadId, String),
) -> Result<(), FacilitatingFault> {
    let tx = db.begin(scope).await?;
    threads::go_on_in(&tx, scope, room, next).await?;
    let version = read_pace::pace_of(&tx, room.id).await?.version;
    let closed = NewPace {
        slow_minutes: 0,
        rests_until: None,
        closed: true,
        looked_at_first: None,
        why,
    };
    threads::set_pace(&tx, scope, room, closed, version).await?;
    tell(&tx, room, room.id).await?;
    tell(&tx, room, next).await?;
    Ok(tx.commit().await?)
}

/// Both rooms look again at how they stand.
async fn tell(tx: &Tx, room: &Room, thread: ThreadId) -> Result<(), FacilitatingFault> {
    let event = RoomEvent::Paced {
        tenant: room.tenant,
        issue: room.issue,
        thread,
    };
    Ok(outbox::push(tx, &event).await?)
}
