//! A copy of all that is kept about a person, for that person.
//!
//! Promise: each column of the schema that names a person is told, or is left out with a reason; a test compares
//! the lists with the schema. Nobody else is named, nor what others wrote, but for what they wrote to this person.
//! Absent: files themselves (each has a download of its own), and what only lets somebody in.
//! Start at: `parts.rs`.

mod http;
mod left_out;
mod part;
mod parts;
mod parts_account;
mod parts_emergency;
mod parts_moderated;
mod parts_talking;
mod read;

pub use http::routes;
pub use left_out::LEFT_OUT;
pub use part::Of;
pub use parts::parts;
