//! What a copy says of itself: `manifest.json`, by which it is checked before anything is put back.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use kernel::Timestamp;
use serde::{Deserialize, Serialize};

use super::{refused, sums, tree};
use crate::StartFault;

/// Goes up when a copy is laid out in another way.
pub const FORMAT: u32 = 1;
pub const NAME: &str = "manifest.json";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    pub format: u32,
    /// Of the program that made it.
    pub version: String,
    pub made_at: Timestamp,
    /// The newest change of the schema in it.
    pub migration: String,
    /// How many rows each table holds.
    pub tables: BTreeMap<String, i64>,
    /// SHA-256 of each file, by its path within the folder.
    pub checksums: BTreeMap<String, String>,
}

impl Manifest {
    pub fn write(&self, folder: &Path) -> Result<(), StartFault> {
        let text = serde_json::to_string_pretty(self).map_err(io::Error::other)?;
        Ok(tree::write(&folder.join(NAME), text.as_bytes())?)
    }

    pub fn read(folder: &Path) -> Result<Self, StartFault> {
        let text = std::fs::read_to_string(folder.join(NAME))
            .map_err(|error| refused(format!("this folder is no copy: {NAME}: {error}")))?;
        let manifest: Self = serde_json::from_str(&text)
            .map_err(|error| refused(format!("{NAME} cannot be read: {error}")))?;
        if manifest.format == FORMAT {
            return Ok(manifest);
        }
        Err(refused(
            "the copy was made by a version that laid it out in another way",
        ))
    }

    /// Whether the folder holds what it held when it was made.
    pub fn check(&self, folder: &Path) -> Result<(), StartFault> {
        sums::check(folder, NAME, &self.checksums, "copy")
    }

    /// For the operator: how much it is, and of when.
    pub fn extent(&self) -> String {
        let rows: i64 = self.tables.values().sum();
        let files = self.checksums.len();
        format!("{rows} rows and {files} files, as of {}", self.made_at)
    }
}
