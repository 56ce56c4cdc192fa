//! A virus scanner that looks at each file before it is kept: one that speaks the protocol of ClamAV's clamd.
//!
//! Promise: where there is one, nothing is kept that it did not look at; while it is away nothing is taken.
//! Absent: looking again at what was kept before. Decision 0065.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use clamav_client::tokio::{Socket, Tcp, TransportProtocol, get_version, ping, scan_buffer};

use crate::FileFault;

/// How long it may look at one file: somebody is waiting.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long it may take to say that it is there.
const GREETING: Duration = Duration::from_secs(5);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scanner {
    /// Files are kept without one.
    None,
    Tcp(String),
    Socket(PathBuf),
}

impl Scanner {
    /// `tcp://host:port` or `unix:/path`.
    pub fn at(address: &str) -> Option<Self> {
        if let Some(path) = address.strip_prefix("unix:") {
            return path.starts_with('/').then(|| Self::Socket(path.into()));
        }
        let host = address.strip_prefix("tcp://")?;
        let (name, port) = host.rsplit_once(':')?;
        let is_port = port.parse::<u16>().is_ok_and(|port| port != 0);
        (is_port && !name.is_empty()).then(|| Self::Tcp(host.to_owned()))
    }

    /// What it calls itself; none when there is no scanner.
    pub async fn name(&self) -> Result<Option<String>, FileFault> {
        let said = match self {
            Self::None => return Ok(None),
            Self::Tcp(host_address) => within(GREETING, named(Tcp { host_address })).await,
            Self::Socket(socket_path) => within(GREETING, named(Socket { socket_path })).await,
        }?;
        let line = String::from_utf8_lossy(&said);
        Ok(Some(line.trim_end_matches(['\0', '\n']).to_owned()))
    }

    /// Refuses what it finds something in, and what it cannot look at.
    pub(crate) async fn look(&self, bytes: &[u8]) -> Result<(), FileFault> {
        let said = match self {
            Self::None => return Ok(()),
            Self::Tcp(host_address) => {
                within(PATIENCE, scan_buffer(bytes, Tcp { host_address }, None)).await
            }
            Self::Socket(socket_path) => {
                within(PATIENCE, scan_buffer(bytes, Socket { socket_path }, None)).await
            }
        }?;
        judge(&said)
    }
}

async fn named<T: TransportProtocol + Copy>(at: T) -> io::Result<Vec<u8>> {
    let answer = ping(at).await?;
    if answer != clamav_client::PONG {
        return Err(io::Error::other("no scanner answers there"));
    }
    get_version(at).await
}

async fn within(
    patience: Duration,
    asked: impl Future<Output = io::Result<Vec<u8>>>,
) -> Result<Vec<u8>, FileFault> {
    let late = |_late| FileFault::NotLookedAt("the scanner is too late".into());
    tokio::time::timeout(patience, asked)
        .await
        .map_err(late)?
        .map_err(|error| FileFault::NotLookedAt(error.to_string()))
}

/// "stream: OK", "stream: Name FOUND", or that it did not look: clamd(8), INSTREAM.
fn judge(said: &[u8]) -> Result<(), FileFault> {
    let line = String::from_utf8_lossy(said);
    let line = line.trim_end_matches(['\0', '\n']);
    if line == "stream: OK" {
        return Ok(());
    }
    let found = line
        .strip_prefix("stream: ")
        .and_then(|rest| rest.strip_suffix(" FOUND"));
    Err(match found {
        Some(name) => {
            tracing::warn!(found = name, "a file was refused");
            FileFault::Unsafe(name.to_owned())
        }
        None => FileFault::NotLookedAt(line.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_host_with_a_port_or_a_path() {
        assert_eq!(
            Scanner::at("tcp://scan:3310"),
            Some(Scanner::Tcp("scan:3310".to_owned()))
        );
        assert_eq!(
            Scanner::at("unix:/run/clamd.ctl"),
            Some(Scanner::Socket("/run/clamd.ctl".into()))
        );
        for wrong in [
            "scan:3310",
            "tcp://scan",
            "tcp://:3310",
            "tcp://a:0",
            "unix:x",
        ] {
            assert_eq!(Scanner::at(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_a_file_that_it_calls_good_is_kept() {
        assert!(judge(b"stream: OK\0").is_ok());
        let found = judge(b"stream: Eicar-Test-Signature FOUND\0");
        assert!(matches!(found, Err(FileFault::Unsafe(name)) if name == "Eicar-Test-Signature"));
        for other in [
            &b""[..],
            b"INSTREAM size limit exceeded. ERROR\0",
            b"stream: OK and more\0",
        ] {
            assert!(matches!(judge(other), Err(FileFault::NotLookedAt(_))));
        }
    }
}
