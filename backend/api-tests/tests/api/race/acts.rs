//! What happens while somebody opens a page, and which events tell of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What somebody does while Fatima opens a page.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    Say,
    Edit,
    Withdraw,
    Pin,
    Split,
    Open,
    Respond,
    Pass,
    Sort,
    Hear,
    Reword,
    Come,
    Answer,
    Look,
    Accept,
    Summarise,
    Pace,
    Pause,
    Name,
    Next,
    Plan,
    Give,
    HandBack,
    Due,
    Park,
    Ask,
    Translate,
}

impl Act {
    /// A kind of event that comes with another one, by which the page is as a fresh one already.
    pub const fn comes_along(self) -> Option<&'static str> {
        match self {
            Self::Hear => Some("dilemma.heard"),
            Self::Accept => Some("thread.accepted"),
            Self::Name => Some("thread.named"),
            Self::Translate => Some("thread.translated"),
            Self::Due => Some("task.due"),
            _ => None,
        }
    }
}

/// In a conversation and about its issue.
pub const ACTS: [Act; 18] = [
    Act::Say,
    Act::Edit,
    Act::Withdraw,
    Act::Pin,
    Act::Split,
    Act::Open,
    Act::Respond,
    Act::Pass,
    Act::Sort,
    Act::Hear,
    Act::Reword,
    Act::Come,
    Act::Answer,
    Act::Look,
    Act::Accept,
    Act::Summarise,
    // The others would have to wait for it.
    Act::Pace,
    // Last: afterwards nobody writes.
    Act::Pause,
];

/// What must have been heard, all of these together.
pub const HEARD: [&str; 22] = [
    "dilemma.changed",
    "dilemma.heard",
    "issue.changed",
    "issue.moved",
    "issue.people-changed",
    "notification.made",
    "notification.seen",
    "post.edited",
    "post.withdrawn",
    "post.written",
    "response.changed",
    "room.paced",
    "room.summarised",
    "thread.accepted",
    "thread.edited",
    "thread.left",
    "thread.marked",
    "thread.opened",
    "thread.received",
    "thread.replied",
    "thread.withdrawn",
    "turn.passed",
];

/// What people agree on and are asked: raced apart, so that neither takes long.
pub const MORE_ACTS: [Act; 9] = [
    Act::Name,
    Act::Next,
    Act::Plan,
    Act::Give,
    Act::HandBack,
    Act::Due,
    Act::Park,
    Act::Ask,
    Act::Translate,
];

pub const MORE_HEARD: [&str; 9] = [
    "issue.evaluation-asked",
    "parked.changed",
    "task.changed",
    "task.due",
    "task.given",
    "task.returned",
    "thread.named",
    "thread.translated",
    "turn.began",
];

/// Nothing goes over a socket that no page was raced with.
#[test]
fn every_kind_that_is_streamed_is_raced() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut kinds: BTreeSet<String> = realtime::OF_POSTS
        .iter()
        .map(|kind| (*kind).to_owned())
        .collect();
    for file in event_files(&sources) {
        let source = std::fs::read_to_string(&file).unwrap();
        let named = source.matches("&'static str = \"").count();
        let own = kinds_in(&source);
        assert_eq!(own.len(), named, "{}: each kind on a line", file.display());
        kinds.extend(own.into_iter().filter(|kind| realtime::is_streamed(kind)));
    }
    let raced = HEARD.into_iter().chain(MORE_HEARD);
    assert_eq!(kinds, raced.map(str::to_owned).collect());
}

/// Where a crate says what happens in it.
fn event_files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(event_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            let source = std::fs::read_to_string(&path).unwrap();
            let says = source
                .lines()
                .any(|line| line.starts_with("impl") && line.contains("Event for "));
            all.extend(says.then_some(path));
        }
    }
    all
}

fn kinds_in(source: &str) -> Vec<String> {
    let lines = source.lines().filter_map(|line| {
        let (_, kind) = line.split_once("&'static str = \"")?;
        kind.strip_suffix("\";")
    });
    lines.map(str::to_owned).collect()
}
