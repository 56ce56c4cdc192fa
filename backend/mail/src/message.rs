//! A mail before it is written out: what it says, to whom, and why they get it. Pure.

use kernel::Locale;

/// Who the mail comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    pub address: String,
    pub name: String,
}

/// One part of what a mail says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(String),
    /// Somebody's words.
    Quote { name: String, text: String },
    /// The one thing to do.
    Button { label: String, url: String },
    /// Digits to type over.
    Code(String),
    Heading(String),
    Link { label: String, url: String },
}

/// A mail, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    pub to: String,
    pub locale: Locale,
    /// The organisation in whose name it goes; the installation's when none.
    pub from_name: Option<String>,
    /// The organisation's main colour.
    pub colour: String,
    pub subject: String,
    pub blocks: Vec<Block>,
    /// Why the reader gets this.
    pub reason: String,
    /// One click, without signing in (RFC 8058); never on mails that keep an account safe.
    pub unsubscribe: Option<String>,
    /// Mails about one thing hang together in a mail program.
    pub thread: Option<String>,
}

/// The colour of mails that no organisation sends.
pub const PLAIN_COLOUR: &str = "#154273";
