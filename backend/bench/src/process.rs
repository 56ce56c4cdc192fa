//! A server in a process of its own, and what it uses of the machine.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use tokio::process::{Child, Command};

use crate::Failure;

pub struct Process {
    child: Child,
    pid: u32,
    pub url: String,
    pub started_in: Duration,
}

impl Process {
    pub async fn server(folder: &Path, database: &str) -> Result<Self, Failure> {
        let port = free_port()?;
        let url = format!("http://localhost:{port}");
        let mut command = itself("serve")?;
        command
            .env("NP_DATA_DIR", folder)
            .env("NP_DATABASE_URL", database);
        command
            .env("NP_LISTEN", format!("127.0.0.1:{port}"))
            .env("NP_PUBLIC_URL", &url);
        command.env("RUST_LOG", "warn");
        Self::start(command, url, "/health/ready").await
    }

    pub async fn ceiling(
        folder: &Path,
        database: &str,
        thread: &str,
        body: &str,
    ) -> Result<Self, Failure> {
        let port = free_port()?;
        let constant = folder.join("constant.json");
        std::fs::write(&constant, body)?;
        let mut command = itself("ceiling")?;
        command.args([
            "--listen",
            &format!("127.0.0.1:{port}"),
            "--database",
            database,
            "--thread",
            thread,
        ]);
        command.arg("--constant").arg(constant);
        Self::start(command, format!("http://localhost:{port}"), "/constant").await
    }

    async fn start(mut command: Command, url: String, ready: &str) -> Result<Self, Failure> {
        let began = Instant::now();
        let mut child = command.stdout(Stdio::null()).kill_on_drop(true).spawn()?;
        let pid = child.id().ok_or("the server did not start")?;
        while reqwest::get(format!("{url}{ready}")).await.is_err() {
            if let Some(status) = child.try_wait()? {
                return Err(format!("the server ended with {status}").into());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Ok(Self {
            child,
            pid,
            url,
            started_in: began.elapsed(),
        })
    }

    /// Tells it to stop, and says how long that took.
    pub async fn stop(mut self) -> Result<Duration, Failure> {
        let began = Instant::now();
        Command::new("kill")
            .arg(self.pid.to_string())
            .status()
            .await?;
        self.child.wait().await?;
        Ok(began.elapsed())
    }

    /// Processor time since its start, by all its threads. Linux counts in hundredths of a second.
    pub fn processor(&self) -> Result<Duration, Failure> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid))?;
        let (_, after_name) = stat.rsplit_once(')').ok_or("no process name")?;
        let ticks: Vec<u64> = after_name
            .split_whitespace()
            .skip(11)
            .take(2)
            .map(str::parse)
            .collect::<Result<_, _>>()?;
        Ok(Duration::from_millis(ticks.iter().sum::<u64>() * 10))
    }

    pub fn memory_kib(&self) -> Result<u64, Failure> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid))?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .ok_or("no memory line")?;
        Ok(line.trim().trim_end_matches(" kB").parse()?)
    }
}

fn itself(command: &str) -> Result<Command, Failure> {
    let mut it = Command::new(std::env::current_exe()?);
    it.arg(command);
    Ok(it)
}

fn free_port() -> Result<u16, Failure> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?
        .local_addr()?
        .port())
}
