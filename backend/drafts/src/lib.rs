//! Drafts: what a person was typing, kept until it is sent, on every device.
//!
//! Promise: nobody but its writer reads a draft.
//! Absent: which texts may be kept, which `threads` knows: of what is written for a room in which nobody learns who wrote
//! what, nothing is kept here.
//! Start at: `store.rs`.

mod entity;
mod store;

pub use store::{Draft, forget, forget_old, keep, list, load, move_on};
