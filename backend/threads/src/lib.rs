//! Threads: people thinking in writing about one issue.
//!
//! Promise: a post is never changed without a trace; its number in the thread never changes, and where it moves to
//! another thread its old place leads there; what was
//! said stays under the visibility and the regime it was said under.
//! Absent: no votes, no ranking, no pushing to sockets or mail: those listen to `event`.
//! Start at: `reply.rs`.

mod drafts;
mod edit_post;
mod entity;
mod event;
mod fault;
mod http;
mod http_beside;
mod http_me;
mod http_round;
mod mark_post;
mod mark_read;
mod mark_unread;
mod model;
mod move_posts;
mod pages;
mod policy;
mod ranges;
pub mod read;
mod read_hits;
mod read_list;
mod read_places;
mod reply;
mod round;
mod start_thread;
mod store;
mod store_forget;
mod store_marks;
mod store_move;
mod store_round;
pub mod views;
mod withdraw_post;

pub use event::{ThreadEvent, TurnEvent};
pub use fault::ThreadFault;
pub use http::routes;
pub use mark_post::mark_in;
pub use mark_read::mark_read;
pub use model::{Body, Mark, Post, Room, ThreadKind, ViewKind};
pub use pages::Pages;
pub use policy::{facilitator, writer};
pub use ranges::Ranges;
pub use reply::{Author, NewReply, reply_in};
pub use start_thread::{NewThread, open_in};
pub use store_forget::{forget_drafts, forget_reading};
