//! From a mail's parts to a message on the wire: text and HTML, with the headers that make it well-behaved. Pure.

use std::time::{Duration, SystemTime};

use kernel::Timestamp;
use lettre::Message;
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, MessageBuilder, MultiPart, SinglePart};
use uuid::Uuid;
use web::i18n::Locales;

use crate::headers::{
    AutoSubmitted, ContentLanguage, ListId, ListUnsubscribe, ListUnsubscribePost,
};
use crate::html::html_part;
use crate::message::{Block, Outgoing, Sender, Unsubscribe};
use crate::plain::text_part;

#[derive(Debug, thiserror::Error)]
pub enum ComposeFault {
    #[error("an address cannot be used in a mail")]
    Address(#[source] lettre::address::AddressError),
    #[error("a line break in what must be one line")]
    NotOneLine,
    #[error("not a link that a mail may hold")]
    Url,
    #[error("the message cannot be built")]
    Build(#[from] lettre::error::Error),
}

impl ComposeFault {
    /// What is noted of it: never a text or an address.
    pub fn class(&self) -> &'static str {
        match self {
            Self::Address(_) => "compose-address",
            Self::NotOneLine => "compose-line",
            Self::Url => "compose-url",
            Self::Build(_) => "compose-build",
        }
    }
}

/// Writes the message. The id is the queue row's, so that a mail sent twice is one to its reader's program.
pub fn compose(
    mail: &Outgoing,
    id: Uuid,
    sender: &Sender,
    locales: &Locales,
    now: Timestamp,
) -> Result<Message, ComposeFault> {
    refuse_bad_links(mail)?;
    let host = sender.address.rsplit('@').next().unwrap_or("localhost");
    let since_epoch = Duration::from_millis(u64::try_from(now.millis()).unwrap_or(0));
    let mut builder = Message::builder()
        .message_id(Some(format!("<{id}@{host}>")))
        .date(SystemTime::UNIX_EPOCH + since_epoch)
        .from(mailbox(Some(&mail.brand.name), &sender.address)?)
        .to(mailbox(mail.name.as_deref(), &mail.to.address)?)
        .subject(one_line(&mail.subject)?)
        .header(AutoSubmitted("auto-generated".to_owned()))
        .header(ContentLanguage(mail.to.locale.tag().to_owned()));
    if let Some(address) = &mail.answered_at {
        builder = builder.reply_to(mailbox(Some(&mail.brand.name), address)?);
    }
    let parts = MultiPart::alternative()
        .singlepart(part(ContentType::TEXT_PLAIN, text_part(mail, locales)))
        .singlepart(part(
            ContentType::TEXT_HTML,
            html_part(mail, locales).into_string(),
        ));
    Ok(with_lists(builder, mail, host).multipart(parts)?)
}

/// What the mail belongs to: its conversation, its list, the way out of it.
fn with_lists(mut builder: MessageBuilder, mail: &Outgoing, host: &str) -> MessageBuilder {
    if let Some(thread) = mail.thread.as_deref().map(token) {
        let root = format!("<{thread}@{host}>");
        builder = builder.references(root.clone()).in_reply_to(root);
    }
    if let Some(list) = mail.list.as_deref().map(token) {
        builder = builder.header(ListId(format!("<{list}.{host}>")));
    }
    if let Some(Unsubscribe { one_click, .. }) = &mail.unsubscribe {
        builder = builder
            .header(ListUnsubscribe(format!("<{one_click}>")))
            .header(ListUnsubscribePost("List-Unsubscribe=One-Click".to_owned()));
    }
    builder
}

fn part(kind: ContentType, body: String) -> SinglePart {
    SinglePart::builder().header(kind).body(body)
}

fn mailbox(name: Option<&str>, address: &str) -> Result<Mailbox, ComposeFault> {
    let name = name.map(one_line).transpose()?;
    Ok(Mailbox::new(
        name,
        address.parse().map_err(ComposeFault::Address)?,
    ))
}

/// A line break in a name or a subject would begin a header of somebody's choosing.
fn one_line(text: &str) -> Result<String, ComposeFault> {
    if text.chars().any(char::is_control) {
        Err(ComposeFault::NotOneLine)
    } else {
        Ok(text.to_owned())
    }
}

/// Only what may stand in a Message-ID or a List-Id without quotes.
fn token(text: &str) -> String {
    let fits = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    text.chars().filter(fits).collect()
}

fn refuse_bad_links(mail: &Outgoing) -> Result<(), ComposeFault> {
    let in_blocks = mail.blocks.iter().filter_map(|block| match block {
        Block::Button { url, .. } | Block::Link { url, .. } => Some(url),
        _ => None,
    });
    let ways_out = mail
        .unsubscribe
        .iter()
        .flat_map(|out| [&out.one_click, &out.page]);
    if in_blocks.chain(ways_out).all(|url| is_link(url)) {
        Ok(())
    } else {
        Err(ComposeFault::Url)
    }
}

fn is_link(url: &str) -> bool {
    let web = url.starts_with("https://") || url.starts_with("http://");
    web && url
        .chars()
        .all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"'))
}
