//! Legal hold (verwijderen opschorten): for some time nothing of the conversations of an issue is deleted. Decision 0086.
//!
//! Promise: whatever deletes by itself looks here first, in the transaction in which it deletes, and finds what was due
//! when the hold is over. Everybody in the rooms of the issue reads that there is one, why and until when.
//! Absent: a way to read anything. What somebody took back meanwhile is kept and shown to nobody.
//! Start at: `model.rs`; for what it keeps, `store_keep.rs`.

mod end;
mod entity;
mod event;
mod fault;
mod http;
mod lengthen;
mod look_after;
mod model;
mod policy;
pub mod read;
mod set;
mod store;
mod store_keep;
mod views;

pub use event::{AboutHold, HoldEvent};
pub use fault::HoldFault;
pub use http::routes;
pub use look_after::look_after_holds;
pub use model::{Act, ActKind};
pub use store_keep::{
    before_deleting, free, is_held, issues_held, keep_words, keeps_post, take_turn, words_are_gone,
};
pub use views::{HoldActKind, HoldNotice};
