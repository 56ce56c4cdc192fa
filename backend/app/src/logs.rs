//! The log: one line for each thing that an operator should know, on standard error.

mod seldom;

use settings::LogFormat;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::{Settings, StartFault};
pub use seldom::PASSING;
use seldom::Seldom;

/// What is logged when the operator says nothing else (`RUST_LOG`).
const FILTER: &str = "info,sqlx=warn,tantivy=warn,sea_orm_migration=warn,actix_server=warn,meilisearch_sdk=error,async_nats=off";

/// A library that would log what people wrote, whatever the operator asks for.
pub const NEVER_LOGGED: &str = "html5ever=off";

/// Logs from now on.
pub fn begin(settings: &Settings) -> Result<(), StartFault> {
    let asked = EnvFilter::try_from_default_env();
    let filter = asked.unwrap_or_else(|_| FILTER.into());
    let filter = match NEVER_LOGGED.parse() {
        Ok(never) => filter.add_directive(never),
        Err(_) => filter,
    };
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let all = tracing_subscriber::registry()
        .with(filter)
        .with(Seldom::default());
    match settings.log_format()? {
        LogFormat::Text => all.with(lines).init(),
        LogFormat::Json => all.with(lines.json().flatten_event(true)).init(),
    }
    Ok(())
}
