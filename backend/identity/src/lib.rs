//! Identity: who you are, on the whole installation, and how you prove it.
//!
//! Promise: no answer tells whether an address exists; no secret is stored or logged; a session ends
//! everywhere at the moment it is ended.
//! Absent: no roles (see `platform::grants`), no profile (see `people`).
//! Start at: `request_code.rs`, then `sign_in.rs`, then `session.rs`.

pub mod codes;
pub mod cookies;
mod entity;
mod event;
mod fault;
mod http;
mod limits;
mod model;
mod profile;
pub mod read;
mod request_code;
pub mod session;
mod sign_in;
mod sign_out;
mod store;
mod token;

pub use event::IdentityEvent;
pub use fault::IdentityFault;
pub use http::routes;
pub use limits::Limits;
pub use model::{LocalPath, Proof};
pub use request_code::{CodeRequest, request_code};
pub use sign_in::{SignedInAs, open_session, sign_in};
pub use store::{forget_expired, mark_bounced, register};
