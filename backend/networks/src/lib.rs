//! Networks: circles of people that stay, each with a charter and a closed room of its own.
//!
//! The room is an issue of the kind `network`, with the same id: who is in it, who may be asked, what they say, and
//! what came of it when it closes, are the rules of `issues`, `threads`, `invitations` and `results`. Decision 0046.
//! Promise: nobody comes in without having agreed with the house rules as they are; who is in it is known inside only.
//! Absent: a list of whoever is in which network; a network without an end of its own making.
//! Start at: `found.rs`, then `rules.rs`; what happens at night: `quiet.rs`.

mod change_charter;
mod entity;
mod event;
mod fault;
mod found;
mod http;
mod model;
mod policy;
mod quiet;
pub mod read;
mod rules;
mod store;
mod turn;
mod views;

pub use event::NetworkEvent;
pub use fault::NetworkFault;
pub use found::{NetworkText, found_in};
pub use http::routes;
pub use model::{Charter, Network, NetworkKind};
pub use quiet::look_after_networks;
pub use rules::{Entrance, enter, entrance};
pub use turn::Turn;
