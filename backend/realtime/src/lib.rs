//! One socket per browser, many topics.
//!
//! Promise: nothing is missed, nothing comes twice, nothing leaks: every event is read from the database
//! by its number, and who listens is checked again whenever access to the issue changed.
//! Absent: no rule of the product, no memory that matters; kill it and nothing is lost.
//! Start at: `protocol.rs`, then `socket.rs`, then `hub.rs`.

mod connection;
mod hub;
mod news;
mod pace;
mod presence;
mod protocol;
mod pump;
mod queue;
mod rights;
mod socket;
mod streamed;
mod writers;

pub use connection::Services;
pub use hub::{CloseReason, Hub, Which};
pub use pump::run;
pub use socket::routes;
pub use streamed::{OF_POSTS, is_streamed};
