//! A PostgreSQL cluster of a trial's own, written through to disk, and what can happen to it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::machine;

const SCRIPT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../infra/postgres/test-cluster.sh"
);

pub struct Postgres {
    folder: PathBuf,
    url: String,
}

impl Postgres {
    pub fn start(folder: &Path) -> Self {
        let folder = folder.join("postgres");
        let url = script("start", &folder, &["--durable"]);
        Self { folder, url }
    }

    pub fn port(&self) -> u16 {
        let (_, address) = self.url.split_once('@').unwrap();
        let (_, port) = address.split('/').next().unwrap().split_once(':').unwrap();
        port.parse().unwrap()
    }

    pub fn url(&self) -> String {
        self.url.clone()
    }

    /// The same database, reached at another port.
    pub fn url_at(&self, port: u16) -> String {
        self.url
            .replace(&self.port().to_string(), &port.to_string())
    }

    /// An empty database beside; its address.
    pub fn new_database(&self, name: &str) -> String {
        let made = Command::new("psql")
            .args(["--quiet", "--dbname", &self.url, "--command"])
            .arg(format!("CREATE DATABASE {name}"))
            .output()
            .unwrap();
        assert!(made.status.success(), "{made:?}");
        let (server, _) = self.url.rsplit_once('/').unwrap();
        format!("{server}/{name}")
    }

    /// As after a crash: nothing is finished, and what was committed is read back from the log.
    pub async fn restart(&self) {
        let folder = self.folder.clone();
        let restarting = tokio::task::spawn_blocking(move || script("restart", &folder, &[]));
        restarting.await.unwrap();
    }

    /// It hangs: connections stay, nothing is answered.
    pub fn hang(&self) {
        self.signal_all("STOP");
    }

    pub fn go_on(&self) {
        self.signal_all("CONT");
    }

    fn signal_all(&self, name: &str) {
        let file = self.folder.join("data/postmaster.pid");
        let postmaster = std::fs::read_to_string(file).unwrap();
        let postmaster: u32 = postmaster.lines().next().unwrap().parse().unwrap();
        // None is started while its parent stands still; one may end by itself.
        for process in [vec![postmaster], machine::children(postmaster)].concat() {
            let signal = format!("-{name}");
            drop(
                Command::new("kill")
                    .args([signal, process.to_string()])
                    .status(),
            );
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        script("stop", &self.folder, &[]);
    }
}

fn script(verb: &str, folder: &Path, more: &[&str]) -> String {
    let done = Command::new(SCRIPT)
        .arg(verb)
        .arg(folder)
        .args(more)
        .output()
        .unwrap();
    assert!(done.status.success(), "{verb}: {done:?}");
    String::from_utf8(done.stdout).unwrap().trim().to_owned()
}
