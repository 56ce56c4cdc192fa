//! Working agreements (samenwerkafspraken): what the people of an issue expect of each other, who does what, and how
//! often those who run it report. Decision 0054.
//!
//! Promise: whoever takes part agrees with one version, and is asked again when it changes; a rhythm that was promised
//! and not kept is told to those who promised it, and to nobody else.
//! Absent: a door that stays shut for whoever does not agree.
//! Start at: `put.rs`; what happens at night: `rhythm.rs`.

mod agree;
mod entity;
mod event;
mod fault;
mod http;
mod model;
mod policy;
mod put;
mod read;
mod rhythm;
mod store;
mod views;

pub use event::AgreementEvent;
pub use fault::AgreementFault;
pub use http::routes;
pub use model::{AgreementText, Rhythm};
pub use put::seed;
pub use rhythm::look_after_agreements;
