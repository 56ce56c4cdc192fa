//! Mutes: of whom somebody reads less, and from whom they want to hear nothing.
//!
//! Promise: it is the reader's own, and nobody else learns of it. Decision 0066.
//! Absent: what a browser does with it; who is told of what, which is `notifications`.
//! Start at: `mute.rs`.

mod entity;
mod fault;
mod http;
mod mute;
mod store;

pub use fault::MuteFault;
pub use http::routes;
pub use store::{blocked_by, blocks, forget_aliases, who_muted};
