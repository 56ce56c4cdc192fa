//! What was done to a room: another pace, or a post that went back to its writer.
//!
//! Promise: a line is in the transaction of its act, and goes with its room. It says what was done and why, never by
//! whom and never to whom: the room reads it.
//! Absent: decisions about posts, which `moderation` keeps with their reasons.
//! Start at: `act.rs`.

mod act;
mod entity;
pub mod read;
mod store;

pub use act::{Line, Pacing, RoomAct};
pub use store::record;
