//! Answers that come in by mail: what somebody wrote goes to the conversation that the mail was about.
//!
//! Promise: a mail that is delivered twice is one post; nobody may do by mail what they may not do on the page; what
//! cannot be posted is kept as its writer's draft, and they hear why; nobody answers what a machine sent; a mail as it
//! came in is kept for thirty days; no log holds an address or a text.
//! Absent: taking mail from the network, which is a mail server's work (`docs/reply-by-mail.md`).
//! Start at: `receive.rs`, then `letter.rs`, then `split.rs`.

mod entity;
mod letter;
mod receive;
mod split;
mod store;

pub use letter::Letter;
pub use receive::{InboundFault, Inbox, LARGEST, Received, receive};
pub use split::{Split, split};
pub use store::forget;
