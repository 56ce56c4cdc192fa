//! People who go on when a node does not: they turn to the other one.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use reqwest::Method;
use serde_json::json;
use testkit::{Person, Socket};
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval};

use crate::program::until;
use crate::room::Room;

/// How often somebody tries again who got no answer.
const AGAIN: Duration = Duration::from_millis(100);

/// Somebody who reads along.
pub struct Reader {
    heard: Arc<Mutex<Vec<i64>>>,
    task: JoinHandle<()>,
}

impl Reader {
    /// Begins at the first of these nodes, and is listening when this comes back.
    pub async fn new(person: &Person, nodes: &[String], topic: &str) -> Self {
        let heard: Arc<Mutex<Vec<i64>>> = Arc::default();
        let people: Vec<Person> = nodes.iter().map(|base| person.at(base)).collect();
        let task = tokio::spawn(read_along(people, topic.to_owned(), heard.clone()));
        until("the reader has the first post", async || {
            !heard.lock().unwrap().is_empty()
        })
        .await;
        Self { heard, task }
    }

    /// Each post once, in order, up to the last.
    pub async fn has_heard_all(self, last: usize) {
        until("the reader has heard the last post", async || {
            assert!(!self.task.is_finished(), "the reader stumbled");
            self.heard.lock().unwrap().len() >= last
        })
        .await;
        self.task.abort();
        let all: Vec<i64> = (1..=i64::try_from(last).unwrap()).collect();
        assert_eq!(*self.heard.lock().unwrap(), all);
    }
}

async fn read_along(people: Vec<Person>, topic: String, heard: Arc<Mutex<Vec<i64>>>) {
    let mut pace = interval(AGAIN);
    pace.set_missed_tick_behavior(MissedTickBehavior::Delay);
    for person in people.iter().cycle() {
        pace.tick().await;
        let Some(mut socket) = Socket::try_open(person).await else {
            continue;
        };
        let after = heard.lock().unwrap().last().copied().unwrap_or(0);
        let subscribe = json!({"type": "subscribe", "topic": topic, "after": after});
        socket.try_say(&subscribe).await;
        while let Some(frame) = socket.try_hear().await {
            if frame["type"] == "event" {
                heard.lock().unwrap().push(frame["seq"].as_i64().unwrap());
            }
        }
    }
}

/// Somebody who posts until told to stop, and sends again, with the same key, what was not answered.
pub struct Writer {
    stop: Arc<AtomicBool>,
    written: Arc<AtomicUsize>,
    task: JoinHandle<()>,
}

impl Writer {
    pub fn new(person: &Person, nodes: &[String], room: &Room, name: &'static str) -> Self {
        let (stop, written) = (Arc::new(AtomicBool::new(false)), Arc::default());
        let people = nodes.iter().map(|base| person.at(base)).collect();
        let told = (stop.clone(), Arc::clone(&written));
        let task = tokio::spawn(write_on(people, room.posts.clone(), name, told));
        Self {
            stop,
            written,
            task,
        }
    }

    /// Comes back when this many more are answered.
    pub async fn goes_on(&self, more: usize) {
        let goal = self.written.load(Ordering::SeqCst) + more;
        until("the writer goes on", async || {
            assert!(!self.task.is_finished(), "the writer stumbled");
            self.written.load(Ordering::SeqCst) >= goal
        })
        .await;
    }

    /// How many were answered in all.
    pub async fn stop(self) -> usize {
        self.stop.store(true, Ordering::SeqCst);
        self.task.await.unwrap();
        self.written.load(Ordering::SeqCst)
    }
}

async fn write_on(
    people: Vec<Person>,
    posts: String,
    name: &'static str,
    (stop, written): (Arc<AtomicBool>, Arc<AtomicUsize>),
) {
    let mut pace = interval(AGAIN);
    pace.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut nodes = people.iter().cycle();
    let mut person = nodes.next().unwrap();
    while !stop.load(Ordering::SeqCst) {
        let number = written.load(Ordering::SeqCst);
        while !is_posted(person, &posts, name, number).await {
            person = nodes.next().unwrap();
            pace.tick().await;
        }
        written.fetch_add(1, Ordering::SeqCst);
        pace.tick().await;
    }
}

/// Whether it was acknowledged. A node that stops may refuse, with a reason that passes, and never with a fault.
async fn is_posted(person: &Person, posts: &str, name: &str, number: usize) -> bool {
    let request = person
        .request(Method::POST, posts)
        .header("idempotency-key", format!("{name}-{number}"))
        .json(&json!({ "body": format!("Bijdrage {number} van {name}.") }));
    let Ok(answer) = request.send().await else {
        return false;
    };
    let status = answer.status().as_u16();
    assert!([201, 429, 503].contains(&status), "{status}");
    status == 201
}
