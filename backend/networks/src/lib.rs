//! Networks: circles of people that stay, each with a charter and a closed room of its own.
//!
//! The room is an issue of the kind `network`, with the same id: who is in it, who may be asked, what they say, and
//! what came of it when it closes, are the rules of `issues`, `threads`, `invitations` and `results`. Decision 0046.
//! Promise: nobody comes in without having agreed with the house rules as they are; who is in it is known inside only.
//! Absent: a list of whoever is in which network; a network without an end of its own making; a score of anybody.
//! Start at: `found.rs`, then `rules.rs`; the path of a member: `orientation.rs` and `walk.rs` (decision 0056); what
//! happens at night: `quiet.rs` and `path.rs`.

mod change_charter;
mod entity;
mod event;
mod fault;
mod found;
mod http;
mod http_members;
mod model;
mod orientation;
mod path;
mod policy;
mod quiet;
pub mod read;
pub mod read_members;
mod rules;
mod standing;
mod store;
mod store_members;
mod turn;
mod views;
mod views_members;
mod walk;

pub use event::{NetworkEvent, Walk};
pub use fault::NetworkFault;
pub use found::{NetworkText, found_in};
pub use http::routes;
pub use model::{Charter, Network, NetworkKind};
pub use orientation::{begin, seed as seed_orientation};
pub use path::look_after_members;
pub use quiet::look_after_networks;
pub use rules::{Entrance, enter, entrance};
pub use turn::Turn;
pub use walk::{Farewell, farewell};
