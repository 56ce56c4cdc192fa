//! Who takes part in an issue, in numbers that tell of nobody.
//!
//! Promise: a number that is told tells of nobody, also who compares it with yesterday's; the real ones are kept nowhere.
//! Absent: who they are, and who brings which perspective.
//! Start at: `numbers.rs`, then `take.rs`.

mod entity;
mod http;
mod numbers;
mod read;
mod report;
mod store;
mod take;

pub use http::routes;
pub use take::{QUEUE, due, plan, take, work};
