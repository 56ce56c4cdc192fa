//! Erasing a person who asks for it (AVG, article 17). Decision 0077.
//!
//! Promise: each column of the schema that names a person has a rule here; a test compares the list with the schema, and
//! another one erases somebody and looks into every column, the index, the files and the mails. What stays of them in an
//! issue is somebody who left: a number that no row links to them, another one in each issue. Whatever stops halfway goes
//! on where it was, and who comes back with an old copy or an archive goes again.
//! Where nothing may be deleted for now, texts that are to go stay by somebody who left, and go in the night after that.
//! Absent: what others wrote about a person; copies of everything that lie elsewhere, which the ledger is for.
//! Start at: `rules.rs`, then `work.rs`; for who asks, `ask.rs`.

mod ask;
mod command;
mod entity;
mod erasing;
mod event;
mod fault;
mod http;
mod late;
mod model;
mod read;
mod rules;
mod store;
mod store_events;
mod store_late;
mod store_posts;
mod store_rows;
mod views;
mod work;

pub use command::{come_back, ledger, order, replay};
pub use erasing::Erasing;
pub use event::ErasureEvent;
pub use fault::ErasureFault;
pub use http::routes;
pub use late::forget_late_texts;
pub use model::{Asked, Stage, Texts};
pub use read::erased_among;
pub use rules::{OTHERWISE, Rule, Then, of_addresses, of_people};
pub use work::{Mailbox, work};
