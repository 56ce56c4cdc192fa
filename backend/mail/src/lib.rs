//! Mail: composed from ids at the moment it goes out, by a queue that survives everything.
//!
//! Promise: a mail holds no more than its room's regime allows; at most one double after a crash, with
//! the same Message-ID; a mail that came back is known to whoever asked for it.
//! Absent: who wants to hear what (see `notifications`).
//!
//! To add a mail: 1. a variant of [`MailKind`]; 2. its composer in `kinds/`; 3. its sentences in
//! `locales/*/mail.ftl`; 4. the call of [`queue::put`] where it is decided; 5. a test that reads it.

mod compose;
mod kinds;
pub mod mailbox;
mod message;
mod on_event;
pub mod queue;
mod send;
mod transport;

pub use compose::compose;
pub use kinds::MailKind;
pub use message::{Block, Outgoing, Sender};
pub use on_event::{SUBSCRIBES, on_event};
pub use send::{QUEUES, send};
pub use transport::{Delivery, FileTransport, MemoryTransport, SmtpSettings, SmtpTransport, Transport};

use std::sync::Arc;

use db::Db;
use platform::Secrets;
use web::i18n::Locales;

/// What writing and sending need.
pub struct Services {
    pub db: Db,
    pub secrets: Secrets,
    pub locales: Arc<Locales>,
    pub transport: Arc<dyn Transport>,
    pub sender: Sender,
    /// `https://host`, without a slash at the end.
    pub public_url: String,
}
