//! The trials, by number and name. What is held by a test elsewhere, or cannot be tried, is in `elsewhere.rs`.

use std::future::Future;
use std::pin::Pin;

use crate::report::Report;
use crate::{Database, Extent, faults};

type Running = Pin<Box<dyn Future<Output = ()>>>;

pub struct Trial {
    pub code: &'static str,
    pub name: &'static str,
    /// What is broken, for the table.
    pub fault: &'static str,
    pub on: &'static [Database],
    pub run: fn(Extent, Report) -> Running,
}

impl Trial {
    pub fn is_called(&self, name: &str) -> bool {
        // An upgrade needs another release: `make upgrade-test` brings it.
        (name == "all" && self.code != "F16")
            || name == self.name
            || name.eq_ignore_ascii_case(self.code)
    }
}

const SQLITE: &[Database] = &[Database::Sqlite];
const POSTGRES: &[Database] = &[Database::Postgres];
const BOTH: &[Database] = &[Database::Sqlite, Database::Postgres];

macro_rules! trial {
    ($code:literal, $name:literal, $fault:literal, $on:expr, $run:path) => {
        Trial {
            code: $code,
            name: $name,
            fault: $fault,
            on: $on,
            run: |extent, report| Box::pin($run(extent, report)),
        }
    };
}

pub const TRIALS: &[Trial] = &[
    trial!(
        "L1",
        "load",
        "an ordinary day, in small",
        BOTH,
        faults::loads::ordinary
    ),
    trial!(
        "L2",
        "busy",
        "2,000 active people",
        POSTGRES,
        faults::loads::busy
    ),
    trial!(
        "L4",
        "room",
        "one room with 500 listeners",
        BOTH,
        faults::loads::full_room
    ),
    trial!(
        "L5",
        "ceiling",
        "more and more people, until they wait",
        BOTH,
        faults::ceiling::run
    ),
    trial!(
        "L6",
        "digest",
        "a post that hundreds are mailed about",
        BOTH,
        faults::mails::many
    ),
    trial!(
        "L7",
        "signin",
        "a rush to sign in",
        SQLITE,
        faults::loads::rush
    ),
    trial!(
        "L9",
        "large",
        "lists and searches, where 100,000 posts are",
        BOTH,
        faults::large::run
    ),
    trial!(
        "F1",
        "kill",
        "kill -9 while people write",
        BOTH,
        faults::killed::run
    ),
    trial!(
        "F2",
        "image",
        "the disk at a random moment",
        SQLITE,
        faults::crash_images::run
    ),
    trial!(
        "F16",
        "upgrade",
        "a release is replaced, node by node (needs --before)",
        POSTGRES,
        faults::upgrade::run
    ),
    trial!(
        "F3",
        "restart",
        "database restarts as after a crash",
        POSTGRES,
        faults::database::restarted
    ),
    trial!(
        "F4",
        "frozen",
        "database hangs, is slow, is locked",
        POSTGRES,
        faults::database::frozen
    ),
    trial!(
        "F5",
        "collisions",
        "changes wait for each other, or began from the same state",
        POSTGRES,
        faults::collisions::run
    ),
    trial!(
        "F6",
        "bus",
        "NATS is killed and hangs",
        POSTGRES,
        faults::bus::run
    ),
    trial!(
        "F8",
        "index",
        "search index cut short",
        SQLITE,
        faults::search_index::run
    ),
    trial!(
        "F9",
        "mail-away",
        "mail server away",
        BOTH,
        faults::mails::away
    ),
    trial!(
        "F10",
        "mail-slow",
        "mail server slow",
        BOTH,
        faults::mails::slow
    ),
    trial!(
        "F11",
        "mail-refused",
        "421, 451, 550, cut after the text",
        BOTH,
        faults::mails::refused
    ),
    trial!("F12", "disk", "disk full", SQLITE, faults::full_disk::run),
    trial!("F13", "clock", "clock jumps", SQLITE, faults::clock::run),
    trial!(
        "F14",
        "slow-readers",
        "40 sockets stop reading",
        BOTH,
        faults::slow_readers::run
    ),
    trial!(
        "F15",
        "failover",
        "one of two nodes is killed",
        POSTGRES,
        faults::nodes::run
    ),
    trial!(
        "F20",
        "worker",
        "a worker is killed in its jobs",
        POSTGRES,
        faults::worker::run
    ),
    trial!(
        "F21",
        "rights",
        "a right ends during a flood",
        BOTH,
        faults::rights::run
    ),
    trial!(
        "F23",
        "files",
        "files run out",
        SQLITE,
        faults::floods::files_run_out
    ),
    trial!(
        "F24",
        "floods",
        "dripping, large and many requests",
        SQLITE,
        faults::floods::floods
    ),
    trial!(
        "F25",
        "stop",
        "SIGTERM while people write",
        BOTH,
        faults::stopped::run
    ),
    trial!(
        "F26",
        "copy",
        "a copy while people write, put back",
        BOTH,
        faults::copies::kept
    ),
    trial!(
        "I5",
        "frames",
        "20,000 odd frames to sockets",
        SQLITE,
        faults::frames::run
    ),
    trial!(
        "I14",
        "same",
        "one post, 50 times at once",
        BOTH,
        faults::same_post::run
    ),
    trial!(
        "I16",
        "erase",
        "somebody is erased while others write, and an older copy is put back",
        BOTH,
        faults::erased::run_trial
    ),
];

pub fn listed() -> String {
    let lines = TRIALS.iter().map(|it| {
        let on: Vec<&str> = it.on.iter().map(|database| database.name()).collect();
        format!(
            "{:4} {:12} {} ({})",
            it.code,
            it.name,
            it.fault,
            on.join(", ")
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}
