//! How a written mail leaves: by SMTP, into a directory, or into memory for tests.

use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Duration;

use async_trait::async_trait;
use lettre::message::Message;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use uuid::Uuid;

/// What became of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    Sent,
    /// The other side asks to come back (4xx, greylisting), or was not there.
    Later(String),
    /// The other side will never take it (5xx).
    Refused(String),
}

#[async_trait]
pub trait Transport: Send + Sync + 'static {
    async fn deliver(&self, id: Uuid, message: &Message) -> Delivery;
}

/// Where the SMTP server is, and how to speak to it.
#[derive(Clone, Debug)]
pub struct SmtpSettings {
    pub host: String,
    pub port: u16,
    /// `tls` from the first byte, `starttls`, or `none` for a server on this machine.
    pub security: String,
    pub user: Option<String>,
    pub password: Option<String>,
}

pub struct SmtpTransport(AsyncSmtpTransport<Tokio1Executor>);

impl SmtpTransport {
    pub fn new(settings: SmtpSettings) -> Result<Self, lettre::transport::smtp::Error> {
        let tls = TlsParameters::new(settings.host.clone())?;
        let security = match settings.security.as_str() {
            "tls" => Tls::Wrapper(tls),
            "none" => Tls::None,
            _ => Tls::Required(tls),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(settings.host)
            .port(settings.port)
            .tls(security)
            .timeout(Some(Duration::from_secs(60)));
        if let (Some(user), Some(password)) = (settings.user, settings.password) {
            builder = builder.credentials(Credentials::new(user, password));
        }
        Ok(Self(builder.build()))
    }
}

#[async_trait]
impl Transport for SmtpTransport {
    async fn deliver(&self, _id: Uuid, message: &Message) -> Delivery {
        match self.0.send(message.clone()).await {
            Ok(_) => Delivery::Sent,
            Err(error) if error.is_permanent() => Delivery::Refused(error.to_string()),
            Err(error) => Delivery::Later(error.to_string()),
        }
    }
}

/// Writes each mail as a file; a mail sent twice is one file.
pub struct FileTransport(pub PathBuf);

#[async_trait]
impl Transport for FileTransport {
    async fn deliver(&self, id: Uuid, message: &Message) -> Delivery {
        let (part, whole) = (self.0.join(format!("{id}.part")), self.0.join(format!("{id}.eml")));
        let written = async {
            tokio::fs::create_dir_all(&self.0).await?;
            tokio::fs::write(&part, message.formatted()).await?;
            tokio::fs::rename(&part, &whole).await
        };
        match written.await {
            Ok(()) => Delivery::Sent,
            Err(error) => Delivery::Later(error.to_string()),
        }
    }
}

/// Keeps each mail; refuses or postpones what a test asks it to.
#[derive(Default)]
pub struct MemoryTransport {
    pub sent: Mutex<Vec<(Uuid, String)>>,
    pub answers: Mutex<Vec<Delivery>>,
}

#[async_trait]
impl Transport for MemoryTransport {
    async fn deliver(&self, id: Uuid, message: &Message) -> Delivery {
        let answer = self.answers.lock().unwrap_or_else(std::sync::PoisonError::into_inner).pop().unwrap_or(Delivery::Sent);
        if answer == Delivery::Sent {
            let text = String::from_utf8_lossy(&message.formatted()).into_owned();
            self.sent.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((id, text));
        }
        answer
    }
}
