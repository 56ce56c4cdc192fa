//! The composition root: settings in, a running platform out.
//!
//! Promise: everything is built once, here; slices find each other only through what they are given.
//! Absent: no rule of the product.
//! Start at: `state.rs`, then `routes.rs`, then `workers.rs`.

pub mod assets;
pub mod backup;
pub mod calendar;
pub mod config;
pub mod demo;
pub mod docs;
pub mod doctor;
pub mod health;
mod hosts;
pub mod jobs_cli;
pub mod measures;
pub mod middleware;
pub mod moving;
pub mod nodes;
pub mod openapi;
mod openapi_rules;
pub mod routes;
pub mod schema;
pub mod server;
pub mod state;
pub mod tenants_cli;
pub mod upgrade;
pub mod workers;

pub use config::Settings;
pub use state::{RequestLimits, State};

/// A sixth of the time of a page went to the allocator of the system, a profile said.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What is logged when the operator says nothing else (`RUST_LOG`).
pub const LOG_FILTER: &str = "info,sqlx=warn,tantivy=warn,sea_orm_migration=warn,actix_server=warn,meilisearch_sdk=error,async_nats=off";

/// A library that would log what people wrote, whatever the operator asks for.
pub const NEVER_LOGGED: &str = "html5ever=off";

/// What can go wrong before the first request, said to the operator.
#[derive(Debug, thiserror::Error)]
pub enum StartFault {
    #[error("the setting {0} cannot be used: {1}")]
    Setting(&'static str, String),
    #[error("the data directory cannot be used")]
    Io(#[from] std::io::Error),
    #[error("the database cannot be used")]
    Db(#[from] db::DbFault),
    #[error("the schema cannot be brought up to date")]
    Migrate(#[from] sea_orm::DbErr),
    #[error("{0}")]
    Refused(String),
}
