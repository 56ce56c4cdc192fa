//! A real SMTP server that fails when it is told to: `infra/smtp-server/`.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;

use crate::tls::make_certificate;
use crate::{Settings, free_port};

const PROGRAM: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../infra/smtp-server/server.mjs"
);

/// With whom it wants to speak when it insists on signing in.
const USER: &str = "netwerkplatform";
const PASSWORD: &str = "geheim";

/// A text that came whole, whatever was answered.
#[derive(Clone, Debug)]
pub struct Mail {
    pub to: Vec<String>,
    /// Whether it came through STARTTLS.
    pub secure: bool,
    pub user: Option<String>,
    /// The same for mails that came over one connection.
    pub connection: String,
    pub text: String,
}

impl Mail {
    /// The value of a header.
    pub fn header(&self, name: &str) -> &str {
        let lines = self.text.lines().take_while(|line| !line.is_empty());
        let values = lines.filter_map(|line| line.split_once(": "));
        let mut found = values.filter(|(header, _)| header.eq_ignore_ascii_case(name));
        found.next().map_or("", |(_, value)| value)
    }
}

pub struct SmtpServer {
    child: Child,
    orders: ChildStdin,
    /// What it says beside the mails.
    told: Receiver<Value>,
    mails: Arc<Mutex<Vec<Mail>>>,
    port: u16,
    strict: Option<PathBuf>,
}

impl SmtpServer {
    /// Takes mail from anybody, in the clear.
    pub fn start() -> Self {
        Self::begin(None)
    }

    /// Insists on STARTTLS and on signing in, with a certificate that it makes in this folder.
    pub fn strict(folder: &Path) -> Self {
        make_certificate(folder);
        Self::begin(Some(folder.to_owned()))
    }

    fn begin(strict: Option<PathBuf>) -> Self {
        let (port, mails) = (free_port(), Arc::default());
        let (child, orders, told) = launch(port, strict.as_deref(), &mails);
        Self {
            child,
            orders,
            told,
            mails,
            port,
            strict,
        }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// What the program must be told to send through it.
    pub fn settings(&self) -> Settings {
        let mut settings = vec![
            ("NP_SMTP_HOST", "localhost".to_owned()),
            ("NP_SMTP_PORT", self.port.to_string()),
            ("NP_SMTP_SECURITY", "none".to_owned()),
        ];
        if let Some(folder) = &self.strict {
            let certificate = folder.join("certificate.pem").display().to_string();
            settings.extend([
                ("NP_SMTP_SECURITY", "starttls".to_owned()),
                ("NP_SMTP_USER", USER.to_owned()),
                ("NP_SMTP_PASSWORD", PASSWORD.to_owned()),
                ("SSL_CERT_FILE", certificate),
            ]);
        }
        settings
    }

    /// From the next mail on: take, busy, later, unknown, cut, or slow with milliseconds.
    pub fn behave(&mut self, mode: &str) {
        writeln!(self.orders, "{mode}").unwrap();
        hear(&self.told, "mode");
    }

    /// SIGKILL.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// At the same address; what came before is remembered.
    pub fn again(&mut self) {
        (self.child, self.orders, self.told) =
            launch(self.port, self.strict.as_deref(), &self.mails);
    }

    /// Every text that came whole, in the order in which they came.
    pub fn mails(&self) -> Vec<Mail> {
        self.mails.lock().unwrap().clone()
    }

    pub fn mails_to(&self, address: &str) -> Vec<Mail> {
        let mut mails = self.mails();
        mails.retain(|mail| mail.to.iter().any(|to| to == address));
        mails
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        // Ended before is ended.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn launch(
    port: u16,
    strict: Option<&Path>,
    mails: &Arc<Mutex<Vec<Mail>>>,
) -> (Child, ChildStdin, Receiver<Value>) {
    let mut command = Command::new("node");
    command.args([PROGRAM, "--port", &port.to_string()]);
    if let Some(folder) = strict {
        command.arg("--key").arg(folder.join("key.pem"));
        command
            .arg("--certificate")
            .arg(folder.join("certificate.pem"));
        command.args(["--user", USER, "--password", PASSWORD]);
    }
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is there");
    let (tell, told) = channel();
    let said = BufReader::new(child.stdout.take().unwrap());
    let mails = mails.clone();
    std::thread::spawn(move || listen(said, &tell, &mails));
    hear(&told, "port");
    let orders = child.stdin.take().unwrap();
    (child, orders, told)
}

fn listen(said: impl BufRead, tell: &Sender<Value>, mails: &Mutex<Vec<Mail>>) {
    for line in said.lines().map_while(Result::ok) {
        let event: Value = serde_json::from_str(&line).unwrap();
        match event.get("mail") {
            Some(mail) => mails.lock().unwrap().push(Mail {
                to: serde_json::from_value(mail["to"].clone()).unwrap(),
                secure: mail["secure"] == true,
                user: mail["user"].as_str().map(str::to_owned),
                connection: mail["connection"].as_str().unwrap().to_owned(),
                text: mail["text"].as_str().unwrap().to_owned(),
            }),
            // Whoever does not listen any more needs no answer.
            None => drop(tell.send(event)),
        }
    }
}

fn hear(told: &Receiver<Value>, what: &str) {
    let event = told
        .recv_timeout(Duration::from_secs(30))
        .expect("the SMTP server runs: npm --prefix infra/smtp-server ci");
    assert!(event.get(what).is_some(), "{event}");
}
