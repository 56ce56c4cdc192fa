//! Replacing the title of a room: the act of whoever moderates.
//!
//! Promise: the old title is nowhere any more but with whoever decided; sockets and search hear of it as of a change of the
//! post that the room was opened with.

use db::{DbFault, Tx};

use crate::announce::announce;
use crate::model::Post;
use crate::read_facts::RoomFacts;
use crate::{ThreadEvent, store_title};

/// `opening` is the first place of the room, also where its post left.
pub async fn retitle(
    tx: &Tx,
    room: &RoomFacts,
    opening: &Post,
    title: &str,
) -> Result<(), DbFault> {
    store_title::retitle(tx, room.id, title).await?;
    let event = ThreadEvent::Edited {
        tenant: room.tenant,
        issue: room.issue,
        thread: room.id,
        post: opening.id,
        seq: opening.seq,
    };
    announce(tx, room.regime, &event).await
}
