//! What happened, said in the same transaction in which it happened.

use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::{PersonId, TenantId, Timestamp};

/// A fact that a slice announces. Versioned and minimal: ids, never content or secrets.
pub trait Event: Serialize + DeserializeOwned + Send + Sync {
    /// `thread.replied`, `issue.closed`: slice, dot, what happened.
    fn kind(&self) -> &'static str;
    /// The tenant that it happened in; none for what concerns a person only.
    fn tenant(&self) -> Option<TenantId>;
    /// The thing that it happened to: topics of the socket are named after it.
    fn subject(&self) -> Uuid;
}

/// The outside of an event: enough to wake whoever waits for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventHead {
    pub id: Uuid,
    pub kind: String,
    pub tenant: Option<TenantId>,
    pub subject: Uuid,
    pub actor: Option<PersonId>,
    pub payload: std::sync::Arc<str>,
}

impl EventHead {
    /// An event's number begins with its moment (UUID version 7).
    pub fn happened_at(&self) -> Timestamp {
        Timestamp::from_millis(i64::try_from(self.id.as_u128() >> 80).unwrap_or(i64::MAX))
    }
}

/// Who reacts to events later, by a job of its own per event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Consumer {
    Notifications,
    Mail,
    Search,
}

impl Consumer {
    pub const ALL: [Self; 3] = [Self::Notifications, Self::Mail, Self::Search];

    /// The name of its queue in the table of jobs.
    pub const fn queue(self) -> &'static str {
        match self {
            Self::Notifications => "on-event-notifications",
            Self::Mail => "on-event-mail",
            Self::Search => "on-event-search",
        }
    }
}
