//! How a written mail leaves: by SMTP (see `smtp.rs`), into a directory, or into memory for tests.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use lettre::message::Message;
use uuid::Uuid;

/// What became of a mail. The reason is a class or a reply code: the other side's words hold addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    Sent,
    /// The other side asks to come back (4xx, greylisting).
    Later(String),
    /// The other side was not there, or does not know us.
    Unreachable(String),
    /// The other side will never take it (5xx).
    Refused {
        why: String,
        /// It is the address: no other mail will arrive there either.
        address_is_dead: bool,
    },
}

#[async_trait]
pub trait Transport: Send + Sync + 'static {
    async fn deliver(&self, id: Uuid, message: &Message) -> Delivery;
}

/// Writes each mail as a file; a mail sent twice is one file.
pub struct FileTransport(pub PathBuf);

#[async_trait]
impl Transport for FileTransport {
    async fn deliver(&self, id: Uuid, message: &Message) -> Delivery {
        let part = self.0.join(format!("{id}.part"));
        let written = async {
            tokio::fs::create_dir_all(&self.0).await?;
            tokio::fs::write(&part, message.formatted()).await?;
            tokio::fs::rename(&part, self.0.join(format!("{id}.eml"))).await
        };
        match written.await {
            Ok(()) => Delivery::Sent,
            Err(error) => Delivery::Unreachable(format!("file {}", error.kind())),
        }
    }
}

/// Keeps each mail; answers what a test asks it to, the last of `answers` first.
#[derive(Default)]
pub struct MemoryTransport {
    pub sent: Mutex<Vec<(Uuid, String)>>,
    pub answers: Mutex<Vec<Delivery>>,
}

#[async_trait]
impl Transport for MemoryTransport {
    async fn deliver(&self, id: Uuid, message: &Message) -> Delivery {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = answers.pop().unwrap_or(Delivery::Sent);
        if answer == Delivery::Sent {
            let text = String::from_utf8_lossy(&message.formatted()).into_owned();
            let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
            sent.push((id, text));
        }
        answer
    }
}
