//! From a mail's parts to a message on the wire: text and HTML, with the headers that make it well-behaved. Pure.

use lettre::Message;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use maud::{DOCTYPE, Markup, html};
use uuid::Uuid;
use web::i18n::Locales;

use crate::message::{Block, Outgoing, Sender};

#[derive(Debug, thiserror::Error)]
pub enum ComposeFault {
    #[error("an address cannot be used in a mail")]
    Address(#[from] lettre::address::AddressError),
    #[error("the message cannot be built")]
    Build(#[from] lettre::error::Error),
}

/// Writes the message. The id is the queue row's, so that a mail sent twice is one to its reader's program.
pub fn compose(mail: &Outgoing, id: Uuid, sender: &Sender, locales: &Locales) -> Result<Message, ComposeFault> {
    let host = sender.address.rsplit('@').next().unwrap_or("localhost");
    let name = mail.from_name.clone().unwrap_or_else(|| sender.name.clone());
    let mut builder = Message::builder()
        .message_id(Some(format!("<{id}@{host}>")))
        .from(Mailbox::new(Some(one_line(&name)), sender.address.parse()?))
        .to(Mailbox::new(None, mail.to.parse()?))
        .subject(one_line(&mail.subject))
        .header(AutoSubmitted)
        .header(ContentLanguage(mail.locale.tag()));
    if let Some(thread) = &mail.thread {
        builder = builder.references(format!("<{thread}@{host}>")).in_reply_to(format!("<{thread}@{host}>"));
    }
    if let Some(url) = &mail.unsubscribe {
        builder = builder.header(ListUnsubscribe(url.clone())).header(ListUnsubscribePost);
    }
    let parts = MultiPart::alternative()
        .singlepart(SinglePart::builder().header(ContentType::TEXT_PLAIN).body(text_part(mail, locales)))
        .singlepart(SinglePart::builder().header(ContentType::TEXT_HTML).body(html_part(mail, locales).into_string()));
    Ok(builder.multipart(parts)?)
}

/// A line break in a name or a subject would begin a header of somebody's choosing.
fn one_line(text: &str) -> String {
    text.split(char::is_control).collect::<Vec<_>>().join(" ")
}

fn text_part(mail: &Outgoing, locales: &Locales) -> String {
    let mut text = String::new();
    for block in &mail.blocks {
        let part = match block {
            Block::Paragraph(words) => words.clone(),
            Block::Heading(words) => format!("{words}\n{}", "-".repeat(words.chars().count())),
            Block::Quote { name, text } => format!("{name}:\n{}", text.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n")),
            Block::Button { label, url } | Block::Link { label, url } => format!("{label}:\n{url}"),
            Block::Code(code) => code.clone(),
        };
        text.push_str(&part);
        text.push_str("\n\n");
    }
    text.push_str("-- \n");
    text.push_str(&mail.reason);
    if let Some(url) = &mail.unsubscribe {
        text.push_str(&format!("\n{}:\n{url}", locales.text(mail.locale, "mail-unsubscribe", &[])));
    }
    text.push('\n');
    text
}

fn html_part(mail: &Outgoing, locales: &Locales) -> Markup {
    let page = "margin:0;padding:24px 12px;background:#f3f5f7;color:#1d2a3a;font-family:'Fira Sans',Verdana,Arial,sans-serif;font-size:16px;line-height:1.5";
    let sheet = format!("max-width:600px;margin:0 auto;background:#ffffff;border-top:6px solid {};padding:24px;border-radius:4px", mail.colour);
    html! {
        (DOCTYPE)
        html lang=(mail.locale.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta name="color-scheme" content="light dark";
                title { (mail.subject) }
            }
            body style=(page) {
                div role="article" aria-roledescription="email" style=(sheet) {
                    @if let Some(name) = &mail.from_name { p style="margin:0 0 16px;font-weight:bold" { (name) } }
                    @for block in &mail.blocks { (html_block(block, &mail.colour)) }
                }
                div style="max-width:600px;margin:16px auto 0;padding:0 24px;font-size:14px;color:#4a5868" {
                    p { (mail.reason) }
                    @if let Some(url) = &mail.unsubscribe { p { a href=(url) style="color:#154273" { (locales.text(mail.locale, "mail-unsubscribe", &[])) } } }
                }
            }
        }
    }
}

fn html_block(block: &Block, colour: &str) -> Markup {
    let button = format!("display:inline-block;background:{colour};color:#ffffff;padding:12px 20px;border-radius:4px;text-decoration:none;font-weight:bold");
    let quote = format!("margin:16px 0;padding:4px 16px;border-left:4px solid {colour}");
    html! {
        @match block {
            Block::Paragraph(words) => p style="margin:0 0 16px" { (words) },
            Block::Heading(words) => h2 style="margin:24px 0 8px;font-size:18px" { (words) },
            Block::Quote { name, text } => blockquote style=(quote) {
                p style="margin:0;font-weight:bold" { (name) }
                @for line in text.lines() { p style="margin:0 0 8px" { (line) } }
            },
            Block::Button { label, url } => p style="margin:24px 0" { a href=(url) style=(button) { (label) } },
            Block::Link { label, url } => p style="margin:0 0 8px" { a href=(url) style="color:#154273" { (label) } },
            Block::Code(code) => p style="margin:16px 0;font-size:28px;letter-spacing:6px;font-weight:bold" { (code) },
        }
    }
}

/// A machine wrote this: no holiday replies, please (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[derive(Clone)]
struct ContentLanguage(&'static str);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self("nl"))
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.to_owned())
    }
}

