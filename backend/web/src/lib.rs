//! The glue between actix and the product: knows HTTP, not the product.
//!
//! Which extractor when: [`SignedIn`] for what a person does, [`Anyone`] where a visitor may ask too,
//! [`Json`] for a body, [`IfMatch`] for an edit, [`IdempotencyKey`] for a creating POST.
//! Promise: whatever goes wrong leaves as problem+json, in the reader's language, and never with an internal detail.
//! Absent: no rule of the product, no database.

pub mod allowed;
pub mod answers;
mod body;
mod headers;
mod here;
pub mod i18n;
pub mod limit;
mod misfits;
pub mod openapi_rules;
mod paging;
mod problem;
mod scope;
mod sent;
mod take_over;

pub use body::Json;
pub use headers::{IdempotencyKey, IfMatch, PostKey, Versioned};
pub use here::Here;
pub use paging::{PageQuery, linked, paged};
pub use problem::{EarlierPost, FieldProblem, Problem, ProblemBody, localise, refused};
pub use scope::{Anyone, Caller, SignedIn};
pub use sent::Sent;
pub use take_over::{TakeOver, Taken};
