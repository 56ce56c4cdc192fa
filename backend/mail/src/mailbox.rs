//! Reading the mails that the file transport wrote: for the demonstration's mailbox.

use std::path::Path;

use mail_parser::MessageParser;
use uuid::Uuid;

/// A mail as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    pub id: Uuid,
    pub from: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// The newest mails in the directory, newest first.
pub async fn list(directory: &Path, most: usize) -> std::io::Result<Vec<Mail>> {
    let mut names = Vec::new();
    let mut entries = match tokio::fs::read_dir(directory).await {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    while let Some(entry) = entries.next_entry().await? {
        let path = entry.path();
        let id = path.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| stem.parse::<Uuid>().ok());
        if let Some(id) = id.filter(|_| path.extension().is_some_and(|extension| extension == "eml")) {
            names.push(id);
        }
    }
    // The ids are in the order of time.
    names.sort_unstable_by(|a, b| b.cmp(a));
    let mut mails = Vec::new();
    for id in names.into_iter().take(most) {
        if let Some(mail) = read(directory, id).await? {
            mails.push(mail);
        }
    }
    Ok(mails)
}

pub async fn read(directory: &Path, id: Uuid) -> std::io::Result<Option<Mail>> {
    let raw = match tokio::fs::read(directory.join(format!("{id}.eml"))).await {
        Ok(raw) => raw,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let Some(message) = MessageParser::default().parse(&raw) else { return Ok(None) };
    let first = |address: Option<&mail_parser::Address<'_>>| {
        let address = address.and_then(mail_parser::Address::first);
        address.map(|one| one.name().or(one.address()).unwrap_or_default().to_owned()).unwrap_or_default()
    };
    let to = message.to().and_then(mail_parser::Address::first).and_then(|one| one.address()).unwrap_or_default().to_owned();
    Ok(Some(Mail {
        id,
        from: first(message.from()),
        to,
        subject: message.subject().unwrap_or_default().to_owned(),
        text: message.body_text(0).unwrap_or_default().into_owned(),
        html: message.body_html(0).unwrap_or_default().into_owned(),
    }))
}
