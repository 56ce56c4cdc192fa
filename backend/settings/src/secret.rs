//! The secret of an installation: as set, or made once and kept in the data directory.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use crate::{Settings, StartFault};

impl Settings {
    /// The installation's secret: as set, or kept in a file that only its owner reads.
    pub fn secret(&self) -> Result<[u8; 32], StartFault> {
        if let Some(set) = &self.secret {
            return parse_secret(set);
        }
        let file = self.data_dir.join("secret");
        match fs::read_to_string(&file) {
            Ok(kept) => kept_secret(&file, &kept),
            Err(error) if error.kind() == io::ErrorKind::NotFound => make_secret(&file),
            Err(error) => Err(error.into()),
        }
    }
}

fn parse_secret(hex: &str) -> Result<[u8; 32], StartFault> {
    let wrong = || {
        StartFault::Setting(
            "NP_SECRET",
            "use 64 hexadecimal digits, for example from: openssl rand -hex 32".to_owned(),
        )
    };
    let digits: Vec<char> = hex.chars().collect();
    let bytes: Vec<u8> = digits
        .chunks(2)
        .filter_map(|pair| u8::from_str_radix(&pair.iter().collect::<String>(), 16).ok())
        .collect();
    if digits.len() == 64 {
        bytes.try_into().map_err(|_short| wrong())
    } else {
        Err(wrong())
    }
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    pairs.concat()
}

/// Written beside it first: of a disk that is full no half a secret stays.
fn make_secret(file: &Path) -> Result<[u8; 32], StartFault> {
    let mut secret = [0; 32];
    File::open("/dev/urandom")?.read_exact(&mut secret)?;
    let beside = file.with_extension("new");
    if let Err(error) = write(&beside, &hex(&secret)).and_then(|()| fs::rename(&beside, file)) {
        // What is left of it is nobody's secret.
        fs::remove_file(&beside).ok();
        return Err(error.into());
    }
    Ok(secret)
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    let mut made = File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(file)?;
    made.write_all(text.as_bytes())?;
    made.sync_all()
}

fn kept_secret(file: &Path, kept: &str) -> Result<[u8; 32], StartFault> {
    if kept.trim().is_empty() {
        return Err(StartFault::Setting(
            "NP_SECRET",
            format!(
                "{} is empty: put back the secret that this installation was served with, from a copy; when it was \
                 never served, take the file away and another is made",
                file.display()
            ),
        ));
    }
    parse_secret(kept.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_64_digits() {
        assert!(parse_secret(&"0a".repeat(32)).is_ok());
        for wrong in ["", "0a", &"0g".repeat(32), &"é".repeat(32)] {
            assert!(parse_secret(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_empty_file_is_no_secret_and_says_what_to_do() {
        let said = kept_secret(Path::new("data/secret"), "\n").unwrap_err();
        let said = said.to_string();
        assert!(said.contains("data/secret is empty"), "{said}");
    }
}
