//! The built program as its operator runs it: started, asked, and killed without a warning.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that stumbles has failed and says where"
)]

mod commanded;
mod copied;
mod domain;
mod erased;
mod killed;
mod mailed;
mod measured;
mod moved;
mod nodes;
mod objecting;
mod operator;
mod stopped;
mod traced;
mod under_load;
