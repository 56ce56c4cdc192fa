//! Threads: people thinking in writing about one issue.
//!
//! Promise: a post is never changed without a trace; its number in the thread never changes, and where it moves to
//! another thread its old place leads there; what was said stays under the visibility and the regime it was said under.
//! In a closed room nothing that is written leads to who wrote it (`voice.rs`).
//! Absent: no votes, no ranking, no pushing to sockets or mail: those listen to `event`.
//! Start at: `reply.rs`.

mod alias;
mod announce;
mod edit_post;
mod entity;
mod entity_hold;
mod entity_pace;
mod entity_waiting;
mod event;
mod fault;
mod flood;
mod forms;
mod hold;
mod http;
mod http_beside;
mod http_feedback;
mod http_files;
mod http_round;
mod http_waiting;
mod mark_post;
mod mark_read;
mod model;
mod move_posts;
mod pace;
mod pages;
mod policy;
mod post_files;
pub mod read;
pub mod read_facts;
mod read_files;
mod read_flood;
mod read_hits;
pub mod read_pace;
mod read_places;
mod read_row;
mod read_translations;
mod read_versions;
pub mod read_voices;
mod reply;
mod retitle;
mod round;
mod silence;
mod start_thread;
mod store;
mod store_feedback;
mod store_forget_rooms;
mod store_hold;
mod store_marks;
mod store_move;
mod store_pace;
mod store_round;
mod store_title;
mod store_translations;
mod store_voices;
mod store_waiting;
mod translate;
pub mod views;
mod views_kept;
mod views_sheet;
mod views_translations;
mod voice;
mod waiting;
mod withdraw_post;

pub use announce::announce;
pub use event::{ThreadEvent, TurnEvent, WaitingEvent};
pub use fault::ThreadFault;
pub use flood::FloodLimits;
pub use hold::{
    Held, HeldText, Instead, RELEASE, bring_back, end_pause, hold, look_after_holds, pause, release,
};
pub use http::routes;
pub use kernel::Ranges;
pub use mark_post::mark_in;
pub use mark_read::mark_read;
pub use model::{Body, Mark, Post, Room, ThreadKind, ViewKind, remembers};
pub use pace::{NewPace, Pace, PaceNow, go_on_in, set_pace};
pub use pages::Pages;
pub use policy::{facilitator, writer};
pub use post_files::{PostFile, PostFileForm};
pub use read_facts::RoomFacts;
pub use read_files::opens_file;
pub use read_versions::{PostVersion, versions_of, words_as_of};
pub use read_voices::voices_of;
pub use reply::{Author, NewReply, Said, reply, reply_in};
pub use retitle::retitle;
pub use start_thread::{NewThread, open_in};
pub use store_forget_rooms::{Forgotten, ROOMS_A_NIGHT, forget_rooms, rooms_past};
pub use store_hold::held_texts;
pub use store_title::opening_of;
pub use store_translations::{Place, touch_originals, void as void_translations};
pub use voice::{Asker, Voice, moment};
pub use waiting::writer_of_waiting;
