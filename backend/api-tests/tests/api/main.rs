//! What the platform promises over its API, on both databases. One binary: it links once.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::too_many_lines,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that stumbles has failed and says where; a story is told in one piece"
)]

mod bad_input;
mod codes;
mod contract;
mod cost;
mod files;
mod identity_accounts;
mod identity_tests;
mod invitations;
mod issues;
mod matrix;
mod migrations;
mod notifications;
mod own_part;
mod own_terms;
mod people;
mod realtime;
mod replay;
mod results;
mod search;
mod tenants;
mod threads;
mod unauthorized;
