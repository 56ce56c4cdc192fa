//! What happened, and the mail that follows from it.

use db::{DbFault, Sql, Tx};
use identity::{IdentityEvent, codes};
use kernel::EventHead;

use crate::MailKind;
use crate::queue::{self, Lane, Recipient};

/// The kinds of events that a mail follows from directly.
pub const SUBSCRIBES: &[&str] = &[IdentityEvent::CODE_REQUESTED];

/// Queues the mail, in the transaction that ends the event's job.
pub async fn on_event(tx: &Tx, head: &EventHead) -> Result<(), DbFault> {
    if head.kind != IdentityEvent::CODE_REQUESTED {
        return Ok(());
    }
    let code = head.subject.into();
    let Some(requested) = codes::requested(tx, code).await? else { return Ok(()) };
    let recipient = Recipient { person: None, address: requested.address, locale: requested.locale };
    queue::put(tx, recipient, &MailKind::SignIn { code }, Lane::Urgent, tx.now()).await?;
    Ok(())
}
