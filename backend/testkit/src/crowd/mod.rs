//! People who go on when a node does not: they send again, with the same key, and come back to where they were.

mod reader;
mod writer;

pub use reader::Reader;
pub use writer::{Post, WORDS, Writer, Written};

use std::time::Duration;

/// How often somebody tries again who got no answer.
const AGAIN: Duration = Duration::from_millis(100);
