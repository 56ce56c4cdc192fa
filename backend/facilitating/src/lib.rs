//! Facilitating (begeleiden): what whoever runs an issue sees of how a conversation goes, how they set its pace, and the
//! summary that they write on top of it. Decision 0064.
//!
//! Promise: only whoever runs the issue sees how it goes, with names only where the room tells names; what they do is told
//! to the room with its reason; a summary keeps all its versions, for everybody who reads the room.
//! Absent: a label on a person, a reading of minds; what the pace does to writing, which is `threads`.
//! Start at: `cockpit.rs`, then `act.rs`.

mod act;
mod cockpit;
mod entity;
mod event;
mod fault;
mod http;
mod policy;
mod read;
mod store;
mod views;

pub use act::summarised_in;
pub use event::RoomEvent;
pub use fault::FacilitatingFault;
pub use http::routes;
