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
    /// The fault of another crate that this one passes on: what it tells is told as it is.
    fn behind(&self) -> Option<&dyn Coded> {
        None
    }
    /// The fields that were refused, all at once.
    fn fields(&self) -> Vec<FieldFault> {
        self.behind().map(Coded::fields).unwrap_or_default()
    }
    /// Seconds to wait before another try.
    fn retry_after(&self) -> Option<u64> {
        self.behind().and_then(Coded::retry_after)
    }
    /// The post that says the same already.
    fn earlier(&self) -> Option<(ThreadId, Seq)> {
        self.behind().and_then(Coded::earlier)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Often;

    impl std::fmt::Display for Often {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("too often")
        }
    }

    impl std::error::Error for Often {}

    impl Coded for Often {
        fn code(&self) -> &'static str {
            "limit.too-many"
        }
        fn status(&self) -> Status {
            Status::TooManyRequests
        }
        fn fields(&self) -> Vec<FieldFault> {
            vec![FieldFault::new("/body", "limit.too-many")]
        }
        fn retry_after(&self) -> Option<u64> {
            Some(7)
        }
    }

    #[derive(Debug)]
    struct PassedOn(Often);

    impl std::fmt::Display for PassedOn {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            self.0.fmt(f)
        }
    }

    impl std::error::Error for PassedOn {}

    impl Coded for PassedOn {
        fn code(&self) -> &'static str {
            self.0.code()
        }
        fn status(&self) -> Status {
            self.0.status()
        }
        fn behind(&self) -> Option<&dyn Coded> {
            Some(&self.0)
        }
    }

    #[test]
    fn what_is_passed_on_keeps_its_fields_and_its_waiting_time() {
        let fault = PassedOn(Often);
        assert_eq!(fault.fields().len(), 1);
        assert_eq!(fault.retry_after(), Some(7));
        assert!(fault.earlier().is_none());
    }
}
