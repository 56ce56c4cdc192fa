//! Search: one box over everything that somebody may read. The index is a projection; it may be thrown away.
//!
//! Promise: nobody finds what the database would not show them: the engine narrows by the asker's
//! readers, then every hit is read through the condition of the slice that owns it, and totals, facets and
//! suggestions count only what is left. What was committed is found within two seconds; what was withdrawn is gone.
//! After a crash the events since the last commit are heard again; an index that is damaged is filled anew.
//! Absent: no query language, no personal ranking, no log of what was searched for; no people in the index (the
//! directory of `people` is asked for who opted in), never a perspective, a participation or a membership.
//! One process writes the index; others read it. While an engine is away, everything but searching goes on; when it is
//! back, what happened since it last heard is heard again.
//! Start at: `find.rs`, then `document.rs` for who may find what.

mod analysis;
mod asker;
mod document;
mod engine;
mod facets;
mod fault;
mod find;
mod gather;
mod http;
mod keep_up;
mod meilisearch;
mod on_event;
mod people;
mod rebuild;
mod services;
mod snippet;
mod sources;
mod suggest;
mod tantivy;
#[cfg(test)]
mod tests;
mod views;

use std::path::Path;
use std::sync::Arc;

pub use document::{Document, Key, Kind};
pub use engine::{Engine, EngineFault};
pub use fault::SearchFault;
pub use find::{Ask, Found, Wanted, find};
pub use http::routes;
pub use keep_up::{run, work_once};
pub use meilisearch::{Checked, Server, ServerFault, check};
pub use on_event::{SUBSCRIBES, on_events};
pub use rebuild::{erase, rebuild};
pub use services::Services;
pub use suggest::suggest;

/// The embedded engine, on a directory of its own. An index that cannot be used is replaced by an empty one.
pub fn open(path: &Path) -> Result<Arc<dyn Engine>, EngineFault> {
    Ok(Arc::new(tantivy::Embedded::open(path)?))
}

/// A server beside us; it may be away now, and come back.
pub fn connect(server: &Server) -> Result<Arc<dyn Engine>, EngineFault> {
    Ok(Arc::new(meilisearch::Remote::new(server)?))
}
