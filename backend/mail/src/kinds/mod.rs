//! The kinds of mail: each knows the ids it is about, and how it is composed from them when it goes out.

mod account;
mod code;

use db::DbFault;
use kernel::{EventId, PersonId, Scope, SignInCodeId, TenantId, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::queue::{Lane, Waiting};
use crate::{Outgoing, Services};

/// What a mail is about: ids only. Two mails that are equal here, to one address, are one mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum MailKind {
    /// A code to sign in with, or to prove an address with.
    Code { code: SignInCodeId },
    /// Something changed that only its owner may change.
    Account {
        event: EventId,
        person: PersonId,
        change: AccountChange,
    },
}

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountChange {
    Address,
    Password,
}

/// What a composer says when a mail's turn has come.
pub enum Composition {
    Send(Box<Outgoing>),
    /// Nobody needs it any more: read, withdrawn, muted, expired.
    Drop(&'static str),
    /// Not yet: more may be added to it.
    NotYet(Timestamp),
}

impl MailKind {
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Code { .. } => "code",
            Self::Account { .. } => "account",
        }
    }

    pub const fn lane(&self) -> Lane {
        match self {
            Self::Code { .. } | Self::Account { .. } => Lane::Urgent,
        }
    }

    /// The organisation in whose name it goes: all that its composer may read of.
    pub const fn tenant(&self) -> Option<TenantId> {
        match self {
            Self::Code { .. } | Self::Account { .. } => None,
        }
    }

    /// The thing that somebody waits for, when the mail is refused.
    pub const fn about(&self) -> Uuid {
        match self {
            Self::Code { code } => code.uuid(),
            Self::Account { person, .. } => person.uuid(),
        }
    }

    pub(crate) async fn write(
        services: &Services,
        scope: &Scope,
        waiting: &Waiting,
    ) -> Result<Composition, DbFault> {
        match &waiting.kind {
            Self::Code { code } => code::write(services, scope, waiting, *code).await,
            Self::Account { person, change, .. } => {
                account::write(services, scope, waiting, *person, *change).await
            }
        }
    }
}
