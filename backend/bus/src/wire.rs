//! What other nodes are told: JSON with a version; ids and kinds, never a name or a text.
//!
//! A node does not trust what it reads here: a message can make it look into the database, and nothing else.

use std::sync::Arc;

use kernel::{IssueId, PersonId, TenantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Change, Message};

/// Another version is not read: during an upgrade nodes find each other's changes in the database.
const VERSION: u16 = 1;
const LONGEST: usize = 1024;
const LONGEST_WORD: usize = 64;

pub const HAPPENED: &str = "netwerkplatform.happened";
pub const WORK: &str = "netwerkplatform.work";

/// Where is said who types in this topic, and who has it before them.
pub fn typing(topic: &str) -> String {
    format!("netwerkplatform.typing.{topic}")
}

#[derive(Serialize, Deserialize)]
struct Envelope {
    version: u16,
    #[serde(flatten)]
    said: Said,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Said {
    Happened {
        event: Uuid,
        kind: String,
        tenant: Option<TenantId>,
        subject: Uuid,
        issue: Option<IssueId>,
    },
    Work {
        queue: Arc<str>,
    },
    Typing {
        topic: Arc<str>,
        person: PersonId,
    },
    Present {
        topic: Arc<str>,
        person: PersonId,
    },
}

/// The subject and the payload.
pub fn write(message: &Message) -> (String, Vec<u8>) {
    let (subject, said) = match message {
        Message::Happened(change) => {
            let Change {
                event,
                kind,
                tenant,
                subject,
                issue,
            } = change.as_ref().clone();
            let said = Said::Happened {
                event,
                kind,
                tenant,
                subject,
                issue,
            };
            (HAPPENED.to_owned(), said)
        }
        Message::Work { queue } => {
            let queue = queue.clone();
            (WORK.to_owned(), Said::Work { queue })
        }
        Message::Typing { topic, person } => {
            let (topic, person) = (topic.clone(), *person);
            (typing(&topic), Said::Typing { topic, person })
        }
        Message::Present { topic, person } => {
            let (topic, person) = (topic.clone(), *person);
            (typing(&topic), Said::Present { topic, person })
        }
    };
    let version = VERSION;
    // Ids and short words always have a form in JSON.
    let payload = serde_json::to_vec(&Envelope { version, said }).unwrap_or_default();
    (subject, payload)
}

/// Why a message is not taken in.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("it is longer than any of ours")]
    TooLong,
    #[error("it is of another version")]
    OtherVersion,
    #[error("it cannot be read")]
    Broken,
}

pub fn read(payload: &[u8]) -> Result<Message, Unreadable> {
    #[derive(Deserialize)]
    struct Version {
        version: u16,
    }
    if payload.len() > LONGEST {
        return Err(Unreadable::TooLong);
    }
    let Version { version } =
        serde_json::from_slice(payload).map_err(|_unclear| Unreadable::Broken)?;
    if version != VERSION {
        return Err(Unreadable::OtherVersion);
    }
    let envelope: Envelope =
        serde_json::from_slice(payload).map_err(|_unclear| Unreadable::Broken)?;
    match envelope.said {
        Said::Happened {
            event,
            kind,
            tenant,
            subject,
            issue,
        } if is_word(&kind) => Ok(Message::Happened(Arc::new(Change {
            event,
            kind,
            tenant,
            subject,
            issue,
        }))),
        Said::Typing { topic, person } if is_word(&topic) => Ok(Message::Typing { topic, person }),
        Said::Present { topic, person } if is_word(&topic) => {
            Ok(Message::Present { topic, person })
        }
        Said::Work { queue } if is_word(&queue) => Ok(Message::Work { queue }),
        Said::Happened { .. } | Said::Typing { .. } | Said::Present { .. } | Said::Work { .. } => {
            Err(Unreadable::Broken)
        }
    }
}

/// A kind, a queue or a topic of ours; readers of a socket see kinds.
fn is_word(word: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.:".contains(c);
    (1..=LONGEST_WORD).contains(&word.len()) && word.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: Uuid = Uuid::from_u128(0x0190_a2b0_0000_7000_8000_0000_0000_0001);

    fn all() -> [Message; 4] {
        let change = Change {
            event: ID,
            kind: "thread.replied".into(),
            tenant: Some(ID.into()),
            subject: ID,
            issue: None,
        };
        [
            Message::Happened(Arc::new(change)),
            Message::Work {
                queue: "on:mail".into(),
            },
            Message::Typing {
                topic: format!("thread:{ID}").into(),
                person: ID.into(),
            },
            Message::Present {
                topic: format!("thread:{ID}").into(),
                person: ID.into(),
            },
        ]
    }

    #[test]
    fn every_message_reads_as_it_was_written() {
        for message in all() {
            let (_, payload) = write(&message);
            assert!(payload.len() <= 400, "small");
            assert_eq!(read(&payload), Ok(message));
        }
    }

    #[test]
    fn what_other_nodes_are_told_is_ids_and_kinds() {
        let said = all().map(|message| {
            let (subject, payload) = write(&message);
            format!("{subject} {}", String::from_utf8(payload).unwrap())
        });
        let id = ID.to_string();
        assert_eq!(
            said.map(|text| text.replace(&id, "ID")),
            [
                r#"netwerkplatform.happened {"version":1,"type":"happened","event":"ID","kind":"thread.replied","tenant":"ID","subject":"ID","issue":null}"#,
                r#"netwerkplatform.work {"version":1,"type":"work","queue":"on:mail"}"#,
                r#"netwerkplatform.typing.thread:ID {"version":1,"type":"typing","topic":"thread:ID","person":"ID"}"#,
                r#"netwerkplatform.typing.thread:ID {"version":1,"type":"present","topic":"thread:ID","person":"ID"}"#,
            ]
        );
    }

    fn check(payload: &str, why: &Unreadable) {
        assert_eq!(read(payload.as_bytes()).as_ref(), Err(why), "{payload}");
    }

    #[test]
    fn what_is_not_ours_is_not_read() {
        check("", &Unreadable::Broken);
        check("{}", &Unreadable::Broken);
        check(r#"{"version":1,"type":"gone"}"#, &Unreadable::Broken);
        check(
            r#"{"version":1,"type":"work","queue":"Klik hier!"}"#,
            &Unreadable::Broken,
        );
        check(r#"{"version":2,"type":"work"}"#, &Unreadable::OtherVersion);
        check(&"x".repeat(2000), &Unreadable::TooLong);
        let kind = |kind: &str| {
            let empty = r#""tenant":null,"issue":null"#;
            format!(
                r#"{{"version":1,"type":"happened","event":"{ID}","kind":"{kind}","subject":"{ID}",{empty}}}"#
            )
        };
        assert!(read(kind("issue.closed").as_bytes()).is_ok());
        check(&kind("Klik hier!"), &Unreadable::Broken);
        check(&kind(""), &Unreadable::Broken);
    }
}
