//! The frames of `netwerkplatform.v1`: JSON text, one object per frame.

#[cfg(any(test, fuzzing))]
#[path = "protocol/harm.rs"]
pub mod harm;
#[cfg(test)]
mod tests;

use kernel::{IssueId, ThreadId};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

pub const SUBPROTOCOL: &str = "netwerkplatform.v1";

/// The largest frame that a client may send.
pub const MAX_FRAME: usize = 16 * 1024;

/// What a client says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case", deny_unknown_fields)]
pub enum FromClient {
    /// Everything on this topic after change number `after`. What the client shows of it is at most `age` milliseconds
    /// old.
    Subscribe {
        topic: String,
        #[serde(default)]
        after: Option<i64>,
        #[serde(default)]
        age: Option<u64>,
    },
    Unsubscribe {
        topic: String,
    },
    Typing {
        topic: String,
    },
    /// One is here, with the page before one's eyes.
    Presence {
        topic: String,
    },
    Read {
        topic: String,
        ranges: Vec<(i64, i64)>,
    },
}

/// What the server says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum FromServer<'a> {
    /// Whether something without a number may have been announced since what the client shows was fetched.
    Subscribed {
        topic: &'a str,
        seq: i64,
        missed: bool,
    },
    Event {
        topic: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        seq: Option<i64>,
        kind: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        data: Option<&'a serde_json::Value>,
    },
    Typing {
        topic: &'a str,
        name: &'a str,
        person: &'a str,
    },
    /// Who is here, of those who chose to be seen; without names when there are many.
    Presence {
        topic: &'a str,
        people: &'a [Person],
        count: usize,
    },
    /// Too much was missed to be told again: fetch what is shown, and go on from this number.
    Resync { topic: &'a str, seq: i64 },
    Problem {
        code: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        topic: Option<&'a str>,
    },
}

/// Somebody, as the room knows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    pub name: String,
    pub person: String,
}

impl FromServer<'_> {
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What one can listen to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// The posts of a thread, by change number.
    Thread(ThreadId),
    /// That something of an issue changed: the browser fetches.
    Issue(IssueId),
    /// That something waits for this person.
    Me,
}

impl FromStr for Topic {
    type Err = ();

    fn from_str(raw: &str) -> Result<Self, ()> {
        match raw.split_once(':') {
            Some(("thread", id)) => id.parse().map(Self::Thread).map_err(drop),
            Some(("issue", id)) => id.parse().map(Self::Issue).map_err(drop),
            None if raw == "me" => Ok(Self::Me),
            _ => Err(()),
        }
    }
}

impl std::fmt::Display for Topic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Thread(id) => write!(f, "thread:{id}"),
            Self::Issue(id) => write!(f, "issue:{id}"),
            Self::Me => f.write_str("me"),
        }
    }
}
