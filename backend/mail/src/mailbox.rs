//! Reading the mails that the file transport wrote: for the demonstration's mailbox.

use std::io::{Error, ErrorKind};
use std::path::Path;

use kernel::Timestamp;
use mail_parser::{Address, Message, MessageParser};
use uuid::Uuid;

/// A mail as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    pub id: Uuid,
    /// The sender's name.
    pub from: String,
    /// The recipient's address.
    pub to: String,
    /// The recipient's name; empty when the mail does not say it.
    pub to_name: String,
    pub subject: String,
    pub at: Timestamp,
    pub text: String,
    /// A whole document with styles of its own: show it in a frame that may do nothing.
    pub html: String,
    /// As they stand in the mail, in their order.
    pub headers: Vec<(String, String)>,
}

/// The newest mails in the directory, newest first.
pub async fn list(directory: &Path, most: usize) -> Result<Vec<Mail>, Error> {
    let mut ids = ids(directory).await?;
    // The ids are in the order of time.
    ids.sort_unstable_by(|a, b| b.cmp(a));
    let mut mails = Vec::new();
    for id in ids.into_iter().take(most) {
        mails.extend(read(directory, id).await?);
    }
    Ok(mails)
}

/// One mail; none when there is no such mail.
pub async fn read(directory: &Path, id: Uuid) -> Result<Option<Mail>, Error> {
    let raw = source(directory, id).await?;
    Ok(raw.and_then(|raw| {
        let message = MessageParser::default().parse(&raw)?;
        Some(mail(id, &message))
    }))
}

/// One mail as it went over the wire.
pub async fn source(directory: &Path, id: Uuid) -> Result<Option<Vec<u8>>, Error> {
    match tokio::fs::read(directory.join(format!("{id}.eml"))).await {
        Ok(raw) => Ok(Some(raw)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

async fn ids(directory: &Path) -> Result<Vec<Uuid>, Error> {
    let mut entries = match tokio::fs::read_dir(directory).await {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut ids = Vec::new();
    while let Some(entry) = entries.next_entry().await? {
        let name = entry.file_name();
        let id = name.to_str().and_then(|name| name.strip_suffix(".eml"));
        ids.extend(id.and_then(|id| id.parse::<Uuid>().ok()));
    }
    Ok(ids)
}

fn mail(id: Uuid, message: &Message<'_>) -> Mail {
    let from = message.from().and_then(Address::first);
    let to = message.to().and_then(Address::first);
    Mail {
        id,
        from: from
            .and_then(|it| it.name().or(it.address()))
            .unwrap_or_default()
            .to_owned(),
        to: to
            .and_then(|it| it.address())
            .unwrap_or_default()
            .to_owned(),
        to_name: to.and_then(|it| it.name()).unwrap_or_default().to_owned(),
        subject: message.subject().unwrap_or_default().to_owned(),
        at: Timestamp::from_millis(
            message
                .date()
                .map_or(0, |date| date.to_timestamp().saturating_mul(1_000)),
        ),
        text: message.body_text(0).unwrap_or_default().into_owned(),
        html: message.body_html(0).unwrap_or_default().into_owned(),
        headers: message
            .headers_raw()
            .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
            .collect(),
    }
}
