//! Dilemmas, after the Dilemmalogica: a concern is heard by somebody else in their own words, and whoever has it says that
//! it was meant so; views are sorted by who holds them (in `threads`, beside their posts); whoever facilitates says what is
//! possible, what is not, and who decides when. Decision 0062.
//!
//! Promise: nobody says of somebody else's words what they are; what was heard counts when its author says so.
//! Absent: weighing, scores, an outcome.
//! Start at: `acknowledge.rs`, then `offer.rs`.

mod acknowledge;
mod entity;
mod event;
mod fault;
mod http;
mod model;
mod offer;
mod policy;
mod read;
mod store;
mod views;

pub use acknowledge::{answered_in, heard_in};
pub use event::DilemmaEvent;
pub use fault::DilemmaFault;
pub use http::routes;
pub use model::{Offer, Verdict};
pub use offer::offered_in;
pub use store::forget;
