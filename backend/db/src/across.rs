//! The work that sees the rows of every tenant: a short list, and each with its reason.
//!
//! Promise: no request is on it. A request has the tenants of its scope, and the keys that its asker holds.
//! Why: `decisions/0029-a-wall-in-the-database.md`.

/// Why some work sees every tenant. Where it is named, a reader sees that the wall is open there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Across {
    /// A worker learns from an event or an invitation in which tenant its work is, and goes on within that one.
    FindingWork,
    /// What is due by the calendar, and what is forgotten in time, is so for all tenants at once.
    Calendar,
    /// The operator opens and suspends tenants, and looks after the work of all.
    Operator,
    /// Whoever is erased is so wherever they were.
    Erasing,
    /// The demonstration fills a database that nobody else uses.
    Demonstration,
}
