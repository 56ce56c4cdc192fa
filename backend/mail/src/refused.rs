//! A mail that will never arrive: its address is marked, and whoever waits for it is told.

use db::{DbFault, Tx, outbox};

use crate::MailEvent;
use crate::queue::Waiting;

pub async fn refused(tx: &Tx, waiting: &Waiting, address_is_dead: bool) -> Result<(), DbFault> {
    if address_is_dead {
        identity::mark_bounced(tx, &waiting.recipient.address).await?;
    }
    let event = MailEvent::Refused {
        message: waiting.id,
        mail: waiting.kind.name().to_owned(),
        tenant: waiting.kind.tenant(),
        about: waiting.kind.about(),
    };
    outbox::push(tx, &event).await
}
