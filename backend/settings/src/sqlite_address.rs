//! Addresses of SQLite's files: a folder may be called anything.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode};

/// What stands in an address as it stands in a path.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'.')
    .remove(b'-')
    .remove(b'_');

/// The address of a file. `mode`: `ro` to read, `rwc` to write, and to make it when it is not there.
pub fn of(file: &Path, mode: &str) -> String {
    let path = percent_encode(file.as_os_str().as_encoded_bytes(), PLAIN);
    format!("sqlite://{path}?mode={mode}")
}

/// The file behind an address, when it is SQLite's.
pub fn file(address: &str) -> Option<PathBuf> {
    let rest = address.strip_prefix("sqlite:")?;
    let path = rest.trim_start_matches("//").split('?').next()?;
    Some(PathBuf::from(
        &*percent_decode_str(path).decode_utf8_lossy(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_comes_back_from_its_address_as_it_was() {
        for path in ["/var/np.sqlite", "back up/a?b#c%20d:@[é].sqlite"] {
            let address = of(Path::new(path), "ro");
            assert_eq!(file(&address).as_deref(), Some(Path::new(path)));
            assert!(url::Url::parse(&address).is_ok(), "{address}");
        }
        assert_eq!(file("postgres://u@h/n"), None);
    }
}
