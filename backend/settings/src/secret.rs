//! The secret of an installation: as set, or made once and kept in the data directory.

use crate::{Settings, StartFault};

impl Settings {
    /// The installation's secret: as set, or kept in a file that only its owner reads.
    pub fn secret(&self) -> Result<[u8; 32], StartFault> {
        if let Some(set) = &self.secret {
            return parse_secret(set);
        }
        let file = self.data_dir.join("secret");
        match std::fs::read_to_string(&file) {
            Ok(kept) => parse_secret(kept.trim()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => make_secret(&file),
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

fn make_secret(file: &std::path::Path) -> Result<[u8; 32], StartFault> {
    use std::io::{Read, Write};
    use std::os::unix::fs::OpenOptionsExt;
    let mut secret = [0; 32];
    std::fs::File::open("/dev/urandom")?.read_exact(&mut secret)?;
    let hex = hex(&secret);
    std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)?
        .write_all(hex.as_bytes())?;
    Ok(secret)
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
}
