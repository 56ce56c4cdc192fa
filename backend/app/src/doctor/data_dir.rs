//! Whether the data directory can be written to, is read by nobody else, and has room.

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::{Said, advice, careful};
use crate::Settings;

/// With less than this many MiB free it may be full before anybody looks again.
const LITTLE: u64 = 1_024;

pub fn is_usable(settings: &Settings) -> Said {
    let folder = &settings.data_dir;
    match try_writing(&folder.join(".doctor")) {
        Ok(()) if is_read_by_all(settings) => Err(advice(
            format!("every user of this machine can read {}", folder.display()),
            format!("chmod -R go-rwx '{}'", folder.display()),
        )),
        Ok(()) => has_room(folder, free(folder)),
        Err(error) => Err(advice(
            format!("{}: {error}", folder.display()),
            "make it, and give it to the user that this program runs as; or set NP_DATA_DIR",
        )),
    }
}

/// It has no name any more when it is written to: nothing is left of a look that was cut off, or that found no room.
fn try_writing(trial: &Path) -> io::Result<()> {
    let mut made = File::create(trial)?;
    fs::remove_file(trial)?;
    made.write_all(b"x")
}

/// The folder can be entered, and what people wrote in it be read. A volume may be open while nothing in it is.
fn is_read_by_all(settings: &Settings) -> bool {
    let open =
        |path: &Path| fs::metadata(path).is_ok_and(|it| it.permissions().mode() & 0o005 != 0);
    let folders = [settings.mail_dir(), settings.files_dir()];
    let mut written = settings.sqlite_file().into_iter().chain(folders);
    open(&settings.data_dir) && written.any(|path| open(&path))
}

/// How many MiB may still be written there, where the system says so.
fn free(folder: &Path) -> Option<u64> {
    let seen = rustix::fs::statvfs(folder).ok()?;
    Some(seen.f_bavail.saturating_mul(seen.f_frsize) >> 20)
}

fn has_room(folder: &Path, free: Option<u64>) -> Said {
    let folder = folder.display();
    match free {
        None => Ok(format!("{folder} can be written to")),
        Some(free) if free < LITTLE => Err(careful(
            format!("{free} MiB are free at {folder}"),
            "make room: once it is full nothing that people write is taken in",
        )),
        Some(free) => Ok(format!(
            "{folder} can be written to, {} GiB are free",
            free >> 10
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Weight;

    #[test]
    fn a_folder_that_is_nearly_full_is_something_to_look_at() {
        let said = |free| has_room(Path::new("data"), free);
        assert!(said(None).is_ok());
        assert!(said(Some(5_000)).is_ok_and(|it| it.contains("4 GiB")));
        let little = said(Some(700)).unwrap_err();
        assert_eq!(little.weight, Weight::Careful);
        assert!(little.wrong.contains("700 MiB"));
    }

    #[test]
    fn nothing_is_left_of_trying() {
        let folder = std::env::temp_dir().join(format!("np-doctor-{}", std::process::id()));
        fs::create_dir(&folder).unwrap();
        let trial = folder.join(".doctor");
        // As somebody who was cut off left it.
        fs::write(&trial, b"").unwrap();
        try_writing(&trial).unwrap();
        fs::remove_dir(&folder).unwrap();
    }
}
