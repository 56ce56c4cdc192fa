//! What an operator says about an installation, read once and refused when it cannot be meant.
//!
//! Promise: a setting that cannot be used ends the start with its name and a hint; no fault tells a secret.
//! Absent: using them, which `app` does; asking a server whether it is there.
//! Start at: `all.rs`, then `check.rs`.

mod all;
mod check;
pub mod config_file;
pub mod environment;
mod of_answers;
mod of_bus;
mod of_files;
mod of_logs;
mod of_search;
mod secret;
pub mod sqlite_address;

pub use all::Settings;
pub use of_logs::LogFormat;
pub use secret::hex;

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
