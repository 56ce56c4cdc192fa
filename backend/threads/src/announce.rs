//! Telling what happened in a room: with who did it where the room names people, else without.

use db::{DbFault, Tx, outbox};
use kernel::Event;

use crate::model::Room;

pub async fn announce<E: Event>(tx: &Tx, room: &Room, event: &E) -> Result<(), DbFault> {
    if room.regime.names_people() {
        outbox::push(tx, event).await
    } else {
        outbox::push_unsigned(tx, event).await
    }
}
