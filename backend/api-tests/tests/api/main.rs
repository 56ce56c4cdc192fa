//! What the platform promises over its API, on both databases. One binary: it links once.

mod bad_input;
mod codes;
mod contract;
mod cost;
mod identity_tests;
mod issues;
mod matrix;
mod migrations;
mod realtime;
mod replay;
mod tenants;
mod threads;
mod unauthorized;
