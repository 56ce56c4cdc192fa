//! What happens to mails: ids only, never an address or a text.

use kernel::{Event, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum MailEvent {
    /// A mail came back for good, or its server stayed away for five days.
    Refused {
        message: Uuid,
        /// The kind of mail.
        mail: String,
        tenant: Option<TenantId>,
        /// What the mail was about.
        about: Uuid,
    },
}

impl MailEvent {
    pub const REFUSED: &'static str = "mail.refused";
}

impl Event for MailEvent {
    fn kind(&self) -> &'static str {
        match self {
            Self::Refused { .. } => Self::REFUSED,
        }
    }
    fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Refused { tenant, .. } => *tenant,
        }
    }
    fn subject(&self) -> Uuid {
        match self {
            Self::Refused { about, .. } => *about,
        }
    }
}
