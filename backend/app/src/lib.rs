//! The composition root: settings in, a running platform out.
//!
//! Promise: everything is built once, here; slices find each other only through what they are given.
//! Absent: no rule of the product.
//! Start at: `state.rs`, then `routes.rs`, then `workers.rs`.

mod again;
pub mod backup;
pub mod calendar;
pub mod command;
pub mod demo;
pub mod docs;
pub mod doctor;
pub mod erasures_cli;
pub mod health;
mod hosts;
pub mod jobs_cli;
pub mod logs;
pub mod measures;
pub mod middleware;
pub mod moving;
pub mod nodes;
pub mod objections_cli;
pub mod openapi;
pub mod receive_cli;
pub mod reports_cli;
pub mod routes;
pub mod schema;
pub mod secret_cli;
pub mod server;
pub mod state;
pub mod tenants_cli;
pub mod traces;
pub mod upgrade;
pub mod workers;

pub use logs::NEVER_LOGGED;
pub use settings::{Settings, StartFault};
pub use state::{RequestLimits, State};

/// A sixth of the time of a page went to the allocator of the system, a profile said.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
