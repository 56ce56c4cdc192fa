//! What an archive says of itself: `manifest.json`, by which it is checked before anything is written.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::StartFault;
use crate::backup::{refused, sums, tree};

/// Goes up whenever an archive is laid out in another way, be it by one column.
pub const FORMAT: u32 = 2;
const NAME: &str = "manifest.json";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Manifest {
    pub format: u32,
    /// Of the program that made it.
    pub version: String,
    /// The moment that it holds.
    pub made_at: Timestamp,
    pub tenant: Whose,
    /// How many lines each file of lines has.
    pub lines: BTreeMap<String, u64>,
    /// SHA-256 of each file, by its path within the folder.
    pub checksums: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Whose {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
}

impl Manifest {
    /// The checksum of the manifest, by which a receiver knows the whole archive again.
    pub fn write(&self, folder: &Path) -> Result<String, StartFault> {
        let text = serde_json::to_string_pretty(self).map_err(io::Error::other)?;
        tree::write(&folder.join(NAME), text.as_bytes())?;
        Ok(sums::of(text.as_bytes()))
    }

    /// `expected` is the checksum that whoever sent the archive told in another way.
    pub fn read(folder: &Path, expected: Option<&str>) -> Result<Self, StartFault> {
        let text = std::fs::read_to_string(folder.join(NAME))
            .map_err(|error| refused(format!("this folder is no archive: {NAME}: {error}")))?;
        if expected.is_some_and(|sum| !sum.eq_ignore_ascii_case(&sums::of(text.as_bytes()))) {
            return Err(refused("this is not the archive with that checksum"));
        }
        let known: Known = serde_json::from_str(&text).map_err(|error| unreadable(&error))?;
        if known.migration.is_some() {
            return Err(refused(
                "this folder is a backup of a whole installation: `restore` puts it back on an empty one, and \
                 `tenant export` there writes what this command takes in",
            ));
        }
        if known.format != FORMAT {
            return Err(refused(format!(
                "the archive has format {}, and this version reads {FORMAT}: bring the older of both up to date, and \
                 export again",
                known.format
            )));
        }
        serde_json::from_str(&text).map_err(|error| unreadable(&error))
    }

    /// Whether the folder holds what it held when it was made, and nothing else.
    pub fn check(&self, folder: &Path) -> Result<(), StartFault> {
        sums::check(folder, NAME, &self.checksums, "archive")?;
        let more = tree::files(folder)?.into_iter().find(|path| {
            let path = path.display().to_string();
            path != NAME && !self.checksums.contains_key(&path)
        });
        match more {
            Some(path) => Err(refused(format!(
                "{} does not belong to the archive",
                path.display()
            ))),
            None => Ok(()),
        }
    }

    /// For the operator: how much it is, and of when.
    pub fn extent(&self) -> String {
        let lines: u64 = self.lines.values().sum();
        let files = self.checksums.len().saturating_sub(self.lines.len());
        format!("{lines} rows and {files} files, as of {}", self.made_at)
    }
}

/// What is read first: the rest may be laid out in another way.
#[derive(Deserialize)]
struct Known {
    format: u32,
    /// A backup has one.
    migration: Option<String>,
}

fn unreadable(error: &serde_json::Error) -> StartFault {
    refused(format!("{NAME} cannot be read: {error}"))
}
