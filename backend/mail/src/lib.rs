//! Mail: composed from ids at the moment it goes out, by a queue that survives everything.
//!
//! What a mail may contain: the words that its kind's composer puts in, no more than the room's regime
//! allows (open: an excerpt; trusted: title and link; closed: that there is something new, and a link),
//! and no address but the recipient's. The table holds ids only; permission, mute and what was read
//! are looked at again when the mail goes out.
//!
//! Promise: a mail about one thing goes to an address once; at most one double after a crash, with the
//! same Message-ID; a mail that cannot be delivered is announced; no log holds an address or a text;
//! a sign-in code never waits behind an overview.
//! Absent: who wants to hear what (see `notifications`); signatures (DKIM is the mail server's work).
//! Start at: `kinds/mod.rs`, then `send.rs`, then `work.rs`.
//!
//! To add a mail:
//! 1. a variant of [`MailKind`] with ids only, its name, lane, tenant and subject in `kinds/mod.rs`;
//! 2. its composer in `kinds/<name>.rs`, which looks again whether the mail is still wanted;
//! 3. its sentences in `locales/*/mail.ftl`, the reason ("U krijgt deze mail omdat …") among them;
//! 4. the call of [`queue::put`] where it is decided: in `on_event.rs`, with its event in [`SUBSCRIBES`];
//! 5. what it means when it is refused, in `refused.rs`, if anybody waits for it;
//! 6. a test in `tests/` that reads the mail as its reader does.

mod answering;
mod backoff;
mod compose;
mod domain;
mod event;
mod excerpt;
mod headers;
mod html;
mod kinds;
pub mod mailbox;
mod message;
mod notify;
mod on_event;
mod plain;
pub mod queue;
mod refused;
mod send;
mod smtp;
#[cfg(test)]
mod tests;
mod transport;
mod work;

pub use answering::Answering;
pub use compose::{ComposeFault, compose};
pub use domain::{name_server, read_domain};
pub use event::MailEvent;
pub use kinds::{AccountChange, Composition, MailKind, answer_kept};
pub use message::{Block, Brand, Outgoing, Recipient, Sender, Unsubscribe};
pub use notify::notify_due;
pub use on_event::{SUBSCRIBES, on_event};
pub use queue::Lane;
pub use smtp::{SmtpFault, SmtpSettings, SmtpTransport};
pub use transport::{Delivery, FileTransport, MemoryTransport, Transport};
pub use work::{run, work_once};

use std::sync::Arc;

use db::Db;
use kernel::Clock;
use platform::Secrets;
use web::i18n::Locales;

impl erasure::Mailbox for Services {
    async fn forget(&self, addresses: &[String]) {
        for address in addresses {
            self.transport.forget(address).await;
        }
    }
}

/// What writing and sending need.
pub struct Services {
    pub db: Db,
    pub clock: Arc<dyn Clock>,
    pub secrets: Secrets,
    pub locales: Arc<Locales>,
    pub transport: Arc<dyn Transport>,
    pub sender: Sender,
    /// Where answers come in; none when they are not taken by mail.
    pub answering: Option<Answering>,
    /// `https://host`, without a slash at the end.
    pub public_url: String,
}
