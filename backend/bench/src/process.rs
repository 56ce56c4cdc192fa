//! A server in a process of its own, and what it and its database use of the machine.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use tokio::process::{Child, Command};

use crate::Failure;
use crate::place::Place;
use crate::proc;

pub struct Process {
    child: Child,
    pid: u32,
    postmaster: Option<u32>,
    folder: PathBuf,
    pub url: String,
    pub started_in: Duration,
}

/// Processor time of the server, and of the database server beside it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Processor {
    pub server: Duration,
    pub database: Duration,
}

impl Processor {
    pub fn since(self, before: Self) -> Self {
        Self {
            server: self.server.saturating_sub(before.server),
            database: self.database.saturating_sub(before.database),
        }
    }

    pub fn both(self) -> Duration {
        self.server + self.database
    }
}

impl Process {
    pub async fn server(place: &Place) -> Result<Self, Failure> {
        Self::server_with(place, 64).await
    }

    /// With this many changes sharing a commit on SQLite.
    pub async fn server_with(place: &Place, commit_group: usize) -> Result<Self, Failure> {
        Self::serving(place, "serve", commit_group, &[]).await
    }

    /// On a database that has its content.
    pub async fn country(place: &Place, with_work: bool) -> Result<Self, Failure> {
        let how = if with_work {
            "serve-country"
        } else {
            "serve-country --no-work"
        };
        Self::serving(place, how, 64, &[]).await
    }

    /// A node of several on the same database: with the secret of all of them, and a folder of its own.
    pub async fn node(place: &Place, name: &str, nats: &str) -> Result<Self, Failure> {
        let folder = place.folder.path().join(name);
        std::fs::create_dir(&folder)?;
        let more = [
            ("NP_DATA_DIR", folder.to_string_lossy().into_owned()),
            ("NP_NATS_URL", nats.to_owned()),
            ("NP_SECRET", "07".repeat(32)),
        ];
        Self::serving(place, "serve", 64, &more).await
    }

    async fn serving(
        place: &Place,
        command: &str,
        commit_group: usize,
        more: &[(&str, String)],
    ) -> Result<Self, Failure> {
        let port = free_port()?;
        let url = format!("http://localhost:{port}");
        let mut command = itself(command)?;
        command
            .env("NP_DATA_DIR", place.folder.path())
            .env("NP_DATABASE_URL", &place.program.url)
            .envs(
                place
                    .program
                    .owner
                    .iter()
                    .map(|url| ("NP_DATABASE_OWNER_URL", url)),
            )
            .env("NP_DATABASE_COMMIT_GROUP", commit_group.to_string())
            .env("NP_LISTEN", format!("127.0.0.1:{port}"))
            .env("NP_PUBLIC_URL", &url)
            .env("NP_SOCKETS_EACH", "100000")
            .env("NP_POSTS_IN_TEN_MINUTES", "0")
            .env("RUST_LOG", "warn")
            .envs(more.iter().map(|(name, value)| (*name, value)));
        Self::start(command, place, url, "/health/ready").await
    }

    pub async fn ceiling(place: &Place, arguments: &[&str]) -> Result<Self, Failure> {
        let port = free_port()?;
        let mut command = itself("ceiling")?;
        command
            .args(["--listen", &format!("127.0.0.1:{port}")])
            .args(["--database", &place.url])
            .args(arguments);
        Self::start(
            command,
            place,
            format!("http://localhost:{port}"),
            "/constant",
        )
        .await
    }

    async fn start(
        mut command: Command,
        place: &Place,
        url: String,
        ready: &str,
    ) -> Result<Self, Failure> {
        let began = Instant::now();
        let mut child = command.stdout(Stdio::null()).kill_on_drop(true).spawn()?;
        let pid = child.id().ok_or("the server did not start")?;
        while reqwest::get(format!("{url}{ready}")).await.is_err() {
            if let Some(status) = child.try_wait()? {
                return Err(format!("the server ended with {status}").into());
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        Ok(Self {
            child,
            pid,
            postmaster: place.postmaster,
            folder: place.folder.path().to_owned(),
            url,
            started_in: began.elapsed(),
        })
    }

    /// Sends a signal: TERM to end in order, KILL to end at once.
    pub async fn signal(&self, name: &str) -> Result<(), Failure> {
        Command::new("kill")
            .args(["-s", name, &self.pid.to_string()])
            .status()
            .await?;
        Ok(())
    }

    pub async fn ended(mut self) -> Result<(), Failure> {
        self.child.wait().await?;
        Ok(())
    }

    pub async fn stop(self) -> Result<(), Failure> {
        self.signal("TERM").await?;
        self.ended().await
    }

    /// Waits until it has done what it has to do by itself; at most a minute.
    pub async fn rest(&self) -> Result<(), Failure> {
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(60) {
            let before = self.processor()?;
            tokio::time::sleep(Duration::from_millis(500)).await;
            if self.processor()?.since(before).both() <= Duration::from_millis(20) {
                break;
            }
        }
        Ok(())
    }

    /// Since its start, by all its threads; of the database server, by all its processes.
    pub fn processor(&self) -> Result<Processor, Failure> {
        Ok(Processor {
            server: proc::processor(self.pid)?,
            database: self
                .postmaster
                .map_or(Ok(Duration::ZERO), proc::processor_of_family)?,
        })
    }

    pub fn memory_kib(&self) -> Result<u64, Failure> {
        proc::memory_kib(self.pid, "VmRSS:")
    }

    pub fn peak_kib(&self) -> Result<u64, Failure> {
        proc::memory_kib(self.pid, "VmHWM:")
    }

    /// How many statements it ran since its start, not older than a twentieth of a second.
    pub async fn statements(&self) -> Result<u64, Failure> {
        tokio::time::sleep(crate::serve::NOTED_EVERY * 3).await;
        let noted = std::fs::read_to_string(crate::serve::statements_file(&self.folder))?;
        Ok(noted.trim().parse()?)
    }
}

fn itself(command: &str) -> Result<Command, Failure> {
    let mut it = Command::new(std::env::current_exe()?);
    it.args(command.split(' '));
    Ok(it)
}

fn free_port() -> Result<u16, Failure> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?
        .local_addr()?
        .port())
}

/// The file that a constant answer is read from.
pub fn constant_file(folder: &Path) -> PathBuf {
    folder.join("constant.json")
}
