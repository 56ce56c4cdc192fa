//! Tasks (taken): what somebody does because of a post, by when, and whether it was done. Decision 0070.
//!
//! Promise: a task is read by who reads its post, wherever that goes; where the room tells no names a task names nobody,
//! and only whoever runs the issue makes one.
//! Absent: priorities, parts of a task, hours: it says what was agreed on, and is no plan.
//! Start at: `make.rs`, then `act.rs`.

mod act;
mod entity;
mod event;
mod fault;
mod http;
mod http_acts;
mod make;
mod model;
mod policy;
pub mod read;
mod remind;
mod store;
mod views;

pub use event::{AboutTask, TaskEvent};
pub use fault::TaskFault;
pub use http::routes;
pub use make::{NewTask, TaskForWhom, made_in};
pub use model::{Doer, Task};
pub use remind::look_after_tasks;
