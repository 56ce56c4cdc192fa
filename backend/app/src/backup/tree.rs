//! Folders and files of a copy: readable by their owner only, and written through.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use super::refused;
use crate::StartFault;

/// A folder that is being filled: until it is whole, what was written goes away again.
pub struct Begun(Option<(PathBuf, bool)>);

impl Begun {
    /// Makes the folder, or sees that it holds nothing.
    pub fn in_empty(folder: &Path) -> Result<Self, StartFault> {
        is_empty(folder)?;
        let was_there = folder.exists();
        fs::create_dir_all(folder).map_err(|error| at(folder, &error))?;
        fs::set_permissions(folder, Permissions::from_mode(0o700))?;
        Ok(Self(Some((folder.to_owned(), was_there))))
    }

    pub fn finish(mut self) {
        self.0 = None;
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        let Some((folder, was_there)) = self.0.take() else {
            return;
        };
        // A folder that may be a mount stays, empty.
        let gone = if was_there {
            empty(&folder)
        } else {
            fs::remove_dir_all(&folder)
        };
        if let Err(error) = gone {
            tracing::warn!(folder = %folder.display(), %error, "what was begun here is left");
        }
    }
}

fn empty(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn is_empty(folder: &Path) -> Result<(), StartFault> {
    match fs::read_dir(folder).map(|mut entries| entries.next().is_some()) {
        Ok(true) => Err(refused(format!(
            "{} holds something already: choose an empty folder",
            folder.display()
        ))),
        Ok(false) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(at(folder, &error)),
    }
}

/// Every file below the folder, by its path within it, in order.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, StartFault> {
    let (mut found, mut look) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = look.pop() {
        let entries = match fs::read_dir(&next) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(at(&next, &error)),
        };
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                look.push(entry.path());
            } else if let Ok(path) = entry.path().strip_prefix(folder) {
                found.push(path.to_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Copies what is below one folder to another.
pub fn copy(from: &Path, to: &Path) -> Result<(), StartFault> {
    for path in files(from)? {
        copy_file(&from.join(&path), &to.join(&path))?;
    }
    Ok(())
}

/// Copies a file that may be gone by now: then nothing names it any more.
pub fn copy_file(from: &Path, to: &Path) -> Result<(), StartFault> {
    let mut source = match File::open(from) {
        Ok(source) => source,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(at(from, &error)),
    };
    let copied = make(to).and_then(|mut target| {
        io::copy(&mut source, &mut target)?;
        target.sync_all()
    });
    copied.map_err(|error| at(to, &error))
}

pub fn write(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut target = make(file)?;
    target.write_all(bytes)?;
    target.sync_all()
}

pub fn only_for_its_owner(file: &Path) -> io::Result<()> {
    fs::set_permissions(file, Permissions::from_mode(0o600))
}

pub fn make(file: &Path) -> io::Result<File> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let made = File::create_new(file)?;
    only_for_its_owner(file)?;
    Ok(made)
}

fn at(path: &Path, error: &io::Error) -> StartFault {
    refused(format!("{}: {error}", path.display()))
}
