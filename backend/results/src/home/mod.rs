//! What the home of the installation and a person's own overview show, from several organisations at once.
//!
//! Promise: candidates are ids of what is public or one's own; each is then read through the one condition,
//! in the organisations of the candidates and no others.
//! Absent: counts, and anything that only some may see on the home of the installation.

mod highlights;
mod http;
mod views;
mod waiting;

pub use highlights::{Highlights, look as highlights};
pub use http::routes;
