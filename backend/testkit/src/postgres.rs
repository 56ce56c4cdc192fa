//! A PostgreSQL cluster of one test's or trial's own, and what can happen to it.

use std::fs::{Permissions, read_to_string};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::signal;

const SCRIPT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../infra/postgres/test-cluster.sh"
);

pub struct Postgres {
    folder: PathBuf,
    url: String,
}

impl Postgres {
    /// Written through to disk, as an operator's.
    pub fn start(folder: &Path) -> Self {
        Self::made(folder.join("postgres"), "start", "--durable")
    }

    /// Another one that follows it, as a streaming replica.
    #[must_use]
    pub fn follow(&self, folder: &Path) -> Self {
        Self::made(folder.join("replica"), "follow", &self.url)
    }

    fn made(folder: PathBuf, how: &str, with: &str) -> Self {
        // PostgreSQL runs as a user of its own, who has to get to its folder.
        let above = folder.parent().unwrap();
        std::fs::set_permissions(above, Permissions::from_mode(0o711)).unwrap();
        let url = script(how, &folder, &[with]);
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
        self.run(&format!("CREATE DATABASE {name}"));
        self.database(name)
    }

    /// The address of one of its databases.
    pub fn database(&self, name: &str) -> String {
        let (server, _) = self.url.rsplit_once('/').unwrap();
        format!("{server}/{name}")
    }

    /// A statement of its administrator's.
    pub fn run(&self, sql: &str) {
        let ran = Command::new("psql")
            .args(["--quiet", "--dbname", &self.url, "--command", sql])
            .output()
            .unwrap();
        assert!(ran.status.success(), "{ran:?}");
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
        let postmaster = read_to_string(file).unwrap();
        let postmaster: u32 = postmaster.lines().next().unwrap().parse().unwrap();
        signal(postmaster, name);
        // None is started while its parent stands still; one may end by itself.
        for process in children(postmaster) {
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

/// The processes that this one started: see proc(5).
fn children(parent: u32) -> Vec<u32> {
    let told = read_to_string(format!("/proc/{parent}/task/{parent}/children")).unwrap_or_default();
    told.split_whitespace()
        .filter_map(|pid| pid.parse().ok())
        .collect()
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
