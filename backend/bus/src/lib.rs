//! The bus carries wake-ups and ephemera between the parts of a node, and between nodes.
//!
//! Promise: publishing never waits and never fails; a message that is lost costs time, never truth: the
//! database is read again. What goes to other nodes is ids and kinds, never a name or a text.
//! Absent: no persistence, no order, no delivery guarantee.
//! Start at: [`Bus`], then `wire.rs` for what other nodes are told.

mod carrier;
mod in_process;
mod nats;
mod wire;

use std::sync::Arc;

use kernel::{EventHead, IssueId, PersonId, TenantId};
use serde::Deserialize;
use tokio::sync::broadcast;
use uuid::Uuid;

pub use in_process::InProcess;
pub use nats::{Nats, NatsFault, NatsSettings};

/// What travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A change was committed.
    Happened(Arc<Change>),
    /// A queue has work that is due.
    Work { queue: Arc<str> },
    /// True for a few seconds, and wanted only where somebody listens to the topic.
    Typing { topic: Arc<str>, person: PersonId },
    /// The same, of who has the topic before them.
    Present { topic: Arc<str>, person: PersonId },
}

impl Message {
    /// The topic of what is true for a few seconds only.
    fn passing(&self) -> Option<&Arc<str>> {
        match self {
            Self::Typing { topic, .. } | Self::Present { topic, .. } => Some(topic),
            Self::Happened(_) | Self::Work { .. } => None,
        }
    }
}

/// What was committed: enough to know who should look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub event: Uuid,
    pub kind: String,
    pub tenant: Option<TenantId>,
    pub subject: Uuid,
    /// The issue that it happened in, when the event names one.
    pub issue: Option<IssueId>,
}

impl From<&EventHead> for Change {
    fn from(head: &EventHead) -> Self {
        #[derive(Deserialize)]
        struct Place {
            issue: Option<IssueId>,
        }
        let place = serde_json::from_str::<Place>(&head.payload).ok();
        Self {
            event: head.id,
            kind: head.kind.clone(),
            tenant: head.tenant,
            subject: head.subject,
            issue: place.and_then(|place| place.issue),
        }
    }
}

/// Where messages go out and come in.
pub trait Bus: Send + Sync + 'static {
    /// To everybody who listens, here and on other nodes.
    fn publish(&self, message: Message);
    fn listen(&self) -> broadcast::Receiver<Message>;
    /// From here on, what is ephemeral about this topic is wanted here.
    fn follow(&self, topic: &str);
    fn unfollow(&self, topic: &str);
    fn reach(&self) -> Reach;
}

/// How far a message goes now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    ThisNode,
    OtherNodes,
    /// There should be other nodes, and they cannot be reached: they find what is new in the database.
    CutOff,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(payload: &str, issue: Option<&str>) {
        let head = EventHead {
            id: Uuid::nil(),
            kind: "thread.replied".into(),
            tenant: None,
            subject: Uuid::nil(),
            actor: None,
            payload: payload.into(),
        };
        let expected = issue.map(|id| id.parse().unwrap());
        assert_eq!(Change::from(&head).issue, expected, "{payload}");
    }

    #[test]
    fn a_change_knows_the_issue_that_its_event_names() {
        let issue = "0190a2b0-0000-7000-8000-000000000001";
        check(&format!(r#"{{"kind":"x","issue":"{issue}"}}"#), Some(issue));
        check(r#"{"kind":"x"}"#, None);
        check(r#"{"issue":7}"#, None);
        check("", None);
    }
}
