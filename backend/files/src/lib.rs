//! Files that people add: checked by what is in them, kept outside the database.
//!
//! Promise: what is kept is what its type says; a photo tells nobody where it was taken; an upload that
//! fails leaves nothing behind; a file is read by whoever may read what it is attached to.
//! Absent: no thumbnails, no text out of documents.
//! Start at: `upload.rs`.

mod archive;
mod content;
mod entity;
mod fault;
mod forget_unattached;
mod http;
mod model;
mod mp3;
mod mp4;
mod name;
mod ogg_packets;
mod picture;
mod policy;
pub mod read;
mod receive_http;
mod scanner;
mod sound;
mod storage;
mod store;
mod upload;
pub mod views;

pub use fault::FileFault;
pub use forget_unattached::forget_unattached;
pub use http::routes;
pub use model::{Attachment, FileRecord, MediaType, Place};
pub use policy::{MayUpload, may_upload};
pub use read::Gate;
pub use receive_http::receive;
pub use scanner::Scanner;
pub use storage::{Bucket, Storage};
pub use store::{
    WAITS, attach, attach_to_post, drop_waiting, hand_on, let_go, let_go_but, let_go_of, take_off,
};
pub use upload::{NewFile, upload};
