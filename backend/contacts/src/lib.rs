//! Contact requests: somebody who found a person asks that person for contact, and the person decides.
//!
//! Promise: no address leaves without its owner's choice for this one answer; a "no", "never again" and no answer look the
//! same to who asked, and take as long; what was asked is forgotten in three weeks. Decision 0052.
//! Absent: messages between two people: what goes on, goes on in an issue or a network, or outside.
//! Start at: `ask.rs`, then `answer.rs`.

mod answer;
mod ask;
mod entity;
mod event;
mod fault;
mod http;
mod letter;
mod limits;
mod model;
mod policy;
pub mod read;
mod store;
mod views;

pub use answer::{Answer, Never, answer};
pub use ask::{NewContact, ask};
pub use event::ContactEvent;
pub use fault::ContactFault;
pub use http::routes;
pub use letter::{AnswerLetter, RequestLetter, answer_letter, request_letter};
pub use limits::Limits;
pub use model::{ContactRequest, ContactState};
pub use store::forget;
