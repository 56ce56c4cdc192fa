//! What every fault of every slice can say of itself.

use crate::{Seq, ThreadId};

/// The class of a fault, as HTTP counts them, without depending on HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    BadRequest,
    Unauthorized,
    Forbidden,
    NotFound,
    Conflict,
    Gone,
    PreconditionFailed,
    TooLarge,
    UnsupportedMedia,
    PreconditionRequired,
    TooManyRequests,
    Internal,
    Unavailable,
    StorageFull,
}

/// One field that was refused: where (RFC 6901 pointer) and why (a stable code).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    pub pointer: String,
    pub code: String,
}

impl FieldFault {
    pub fn new(pointer: impl Into<String>, code: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            code: code.into(),
        }
    }
}

/// What a fault says, and all that it says of its causes: for a log, not for a reader.
pub fn chain(fault: &dyn std::error::Error) -> String {
    let mut said = fault.to_string();
    let mut cause = fault.source();
    while let Some(inner) = cause {
        said = format!("{said}: {inner}");
        cause = inner.source();
    }
    said
}

/// A fault with a stable code: the code is the contract, the sentence comes from the catalogue.
pub trait Coded: std::error::Error + Send + Sync + 'static {
    /// `thread.not-found`: never changes once released.
    fn code(&self) -> &'static str;
    fn status(&self) -> Status;
    /// The fields that were refused, all at once.
    fn fields(&self) -> Vec<FieldFault> {
        Vec::new()
    }
    /// Seconds to wait before another try.
    fn retry_after(&self) -> Option<u64> {
        None
    }
    /// The post that says the same already.
    fn earlier(&self) -> Option<(ThreadId, Seq)> {
        None
    }
}
