//! Issues that organisations pick up together: asking, answering, and going apart again.
//!
//! Promise: each organisation joins by a decision of its own; joining opens nothing that was closed; who goes leaves
//! whoever takes part where they are. Decision 0050.
//! Absent: a right to read; a person's name: it is organisations that ask and answer.
//! Start at: `model.rs`, then `ask.rs` and `answer.rs`.

mod answer;
mod ask;
mod entity;
mod event;
mod fault;
mod http;
mod model;
mod policy;
pub mod read;
mod store;
mod views;

pub use answer::{accept, forget};
pub use ask::{NewAsk, ask};
pub use event::JoinEvent;
pub use fault::JoinFault;
pub use http::routes;
pub use model::{Join, JoinState, Side};
