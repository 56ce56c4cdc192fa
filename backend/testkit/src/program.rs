//! Starting the program, waiting for what it does, and ending it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::{Person, code_in, free_port};

/// As it was built beside what runs now: a test, or a tool of ours.
fn binary() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let built = own.ancestors().map(|folder| folder.join("netwerkplatform"));
    built
        .skip(1)
        .find(|file| file.is_file())
        .expect("the program is built: cargo build --workspace --bins")
}

/// The program with these settings and none of this machine's.
pub fn command(folder: &Path, settings: &[(&str, &str)]) -> Command {
    command_of(&binary(), folder, settings)
}

fn command_of(binary: &Path, folder: &Path, settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(binary);
    command
        .env_clear()
        .env("NP_DATA_DIR", folder)
        .env("NP_WEB_DIR", folder.join("pages"))
        .stdin(Stdio::null());
    for (name, value) in settings {
        command.env(name, value);
    }
    command
}

pub fn run(folder: &Path, settings: &[(&str, &str)], arguments: &[&str]) -> Output {
    command(folder, settings).args(arguments).output().unwrap()
}

/// As [`run`], another build of the program.
pub fn run_of(
    binary: &Path,
    folder: &Path,
    settings: &[(&str, &str)],
    arguments: &[&str],
) -> Output {
    let mut command = command_of(binary, folder, settings);
    command.args(arguments).output().unwrap()
}

/// Everything that was printed.
pub fn printed(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// A process that runs.
pub struct Program {
    child: Child,
    pub base: String,
    binary: PathBuf,
    folder: PathBuf,
    settings: Settings,
    arguments: &'static [&'static str],
}

/// What is set beside the folder and the address.
pub type Settings = Vec<(&'static str, String)>;

impl Program {
    pub async fn serve(folder: &Path) -> Self {
        Self::serve_with(folder, Vec::new(), &["serve"]).await
    }

    /// A node: with workers or without.
    pub async fn serve_with(
        folder: &Path,
        settings: Settings,
        arguments: &'static [&'static str],
    ) -> Self {
        let mut program = Self::start(folder, settings, arguments);
        program.is_ready().await;
        program
    }

    /// As [`Program::serve_with`], another build of the program.
    pub async fn serve_of(
        binary: &Path,
        folder: &Path,
        settings: Settings,
        arguments: &'static [&'static str],
    ) -> Self {
        let mut program = Self::start_of(binary.to_owned(), folder, settings, arguments);
        program.is_ready().await;
        program
    }

    /// A process that is not waited for.
    pub fn start(folder: &Path, settings: Settings, arguments: &'static [&'static str]) -> Self {
        Self::start_of(binary(), folder, settings, arguments)
    }

    fn start_of(
        binary: PathBuf,
        folder: &Path,
        settings: Settings,
        arguments: &'static [&'static str],
    ) -> Self {
        let port = free_port();
        Self {
            child: start(&binary, folder, port, &settings, arguments),
            base: format!("http://127.0.0.1:{port}"),
            binary,
            folder: folder.to_owned(),
            settings,
            arguments,
        }
    }

    async fn is_ready(&mut self) {
        let ready = format!("{}/health/ready", self.base);
        let child = &mut self.child;
        // Nobody is counted who asks for this.
        until_each(
            Duration::from_millis(20),
            "the server is ready",
            async || {
                assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
                let answer = reqwest::get(&ready).await;
                answer.is_ok_and(|answer| answer.status() == 200)
            },
        )
        .await;
    }

    pub fn port(&self) -> u16 {
        self.base.rsplit(':').next().unwrap().parse().unwrap()
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Everything that it logged, since its first start.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    /// SIGKILL: no signal handler runs, nothing is written any more.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// SIGTERM, as an operator stops it; comes back when it has ended.
    pub async fn stop(&mut self) {
        self.stop_by("TERM").await;
    }

    /// By a signal that is a request to end, and nothing worse.
    pub async fn stop_by(&mut self, name: &str) {
        signal(self.child.id(), name);
        let child = &mut self.child;
        until("it has stopped", async || {
            child.try_wait().unwrap().is_some()
        })
        .await;
        assert!(self.child.wait().unwrap().success(), "it ended well");
    }

    /// At the same address, as if the machine came back.
    pub async fn again(&mut self) {
        let (binary, folder) = (&self.binary, &self.folder);
        self.child = start(binary, folder, self.port(), &self.settings, self.arguments);
        self.is_ready().await;
    }

    /// From its next start on it is the build of this moment.
    pub fn renew(&mut self) {
        self.binary = binary();
    }

    /// Signs in with the code of a mail in the data directory.
    pub async fn sign_in(&self, email: &str) -> Person {
        self.sign_in_reading(email, || self.mails_to(email)).await
    }

    /// Signs in with the code of the last mail that came to somebody.
    pub async fn sign_in_reading(&self, email: &str, mails: impl Fn() -> Vec<String>) -> Person {
        let mut person = Person::visitor(&self.base);
        let asked = person
            .post("/v1/sign-in-codes", &json!({ "email": email }))
            .await;
        assert_eq!(asked.status, 202, "{}", asked.text);
        until("the mail with the code", async || !mails().is_empty()).await;
        let code = code_in(&mails().pop().unwrap());
        let proof = json!({"kind": "code", "signInCode": asked.body["id"], "code": code});
        let begun = person.post("/v1/sessions", &proof).await;
        assert_eq!(begun.status, 201, "{}", begun.text);
        person.keep_cookies(&begun);
        person
    }

    /// The mails that were handed over for this address.
    pub fn mails_to(&self, email: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.join("mail"));
        entries
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| std::fs::read_to_string(entry.path()).ok())
            .filter(|mail| {
                mail.lines()
                    .any(|line| line.starts_with("To:") && line.contains(email))
            })
            .collect()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Ended before is ended.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn start(
    binary: &Path,
    folder: &Path,
    port: u16,
    settings: &[(&str, String)],
    arguments: &[&str],
) -> Child {
    // No page is needed; the folder that they would be in is.
    std::fs::create_dir_all(folder.join("pages")).unwrap();
    let log = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(folder.join("log"))
        .unwrap();
    let listen = format!("127.0.0.1:{port}");
    let url = format!("http://127.0.0.1:{port}");
    let own = [
        ("NP_LISTEN", listen.as_str()),
        ("NP_PUBLIC_URL", &url),
        ("NP_POSTS_IN_TEN_MINUTES", "100000"),
    ];
    command_of(binary, folder, &own)
        .envs(settings.iter().map(|(name, value)| (*name, value)))
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .unwrap()
}

/// Sends a signal to a process: STOP, CONT, TERM.
pub fn signal(pid: u32, name: &str) {
    let send = format!("kill -{name} {pid}");
    let sent = Command::new("sh").args(["-c", &send]).status().unwrap();
    assert!(sent.success(), "{send}");
}

/// Waits for something to become true; what does not in a minute never will. It looks no more often than a
/// person may ask.
pub async fn until(what: &str, holds: impl AsyncFnMut() -> bool) {
    until_each(Duration::from_millis(200), what, holds).await;
}

async fn until_each(pause: Duration, what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let began = Instant::now();
    let mut look = tokio::time::interval(pause);
    while began.elapsed() < Duration::from_secs(60) {
        look.tick().await;
        if holds().await {
            return;
        }
    }
    panic!("it never came true: {what}");
}
