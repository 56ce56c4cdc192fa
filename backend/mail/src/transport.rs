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

    /// Throws away what was sent to this address, where that is kept here.
    async fn forget(&self, _address: &str) {}
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

    async fn forget(&self, address: &str) {
        let Ok(mut files) = tokio::fs::read_dir(&self.0).await else {
            return;
        };
        while let Ok(Some(file)) = files.next_entry().await {
            let Ok(mail) = tokio::fs::read(file.path()).await else {
                continue;
            };
            if is_to(&String::from_utf8_lossy(&mail), address)
                && let Err(error) = tokio::fs::remove_file(file.path()).await
            {
                tracing::warn!(kind = %error.kind(), "a mail of somebody who is erased stays");
            }
        }
    }
}

/// Whether a written mail goes to this address; its head may be folded.
fn is_to(mail: &str, address: &str) -> bool {
    let (head, _) = mail.split_once("\r\n\r\n").unwrap_or((mail, ""));
    let head = head.replace("\r\n ", " ");
    let mut to = head.lines().filter_map(|line| line.strip_prefix("To: "));
    to.any(|to| to == address || to.ends_with(&format!("<{address}>")))
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

    async fn forget(&self, address: &str) {
        let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        sent.retain(|(_, mail)| !is_to(mail, address));
    }
}
