//! The two ways to say no.

/// Why an act is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// This person may not know that the thing exists: answered exactly as if it never did.
    Invisible,
    /// This person may see the thing, but not do this to it.
    Forbidden,
}

impl std::fmt::Display for Denied {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Invisible => "invisible",
            Self::Forbidden => "forbidden",
        })
    }
}

impl std::error::Error for Denied {}
