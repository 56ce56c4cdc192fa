//! The words that everyone shares: ids, time, roles, scope, the two ways to say no.
//!
//! Promise: no input or output, nothing asynchronous, nothing that changes weekly.
//! Absent: no database, no HTTP, no text for people.

mod clock;
mod denied;
mod event;
mod fault;
mod faults;
mod id;
mod language;
mod locale;
mod page;
mod ranges;
mod request_key;
mod role;
mod scope;
mod seq;
mod text;

pub use clock::{Clock, FixedClock, SystemClock, Timestamp};
pub use denied::Denied;
pub use event::{Consumer, Event, EventHead};
pub use fault::{Coded, FieldFault, Status, chain};
pub use faults::Faults;
pub use id::*;
pub use language::LanguageTag;
pub use locale::Locale;
pub use page::{Cursor, NamePlace, NoPlace, Page, PageSize};
pub use ranges::Ranges;
pub use request_key::RequestKey;
pub use role::{IssueRole, TenantRole};
pub use scope::{Scope, TenantSet};
pub use seq::Seq;
pub use text::{EmailAddress, Line, Prose, TextFault, mailbox_of};
