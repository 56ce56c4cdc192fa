//! Networks together: asking another network for contact, being in contact, and going up into the other.
//!
//! Promise: a network asks only what it may read, and nobody is told of a network that they may not read; who is in which
//! of the two is told to nobody by any of this; who goes along into another network goes by a yes of their own, and agrees
//! with its house rules first. Decision 0057.
//! Absent: a person's name: it is networks that ask and answer. A list of who came along.
//! Start at: `model.rs`, then `ask.rs`, `answer.rs`, `merge.rs` and `come_along.rs`.

mod answer;
mod ask;
mod come_along;
mod entity;
mod event;
mod fault;
mod http;
mod http_merge;
mod merge;
mod model;
mod policy;
pub mod read;
mod store;
mod views;

pub use answer::{answered_in, forget};
pub use ask::asked_in;
pub use event::TieEvent;
pub use fault::TieFault;
pub use http::routes;
pub use model::{Tie, TieSide, TieState};
