//! What every slice stands on: tenants, grants, taxonomy, keys, references, Markdown, who was seen by whom.
//!
//! Promise: who holds which role where is answered in one place, as a condition that other queries take in.
//! Absent: no issue, no thread, no mail; a reader's right is decided by the slice that owns the row.

pub mod alias_names;
pub mod grants;
pub mod idempotency;
pub mod known_secret;
pub mod looks;
pub mod markdown;
mod refs;
mod secrets;
pub mod suppression;
pub mod taxonomy;
pub mod tenants;

pub use refs::{PersonRef, References};
pub use secrets::Secrets;
