//! A NATS server of its own for one test: started, killed, and started again at the same address.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

use crate::signal;

/// Debian's package.
const PROGRAM: &str = "/usr/sbin/nats-server";

pub struct NatsServer {
    child: Child,
    port: u16,
    monitor: u16,
    arguments: Vec<String>,
}

impl NatsServer {
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    pub async fn start_with(arguments: &[&str]) -> Self {
        let (port, monitor) = (free_port(), free_port());
        let arguments: Vec<String> = arguments.iter().map(|it| (*it).to_owned()).collect();
        let server = Self {
            child: launch(port, monitor, &arguments),
            port,
            monitor,
            arguments,
        };
        server.answers().await;
        server
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// SIGKILL.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// It hangs: connections stay open and nothing is answered.
    pub fn hang(&self) {
        signal(self.child.id(), "STOP");
    }

    /// It hangs no longer.
    pub fn go_on(&self) {
        signal(self.child.id(), "CONT");
    }

    /// At the same address.
    pub async fn again(&mut self) {
        self.child = launch(self.port, self.monitor, &self.arguments);
        self.answers().await;
    }

    /// The subjects that somebody asked for.
    pub async fn subjects(&self) -> Vec<String> {
        let url = format!("http://127.0.0.1:{}/connz?subs=1", self.monitor);
        let answer = reqwest::get(url).await.unwrap().text().await.unwrap();
        let told: Value = serde_json::from_str(&answer).unwrap();
        let connections = told["connections"].as_array().into_iter().flatten();
        connections
            .flat_map(|it| it["subscriptions_list"].as_array().into_iter().flatten())
            .filter_map(|subject| subject.as_str().map(str::to_owned))
            .collect()
    }

    async fn answers(&self) {
        let mut look = tokio::time::interval(Duration::from_millis(20));
        for _ in 0..500 {
            look.tick().await;
            if greets(self.port).await
                && TcpStream::connect(("127.0.0.1", self.monitor))
                    .await
                    .is_ok()
            {
                return;
            }
        }
        panic!("{PROGRAM} does not answer");
    }
}

impl Drop for NatsServer {
    fn drop(&mut self) {
        // Ended before is ended.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A port that nobody listens to now.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

fn launch(port: u16, monitor: u16, arguments: &[String]) -> Child {
    Command::new(PROGRAM)
        .args(["--addr", "127.0.0.1"])
        .args(["--port", &port.to_string()])
        .args(["--http_port", &monitor.to_string()])
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("nats-server is there: apt-get install nats-server")
}

async fn greets(port: u16) -> bool {
    let mut greeting = [0; 4];
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)).await else {
        return false;
    };
    stream.read_exact(&mut greeting).await.is_ok() && &greeting == b"INFO"
}
