//! The only crate that opens connections: how to begin, read and write, and how work is queued.
//!
//! Promise: a transaction knows who acts and which tenants it may touch; what is announced in it
//! goes out only after it is committed.
//! Absent: no table of any slice, no rule of the product.
//! Start at: [`Db::begin`] to write, [`Db::read`] to read.

mod across;
mod collisions;
mod constraint;
pub mod dead;
mod fault;
pub mod jobs;
mod measure;
pub mod outbox;
mod packed;
mod pool;
mod reader;
mod readers;
mod replica;
mod sql;
mod together;
pub mod turns;
mod tx;
mod version;
mod walled;
mod writer;
#[cfg(test)]
mod writer_tests;
mod writing;

pub use across::Across;
pub use collisions::watched;
pub use constraint::{OnUnique, Unique, rows_inserted};
pub use fault::DbFault;
pub use measure::Ran;
pub use packed::{OF, Within, packed, packed_with};
pub use pool::{Db, Following, ReplicaSettings, STATEMENT_LIMIT, Settings};
pub use reader::Reader;
pub use sql::{Sql, any_of};
pub use tx::{Read, Tx};
pub use version::next_version;
pub use writing::Writing;
