//! What a copy says of itself: `manifest.json`, by which it is checked before anything is put back.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{refused, tree};
use crate::StartFault;
use crate::config::hex;

/// Goes up when a copy is laid out in another way.
pub const FORMAT: u32 = 1;
const NAME: &str = "manifest.json";

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
        let found = checksums(folder)?;
        for (path, checksum) in &self.checksums {
            match found.get(path) {
                None => return Err(refused(format!("the copy is not whole: {path} is missing"))),
                Some(other) if other != checksum => {
                    return Err(refused(format!("the copy is damaged: {path} has changed")));
                }
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// For the operator: how much it is, and of when.
    pub fn extent(&self) -> String {
        let rows: i64 = self.tables.values().sum();
        let files = self.checksums.len();
        format!("{rows} rows and {files} files, as of {}", self.made_at)
    }
}

/// Of every file in the folder but the manifest.
pub fn checksums(folder: &Path) -> Result<BTreeMap<String, String>, StartFault> {
    let mut sums = BTreeMap::new();
    for path in tree::files(folder)? {
        let name = path.display().to_string();
        if name == NAME {
            continue;
        }
        sums.insert(name, checksum(&folder.join(&path))?);
    }
    Ok(sums)
}

fn checksum(file: &Path) -> io::Result<String> {
    let (mut hash, mut reader) = (Sha256::new(), BufReader::new(File::open(file)?));
    loop {
        let read = reader.fill_buf()?;
        if read.is_empty() {
            return Ok(hex(&hash.finalize()));
        }
        hash.update(read);
        let count = read.len();
        reader.consume(count);
    }
}
