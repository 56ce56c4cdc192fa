//! A person's desk: their issues with what waits there, and what they were typing.
//!
//! Promise: nobody but that person sees it; of what is written for a room in which nobody learns who wrote what, no draft
//! is kept.
//! Absent: what is said in rooms, which is `threads`.
//! Start at: `http.rs`.

mod http;
mod own_drafts;
mod read_list;
mod store_forget;
mod views;

pub use http::routes;
pub use store_forget::forget_reading;
