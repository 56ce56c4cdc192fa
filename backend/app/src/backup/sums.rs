//! Checksums of the files in a folder, and whether they are still the same.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use settings::hex;
use sha2::{Digest, Sha256};

use super::{refused, tree};
use crate::StartFault;

/// Of every file in the folder but the one that they are kept in.
pub fn all(folder: &Path, but: &str) -> Result<BTreeMap<String, String>, StartFault> {
    let mut sums = BTreeMap::new();
    for path in tree::files(folder)? {
        let name = path.display().to_string();
        if name == but {
            continue;
        }
        sums.insert(name, of_file(&folder.join(&path))?);
    }
    Ok(sums)
}

/// Whether each of these files is there, as it was. `what` names the whole to the operator.
pub fn check(
    folder: &Path,
    but: &str,
    expected: &BTreeMap<String, String>,
    what: &str,
) -> Result<(), StartFault> {
    let found = all(folder, but)?;
    for (path, sum) in expected {
        match found.get(path) {
            None => {
                return Err(refused(format!(
                    "the {what} is not whole: {path} is missing"
                )));
            }
            Some(other) if other != sum => {
                return Err(refused(format!(
                    "the {what} is damaged: {path} has changed"
                )));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

pub fn of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn of_file(file: &Path) -> io::Result<String> {
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
