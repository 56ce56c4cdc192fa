//! People: what they say of themselves and to whom, the directory made of it, and an organisation's members.
//!
//! Promise: nothing is shown that the person did not opt into for this asker; consent that is taken
//! back works with the next question; there is no list of everybody.
//! Whoever is found may also show what they have seen and done, their story, their languages, and what they do at the
//! organisations that they are members of; nobody is found by those.
//! Nobody is seen in a conversation, or typing, who did not choose so.
//! Each sees of themselves what others can, who saw them, and what they agreed to; one switch hides them everywhere.
//! Absent: no cross-tenant list, no export, no paging; no field for what a person believes, has or is.
//! Start at: `directory.rs`, then `read.rs` for the one condition.

mod declare;
mod directory;
mod entity;
mod event;
mod fault;
mod hide;
mod http;
mod http_members;
mod http_own;
mod http_presence;
mod http_profile;
mod limits;
mod members;
mod model;
mod policy;
mod presence;
mod profile;
pub mod read;
mod read_profile;
mod say;
mod say_role;
mod store;
mod store_profile;

pub use declare::{Declaration, declare};
pub use directory::{Found, Hit, Question, find};
pub use event::PeopleEvent;
pub use fault::PeopleFault;
pub use hide::hide;
pub use http::routes;
pub use limits::Limits;
pub use members::{pass_ownership, team};
pub use model::{Audience, Availability, Facet, FacetKind, PresenceChoice, Showing};
pub use profile::{Languages, ShownProfile, TextPart};
pub use read::Meaning;
pub use read_profile::shown_to_inviters;
pub use say::{Saying, say_languages, say_text};
pub use say_role::{forget_consents, say_role};
