//! Threads: people thinking in writing about one issue.
//!
//! Promise: a post is never changed without a trace; its number in the thread never changes; what was
//! said stays under the visibility and the regime it was said under.
//! Absent: no votes, no ranking, no pushing to sockets or mail: those listen to `event`.
//! Start at: `reply.rs`.

mod drafts;
mod edit_post;
mod entity;
mod entity_hold;
mod event;
mod fault;
mod hold;
mod http;
mod http_me;
mod mark_read;
mod mark_unread;
mod model;
mod pages;
mod policy;
mod ranges;
pub mod read;
pub mod read_facts;
mod read_hits;
mod read_list;
mod reply;
mod start_thread;
mod store;
mod store_forget;
mod store_hold;
pub mod views;
mod withdraw_post;

pub use event::ThreadEvent;
pub use fault::ThreadFault;
pub use hold::{
    Held, HeldText, RELEASE, bring_back, end_pause, hold, look_after_holds, pause, release,
};
pub use http::routes;
pub use mark_read::mark_read;
pub use model::{Body, Post, Room};
pub use pages::Pages;
pub use ranges::Ranges;
pub use read_facts::RoomFacts;
pub use reply::{Author, NewReply, reply_in};
pub use start_thread::{NewThread, open_in};
pub use store::versions_of;
pub use store_forget::{forget_drafts, forget_reading};
pub use store_hold::held_texts;
