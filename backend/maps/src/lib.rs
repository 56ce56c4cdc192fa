//! Maps of an issue (kaart van het krachtenveld): which positions there are in the debate, what each is after, and
//! where it may go wrong. Decision 0067.
//!
//! Promise: one text, which whoever runs the issue writes; the others read it once it is shown to them.
//! Absent: a person, in any field; what somebody thinks of a position.
//! Start at: `save.rs`.

mod entity;
mod fault;
mod http;
mod model;
mod persons;
mod policy;
mod read;
mod save;
mod store;
mod views;

pub use fault::MapFault;
pub use http::routes;
pub use model::MapText;
pub use save::seed;
