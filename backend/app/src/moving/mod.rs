//! An organisation moves to another installation: `tenant export` writes an archive, `tenant import` takes it in.
//!
//! Promise: the archive is one moment's and holds nothing of another organisation, and nothing that lets anybody in.
//! It is taken in whole or not at all; what it names is in it, or is refused; nobody is mailed about what happened
//! before.
//! Absent: links that were written into texts, and those in mails that went out, still lead to where they led;
//! `docs/moving.md` lists what stays behind, and why.
//! Start at: `movable::tables` for what moves, then `export.rs`, then `import.rs`.

mod copying;
mod examine;
mod export;
mod folder;
mod import;
mod manifest;
mod moment;
mod people;
mod seen;
mod verify;

pub use export::export;
pub use import::{Asked, import};
pub use manifest::Manifest;

/// What came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    pub slug: String,
    pub rows: u64,
    pub files: u64,
    /// People who were here already.
    pub joined: u64,
    pub created: u64,
    /// Rows of two people of the archive who are one here.
    pub merged: u64,
    /// Something here had one of its ids: all of them are new.
    pub renumbered: bool,
}
