//! Facilitating (begeleiden): what whoever runs an issue sees of how its conversations go, how they set the pace of one, the
//! summary that they write on top of it, and the words that an organisation watches. Decision 0064.
//!
//! Promise: only whoever runs the issue sees how it goes, with names only where the room tells names; what they do is told
//! to the room with its reason, but for a word to somebody who has not spoken, which only they read; a summary keeps all its versions, for everybody who reads the room.
//! Absent: a label on a person, a reading of minds; what the pace does to writing, which is `threads`.
//! Start at: `cockpit.rs`, then `act.rs`.

mod act;
mod cockpit;
mod entity;
mod entity_note;
mod event;
mod fault;
mod heat;
mod http;
mod http_notes;
mod http_parked;
mod http_rooms;
mod http_rules;
mod note;
mod parked;
mod policy;
mod read;
pub mod read_notes;
mod read_parked;
mod store;
mod store_notes;
mod store_parked;
mod succeed;
mod views;
mod views_parked;
mod views_rules;
mod word_rules;

pub use act::summarised_in;
pub use event::{NoteEvent, ParkedEvent, RoomEvent};
pub use fault::FacilitatingFault;
pub use http::routes;
pub use note::forget as forget_notes;
pub use parked::{NewParked, parked_in};
pub use read::version_of;
pub use word_rules::{WordRule, ordered_in as order_words_in};
