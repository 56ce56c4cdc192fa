//! Somebody who posts until told to stop, and sends again, with the same key, what was not answered.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval};

use super::AGAIN;
use crate::{Person, Room, until};

/// Nobody waits longer for an answer, or for a server that should be back.
const PATIENCE: Duration = Duration::from_secs(30);

/// What somebody who comes back later may be told: too often, away, full.
const PASSES: [&str; 3] = ["429", "503", "507"];

/// Each post holds one of these, in turn: what is found is counted no further than some hundreds.
pub const WORDS: [&str; 16] = [
    "aardappel",
    "boterbloem",
    "citroen",
    "dolfijn",
    "eekhoorn",
    "fluitketel",
    "hagelslag",
    "ijsvogel",
    "kameleon",
    "lantaarn",
    "mandarijn",
    "neushoorn",
    "pannenkoek",
    "regenboog",
    "schildpad",
    "vuurtoren",
];

/// A post that was acknowledged.
#[derive(Clone, Debug)]
pub struct Post {
    pub key: String,
    pub body: String,
    pub id: String,
    pub seq: i64,
    /// When it was sent, the last time.
    pub sent: Instant,
    pub answered: Instant,
}

/// What a writer did, and how it was answered.
#[derive(Clone, Debug, Default)]
pub struct Written {
    pub posts: Vec<Post>,
    /// Bodies that were sent and never acknowledged: they may be there, once.
    pub open: Vec<String>,
    /// Refusals by status and code, and how many of each.
    pub refused: BTreeMap<String, usize>,
    /// How often nobody answered.
    pub unanswered: usize,
}

impl Written {
    /// Refusals that nobody should get, whatever is broken.
    pub fn faults(&self) -> Vec<String> {
        let passes = |refusal: &str| PASSES.iter().any(|it| refusal.starts_with(it));
        let faults = self.refused.keys().filter(|refusal| !passes(refusal));
        faults.cloned().collect()
    }
}

#[derive(Default)]
struct Shared {
    stop: AtomicBool,
    written: Mutex<Written>,
}

pub struct Writer {
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

impl Writer {
    /// As quick as nodes that answer at once allow.
    pub fn new(person: &Person, nodes: &[String], room: &Room, name: &str) -> Self {
        Self::at_pace(person, nodes, room, name, AGAIN)
    }

    /// A post each `pace`, at most.
    pub fn at_pace(
        person: &Person,
        nodes: &[String],
        room: &Room,
        name: &str,
        pace: Duration,
    ) -> Self {
        let people: Vec<Person> = nodes.iter().map(|base| person.at(base)).collect();
        let shared: Arc<Shared> = Arc::default();
        let writes = Writing {
            people,
            posts: room.posts.clone(),
            name: name.to_owned(),
            shared: shared.clone(),
        };
        let task = tokio::spawn(writes.go_on(pace));
        Self { shared, task }
    }

    /// How many were answered up to now.
    pub fn count(&self) -> usize {
        self.written().posts.len()
    }

    /// What was done up to now.
    pub fn written(&self) -> Written {
        self.shared.written.lock().unwrap().clone()
    }

    /// Comes back when this many more are answered.
    pub async fn goes_on(&self, more: usize) {
        let goal = self.count() + more;
        until("the writer goes on", async || {
            assert!(!self.task.is_finished(), "the writer stumbled");
            self.count() >= goal
        })
        .await;
    }

    /// Ends when what was sent is answered.
    pub async fn stop(mut self) -> Written {
        self.shared.stop.store(true, Ordering::SeqCst);
        (&mut self.task).await.unwrap();
        self.written()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

struct Writing {
    people: Vec<Person>,
    posts: String,
    name: String,
    shared: Arc<Shared>,
}

impl Writing {
    async fn go_on(self, pace: Duration) {
        let mut pace = interval(pace);
        pace.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut nodes = self.people.iter().cycle();
        let mut person = nodes.next().unwrap();
        for number in 0.. {
            pace.tick().await;
            if self.shared.stop.load(Ordering::SeqCst) {
                return;
            }
            let mut again = interval(AGAIN);
            again.set_missed_tick_behavior(MissedTickBehavior::Delay);
            let mut told_to_stop = None;
            loop {
                again.tick().await;
                if self.is_posted(person, number).await {
                    break;
                }
                person = nodes.next().unwrap();
                if self.shared.stop.load(Ordering::SeqCst) {
                    let since = *told_to_stop.get_or_insert_with(Instant::now);
                    if since.elapsed() > PATIENCE {
                        let mut written = self.shared.written.lock().unwrap();
                        return written.open.push(self.body(number));
                    }
                }
            }
        }
    }

    fn body(&self, number: usize) -> String {
        let word = WORDS[number % WORDS.len()];
        format!("Bijdrage {number} van {}: {word}.", self.name)
    }

    /// Whether it was acknowledged.
    async fn is_posted(&self, person: &Person, number: usize) -> bool {
        let key = format!("{}-{number}", self.name);
        let body = self.body(number);
        let sent = Instant::now();
        let request = person
            .request(Method::POST, &self.posts)
            .header("idempotency-key", &key)
            .timeout(PATIENCE)
            .json(&json!({ "body": body }));
        let answer = person.try_send(request).await;
        let mut written = self.shared.written.lock().unwrap();
        match answer {
            None => written.unanswered += 1,
            Some(answer) if answer.status == 201 => written.posts.push(Post {
                key,
                body,
                id: text(&answer.body, "id"),
                seq: answer.body["seq"].as_i64().unwrap_or_default(),
                sent,
                answered: Instant::now(),
            }),
            Some(answer) => {
                let refusal = format!("{} {}", answer.status, answer.code());
                *written.refused.entry(refusal).or_default() += 1;
            }
        }
        written.posts.last().is_some_and(|post| post.sent == sent)
    }
}

fn text(body: &Value, field: &str) -> String {
    body[field].as_str().unwrap_or_default().to_owned()
}
