//! Telling what happened in a room: with who did it where the room names people, else without.

use db::{DbFault, Tx, outbox};
use issues::Regime;
use kernel::Event;

pub async fn announce<E: Event>(tx: &Tx, regime: Regime, event: &E) -> Result<(), DbFault> {
    if regime.names_people() {
        outbox::push(tx, event).await
    } else {
        outbox::push_unsigned(tx, event).await
    }
}
