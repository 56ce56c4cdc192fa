//! Emergency access (noodtoegang): two people of an organisation together read a closed room, or learn whose one alias is.
//! Decision 0067.
//!
//! Promise: nobody opens one alone; there is a reason and an end, and from the moment that it is open everybody who takes
//! part reads who opened it, why, until when, and which conversations were read. Whoever takes part stays who they were:
//! nothing that leads from an alias to a person is written down, also not here.
//! Absent: a right to write, a socket, a search, a file; a second way into a room.
//! Start at: `ask.rs`, then `decide.rs` and `read_along.rs`.

mod ask;
mod decide;
mod entity;
mod event;
mod fault;
mod http;
mod model;
mod policy;
mod read;
mod read_along;
mod read_rooms;
mod store;
mod views;

pub use event::EmergencyEvent;
pub use fault::EmergencyFault;
pub use http::routes;
pub use read::{Concerned, concerned};
pub use store::forget;
