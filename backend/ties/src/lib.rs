//! Networks together: asking another network for contact, being in contact, talking with each other in a room of their
//! own, and going up into the other.
//!
//! Promise: a network asks only what it may read, and nobody is told of a network that they may not read; who is in which
//! of the two is told to nobody by any of this; who goes along into another network goes by a yes of their own, and agrees
//! with its house rules first. Decisions 0057 and 0058.
//! Absent: a person's name: it is networks that ask and answer. A list of who came along.
//! Start at: `model.rs`, then `ask.rs`, `answer.rs`, `merge.rs` and `come_along.rs`; the conversation of two: `talk.rs`,
//! then `propose_talk.rs`, `answer_talk.rs` and `join_talk.rs`.

mod answer;
mod answer_talk;
mod ask;
mod come_along;
mod entity;
mod event;
mod fault;
mod http;
mod http_merge;
mod http_talks;
mod join_talk;
mod merge;
mod model;
mod policy;
mod policy_talks;
mod propose_talk;
pub mod read;
mod read_talks;
mod store;
mod store_talks;
mod talk;
mod views;
mod views_talks;

pub use answer::{answered_in, forget};
pub use answer_talk::accepted_in;
pub use ask::asked_in;
pub use event::{AboutTalk, TalkEvent, TieEvent};
pub use fault::TieFault;
pub use http::routes;
pub use join_talk::look_after_talks;
pub use model::{Tie, TieSide, TieState};
pub use propose_talk::proposed_in;
pub use talk::{Talk, TalkState, TalkText};
