//! A mail before it is written out: what it says, to whom, and why they get it. Pure.

use kernel::{Locale, PersonId};
use platform::tenants::Tenant;

/// Who the mail comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    pub address: String,
    pub name: String,
}

/// To whom, and in which language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub person: Option<PersonId>,
    pub address: String,
    pub locale: Locale,
}

/// In whose name a mail goes, and whom to ask about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brand {
    pub name: String,
    /// `#rrggbb`, dark enough for white text on it.
    pub colour: String,
    /// An address or a telephone number.
    pub contact: Option<String>,
}

impl Brand {
    /// A mail of the installation itself.
    pub fn installation(sender: &Sender) -> Self {
        Self {
            name: sender.name.clone(),
            colour: "#0e4a56".to_owned(),
            contact: None,
        }
    }
}

impl From<&Tenant> for Brand {
    fn from(tenant: &Tenant) -> Self {
        Self {
            name: tenant.name.clone(),
            colour: tenant.colour.clone(),
            contact: Some(tenant.contact_email.clone()),
        }
    }
}

/// One part of what a mail says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(String),
    Heading(String),
    /// Somebody's words.
    Quote {
        name: String,
        text: String,
    },
    /// The one thing to do.
    Button {
        label: String,
        url: String,
    },
    Link {
        label: String,
        url: String,
    },
    /// Digits to type over.
    Code(String),
    List(Vec<String>),
    Divider,
    /// What one may skip.
    Small(String),
}

/// How a reader gets fewer of these mails, or none; never on mails that keep an account safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsubscribe {
    /// Takes a POST without signing in (RFC 8058): for mail programs.
    pub one_click: String,
    /// A page with buttons: for people.
    pub page: String,
    /// What the link to that page says.
    pub label: String,
}

/// A mail, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    pub to: Recipient,
    /// How the reader is called; none when it is not known, or not to be told.
    pub name: Option<String>,
    pub brand: Brand,
    pub subject: String,
    pub blocks: Vec<Block>,
    /// Why the reader gets this.
    pub reason: String,
    pub unsubscribe: Option<Unsubscribe>,
    /// Mails with the same key hang together in a mail program.
    pub thread: Option<String>,
    /// Where it is answered; none for a mail that asks for no answer, or whose room takes none by mail.
    pub answered_at: Option<String>,
    /// What rules of a mail program can sort by (RFC 2919): letters, digits, dots and dashes.
    pub list: Option<String>,
}
