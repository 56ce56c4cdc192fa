//! The text files that people wrote, read once.

use std::fs;
use std::path::Path;

use crate::Failure;

pub struct Source {
    /// Relative to the root, with slashes.
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn is_rust(&self) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|kind| kind == "rs")
    }

    pub fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("_tests.rs")
    }

    /// The crate's name when the file belongs to one of ours.
    pub fn of_crate(&self) -> Option<&str> {
        match self.path.split('/').collect::<Vec<_>>().as_slice() {
            ["backend", name, _, ..] => Some(name),
            ["migrations", ..] => Some("migrations"),
            _ => None,
        }
    }

    /// Lines with their number, comments left out.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self
            .text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

const FOLDERS: &[&str] = &["backend", "migrations", "frontend", "e2e", "infra"];
const KINDS: &[&str] = &["rs", "ts", "tsx", "mjs", "css", "sh"];
const NOT_OURS: &[&str] = &[
    "node_modules",
    "target",
    "dist",
    "test-results",
    "playwright-report",
    "snapshots",
];

pub fn read(root: &Path) -> Result<Vec<Source>, Failure> {
    let mut found = Vec::new();
    for folder in FOLDERS {
        walk(root, &root.join(folder), &mut found)?;
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Source>) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        if entry.file_type()?.is_dir() {
            if !NOT_OURS.contains(&name.as_ref()) {
                walk(root, &path, found)?;
            }
        } else if path
            .extension()
            .is_some_and(|kind| KINDS.iter().any(|it| kind == *it))
        {
            let relative = path.strip_prefix(root)?.to_string_lossy().into_owned();
            found.push(Source {
                path: relative,
                text: fs::read_to_string(&path)?,
            });
        }
    }
    Ok(())
}

/// Whether `word` stands in `line` as a whole identifier.
pub fn mentions(line: &str, word: &str) -> bool {
    let part_of_a_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let (before, after) = (line.get(..at), line.get(at + word.len()..));
        !before.is_some_and(|it| it.ends_with(part_of_a_name))
            && !after.is_some_and(|it| it.starts_with(part_of_a_name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_whole_only() {
        assert!(mentions("use sea_orm::EntityTrait;", "sea_orm"));
        assert!(!mentions("use sea_orm_migration::prelude::*;", "sea_orm"));
    }

    #[test]
    fn a_file_knows_its_crate() {
        let of = |path: &str| {
            Source {
                path: path.to_owned(),
                text: String::new(),
            }
            .of_crate()
            .map(str::to_owned)
        };
        assert_eq!(of("backend/threads/src/lib.rs").as_deref(), Some("threads"));
        assert_eq!(of("migrations/src/lib.rs").as_deref(), Some("migrations"));
        assert_eq!(of("frontend/src/main.tsx"), None);
    }
}