/// `List-Unsubscribe` (RFC 2369) with an address that takes a POST without signing in (RFC 8058).
#[derive(Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }
    fn parse(raw: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(raw.trim_matches(['<', '>']).to_owned()))
    }
    fn display(&self) -> HeaderValue {
        let url: String = self.0.chars().filter(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>')).collect();
        let value = format!("<{url}>");
        HeaderValue::dangerous_new_pre_encoded(Self::name(), value.clone(), value)
    }
}

#[derive(Clone)]
struct ListUnsubscribePost;

impl Header for ListUnsubscribePost {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::PLAIN_COLOUR;
    use kernel::Locale;

    fn written(change: impl FnOnce(&mut Outgoing)) -> String {
        let mut mail = Outgoing {
            to: "fatima@example.org".into(),
            locale: Locale::Nl,
            from_name: None,
            colour: PLAIN_COLOUR.into(),
            subject: "Hallo".into(),
            blocks: vec![Block::Paragraph("Dag <b>Fatima</b>".into()), Block::Button { label: "Kijk".into(), url: "https://example.org/a".into() }],
            reason: "Omdat het kan".into(),
            unsubscribe: None,
            thread: None,
        };
        change(&mut mail);
        let sender = Sender { address: "post@example.org".into(), name: "Netwerkplatform".into() };
        let message = compose(&mail, Uuid::nil(), &sender, &Locales::default()).unwrap();
        String::from_utf8(message.formatted()).unwrap()
    }

    #[test]
    fn what_people_typed_is_text_in_both_parts() {
        let mail = written(|_| {});
        assert!(mail.contains("Dag <b>Fatima</b>") && mail.contains("Dag &lt;b&gt;Fatima&lt;/b&gt;"));
        assert!(mail.contains("Message-ID: <00000000-0000-0000-0000-000000000000@example.org>"));
        assert!(mail.contains("Auto-Submitted: auto-generated") && !mail.contains("List-Unsubscribe"));
    }

    #[test]
    fn a_subject_cannot_add_a_header() {
        let mail = written(|mail| mail.subject = "Hallo\r\nBcc: x@example.org".into());
        assert!(!mail.contains("\r\nBcc:"));
    }

    #[test]
    fn one_click_is_enough_to_stop_a_mail() {
        let mail = written(|mail| mail.unsubscribe = Some("https://example.org/v1/unsubscribe/abc".into()));
        assert!(mail.contains("List-Unsubscribe: <https://example.org/v1/unsubscribe/abc>"));
        assert!(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    }
}
