//! Identity: who you are, on the whole installation, and how you prove it.
//!
//! Promise: no answer tells whether an address exists; no secret is stored or logged; a session ends
//! everywhere at the moment it is ended.
//! Absent: no roles (see `platform::grants`), no profile (see `people`); a password is offered, never needed.
//! Start at: `request_code.rs`, then `sign_in.rs`, then `session.rs`; a lost mailbox: `addresses.rs`.

mod addresses;
pub mod codes;
#[path = "http_cookies.rs"]
pub mod cookies;
mod entity;
mod event;
mod fault;
pub mod hand_over;
mod hashing;
mod http;
mod http_addresses;
mod http_me;
mod http_password;
mod http_sessions;
mod limits;
mod model;
pub mod names;
mod password;
mod policy;
mod profile;
mod prove_self;
pub mod read;
mod request_code;
pub mod session;
mod sign_in;
mod sign_out;
mod store;
mod store_addresses;
mod store_codes;
mod store_hand_over;
mod store_names;
mod store_passwords;
mod strength;
#[cfg(test)]
mod tests;
mod token;

pub use event::IdentityEvent;
pub use fault::IdentityFault;
pub use http::routes;
pub use limits::Limits;
pub use model::{LocalPath, OwnAddress, Proof, Purpose};
pub use prove_self::{end_sessions_of, prove_self, send_own_code};
pub use request_code::{CodeRequest, request_code};
pub use sign_in::{SignedInAs, open_session, sign_in};
pub use sign_out::end_session;
pub use store::{forget_expired, lock_person, name_if_blank, register, take_in};
pub use store_addresses::mark_bounced;
