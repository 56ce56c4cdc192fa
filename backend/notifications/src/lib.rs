//! Notifications: who is told of what, why, and how soon.
//!
//! An event becomes a line per person (`on_event.rs`, decided in `decide.rs`). The lines are the
//! notification centre; the same lines go out as mail. This crate knows no mail: it schedules a job on
//! the queue [`NOTIFY_DUE`] with a person's id, `app` hands that job to `mail`, and `mail` asks
//! [`gather()`] which lines go together into which message, and [`settle`]s them when it went out.
//!
//! Promise: one line per person and event, whatever is handled twice; the reason stands in the line;
//! a line goes into one mail at most, and never gets lost between two; who may no longer read a thing
//! is neither shown nor mailed a line about it, for that is looked at again each time.
//! Absent: no mail, no socket, no text of what was said: a line holds ids.
//! Start at: `decide.rs`, then `due.rs`, then `gather.rs`.

mod asking;
mod centre;
mod decide;
mod due;
mod emergency;
mod entity;
mod event;
mod fault;
mod follows;
mod gather;
mod heard;
mod http;
mod mention;
mod model;
mod named;
mod of_a_day;
mod on_event;
pub mod read;
mod read_readers;
mod read_tasks;
mod settings;
mod standing;
mod store;
mod taken_back;
mod to_do;
mod told;
mod unsubscribe;
mod views;
mod when;
mod who;

pub use due::{Batch, Together};
pub use event::NotificationEvent;
pub use fault::NotificationFault;
pub use follows::follow_in;
pub use gather::{NOTIFY_DUE, gather, settle};
pub use http::routes;
pub use model::{FollowKind, Kind, Level, Notification, Preference, Reason, Topic, Wishes};
pub use on_event::{SUBSCRIBES, on_event};
pub use read_tasks::task_of;
pub use settings::{wishes_of, write_preference};
pub use store::{Past, tell_of_past};
pub use store::{forget, forget_rooms};
pub use told::{Told, told};
pub use unsubscribe::{WayOut, WayOutOf, choose_by_link, nameless_token_for, preview, token_for};
pub use who::reaches;
