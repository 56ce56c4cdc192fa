//! Responses (laten weten): one word of somebody's to what somebody else said: heard, familiar, thanks, I want to talk on.
//! Decision 0062.
//!
//! Promise: one of each per person and post, taken back at will; told as words, with who gave them where the room tells who
//! says what.
//! Absent: counting, sorting, ranking. Nothing here adds up, and nobody is told how often a post was responded to.
//! Start at: `respond.rs`.

mod entity;
mod event;
mod fault;
mod http;
mod model;
mod policy;
mod read;
mod respond;
mod store;
mod views;

pub use event::ResponseEvent;
pub use fault::ResponseFault;
pub use http::routes;
pub use model::ResponseKind;
pub use respond::respond_in;
pub use store::forget;
