//! Outcomes (terugkoppelingen): what was heard, what is done with it, what not and why, what you can do now.

mod entity;
mod http;
mod model;
mod policy;
mod publish_outcome;
pub mod read;
mod review_outcome;
mod save_outcome;
pub(crate) mod store;
mod store_cited;
pub mod views;

pub use http::routes;
pub use model::{Edition, Outcome, OutcomeText, Review, Statement, StatementKind, StatementText};
pub use publish_outcome::{Publishing, publish};
pub use save_outcome::save;
