//! The files of an archive: lines that are written and read one by one, and the files of people.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use settings::hex;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::StartFault;
use crate::backup::{refused, sums, tree};

/// Who takes part, as far as the organisation needs to know them.
pub const PEOPLE: &str = "person";
/// Terms of the whole installation that the organisation uses.
pub const SHARED_TERMS: &str = "shared_term";
/// Addresses in the archive whose owners want no invitation any more.
pub const NEVER_AGAIN: &str = "never_again";

/// The file with the lines of one kind.
pub fn lines_of(kind: &str) -> String {
    format!("{kind}.jsonl")
}

pub fn place_of_file(id: Uuid) -> String {
    format!("files/{id}")
}

/// An archive that is being written.
pub struct Writing {
    folder: PathBuf,
    kinds: BTreeMap<&'static str, Lines>,
    checksums: BTreeMap<String, String>,
}

struct Lines {
    file: BufWriter<File>,
    sum: Sha256,
    count: u64,
}

impl Writing {
    /// In an empty folder. Every kind has its file, be it empty.
    pub fn begin(
        folder: &Path,
        kinds: impl Iterator<Item = &'static str>,
    ) -> Result<Self, StartFault> {
        let mut files = BTreeMap::new();
        for kind in kinds {
            let lines = Lines {
                file: BufWriter::new(tree::make(&folder.join(lines_of(kind)))?),
                sum: Sha256::new(),
                count: 0,
            };
            files.insert(kind, lines);
        }
        Ok(Self {
            folder: folder.to_owned(),
            kinds: files,
            checksums: BTreeMap::new(),
        })
    }

    pub fn line(&mut self, kind: &str, line: &str) -> io::Result<()> {
        let Some(lines) = self.kinds.get_mut(kind) else {
            return Err(io::Error::other(format!("no such kind: {kind}")));
        };
        for bytes in [line.as_bytes(), b"\n"] {
            lines.file.write_all(bytes)?;
            lines.sum.update(bytes);
        }
        lines.count += 1;
        Ok(())
    }

    pub fn file(&mut self, id: Uuid, bytes: &[u8]) -> io::Result<()> {
        let place = place_of_file(id);
        tree::write(&self.folder.join(&place), bytes)?;
        self.checksums.insert(place, sums::of(bytes));
        Ok(())
    }

    /// How many lines there are of each kind, and the checksum of each file.
    pub fn end(mut self) -> io::Result<(BTreeMap<String, u64>, BTreeMap<String, String>)> {
        let mut counts = BTreeMap::new();
        for (kind, lines) in self.kinds {
            lines.file.into_inner()?.sync_all()?;
            counts.insert(kind.to_owned(), lines.count);
            let sum = hex(&lines.sum.finalize());
            self.checksums.insert(lines_of(kind), sum);
        }
        Ok((counts, self.checksums))
    }
}

/// The lines of one kind, in order.
pub struct Reading {
    lines: io::Lines<BufReader<File>>,
    name: String,
    number: u64,
}

impl Reading {
    pub fn of(folder: &Path, kind: &str) -> Result<Self, StartFault> {
        let name = lines_of(kind);
        let file = File::open(folder.join(&name))
            .map_err(|error| refused(format!("{name} cannot be read: {error}")))?;
        Ok(Self {
            lines: BufReader::new(file).lines(),
            name,
            number: 0,
        })
    }

    /// The next lines, each read by `read`; none at the end.
    pub fn next<T>(
        &mut self,
        most: usize,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Vec<T>, StartFault> {
        let mut some = Vec::new();
        while some.len() < most {
            let Some(line) = self.lines.next() else { break };
            self.number += 1;
            let place = || format!("{}, line {}", self.name, self.number);
            let line = line.map_err(|error| refused(format!("{}: {error}", place())))?;
            some.push(read(&line).map_err(|why| refused(format!("{}: {why}", place())))?);
        }
        Ok(some)
    }

    pub const fn count(&self) -> u64 {
        self.number
    }
}
