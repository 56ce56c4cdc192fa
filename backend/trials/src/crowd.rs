//! People who are busy while something breaks: they write, read along, look things up and ask for codes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use futures_util::{StreamExt, stream};
use reqwest::Method;
use serde_json::json;
use testkit::{Person, Post, Reader, Writer, Written, until};
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval};

use crate::world::{TENANT, World};

/// In every post of the crowd, and in no other: what is searched for.
pub const WORD: &str = "ploegbijdrage";
/// Nobody waits longer for a page.
const PATIENCE: Duration = Duration::from_secs(30);
/// Nobody asks twice, in however many crowds.
static ASKED: AtomicUsize = AtomicUsize::new(0);
/// How many sockets are opened at the same time.
const AT_ONCE: usize = 8;

/// How many of each, and how busy they are.
#[derive(Clone, Copy)]
pub struct Size {
    /// Each writer's time between posts, at least.
    pub pace: Duration,
    /// Sockets in all: readers open several.
    pub sockets: usize,
    /// How often somebody asks for a code; each one is a mail.
    pub codes: Duration,
}

impl Default for Size {
    fn default() -> Self {
        Self {
            pace: Duration::from_millis(300),
            sockets: 6,
            codes: Duration::from_millis(700),
        }
    }
}

pub struct Crowd {
    pub writers: Vec<Writer>,
    sockets: Vec<Reader>,
    lookers: Vec<Looker>,
    asker: Looker,
    began: Instant,
}

/// What the crowd saw.
pub struct Seen {
    pub written: Vec<Written>,
    pub sockets: Vec<Reader>,
    /// Of people who look at pages and lists.
    pub looked: Looked,
    /// Addresses that were promised a mail.
    pub promised: Vec<String>,
    pub took: Duration,
}

/// Opens so many sockets.
pub async fn listeners(world: &World, count: usize) -> Vec<Reader> {
    let bases = world.bases();
    let opening = world.readers.iter().cycle().take(count);
    let opening = opening.enumerate().map(|(number, reader)| {
        let nodes = turned(&bases, number);
        async move { Reader::new(reader, &nodes, &world.room).await }
    });
    stream::iter(opening).buffered(AT_ONCE).collect().await
}

impl Crowd {
    /// Everybody listens before anybody writes: how long a post takes to be seen is not how long a hall takes to fill.
    pub async fn gather(world: &World, size: Size) -> Self {
        let sockets = listeners(world, size.sockets).await;
        Self::of(world, size, sockets)
    }

    /// The same, with sockets that are open already.
    pub fn of(world: &World, size: Size, sockets: Vec<Reader>) -> Self {
        let bases = world.bases();
        let mut writers = Vec::new();
        for (number, person) in world.writers.iter().enumerate() {
            let name = format!("{WORD} {number}");
            let nodes = turned(&bases, number);
            let writer = Writer::at_pace(person, &nodes, &world.room, &name, size.pace);
            writers.push(writer);
        }
        let pages = [
            format!("/v1/tenants/{TENANT}/issues"),
            format!("{}?limit=50", world.room.posts),
            format!("/o/{TENANT}"),
        ];
        let mut lookers = Vec::new();
        for (number, reader) in world.readers.iter().take(2).enumerate() {
            let nodes = people(reader, &turned(&bases, number));
            lookers.push(Looker::looks(nodes, pages.to_vec()));
        }
        let visitor = Person::visitor(&world.founder.base);
        let asker = Looker::asks(people(&visitor, &bases), size.codes);
        Self {
            writers,
            sockets,
            lookers,
            asker,
            began: Instant::now(),
        }
    }

    /// Comes back when every writer got so many more acknowledged.
    pub async fn goes_on(&self, more: usize) {
        for writer in &self.writers {
            writer.goes_on(more).await;
        }
    }

    /// How many posts were acknowledged up to now.
    pub fn count(&self) -> usize {
        self.writers.iter().map(Writer::count).sum()
    }

    /// Which posts were acknowledged up to now.
    pub fn ids(&self) -> BTreeSet<String> {
        let posts = self.writers.iter().flat_map(|it| it.written().posts);
        posts.map(|post| post.id).collect()
    }

    /// How writers were refused up to now.
    pub fn refusals(&self) -> BTreeSet<String> {
        let refused = self.writers.iter().flat_map(|it| it.written().refused);
        refused.map(|(refusal, _)| refusal).collect()
    }

    /// How often writers were refused up to now.
    pub fn refused(&self) -> usize {
        let refused = self.writers.iter().flat_map(|it| it.written().refused);
        refused.map(|(_, times)| times).sum()
    }

    /// Of the posts that were sent since then, 99 of 100 were answered within this.
    pub fn answered_since(&self, moment: Instant) -> Duration {
        let posts = self.writers.iter().flat_map(|it| it.written().posts);
        let later = posts.filter(|post| post.sent >= moment);
        quantile(later.map(|post| post.answered - post.sent).collect(), 0.99)
    }

    /// Of the posts that were sent since then, 99 of 100 were seen at a socket within this.
    pub fn seen_since(&self, moment: Instant) -> Duration {
        let posts = self.writers.iter().flat_map(|it| it.written().posts);
        let later = posts.filter(|post| post.sent >= moment);
        seen_within(&later.collect::<Vec<_>>(), &self.sockets, 0.99)
    }

    /// The highest number that was acknowledged up to now.
    pub fn last(&self) -> i64 {
        let posts = self.writers.iter().flat_map(|it| it.written().posts);
        posts.map(|post| post.seq).max().unwrap_or(0)
    }

    /// Whether every socket came as far as this number.
    pub fn all_heard(&self, seq: i64) -> bool {
        let last = |socket: &Reader| socket.heard().last().map_or(0, |(seq, _)| *seq);
        self.sockets.iter().all(|socket| last(socket) >= seq)
    }

    /// How long after `moment` a post that was sent after it is acknowledged.
    pub async fn recovers(&self, moment: Instant) -> Duration {
        let first = || {
            let all = self.writers.iter().flat_map(|it| it.written().posts);
            let later = all.filter(|post| post.sent >= moment);
            later.map(|post| post.answered).min()
        };
        until("somebody can post again", async || first().is_some()).await;
        first().unwrap_or(moment).duration_since(moment)
    }

    /// Writers end when what they sent is answered; sockets stay, to be looked at.
    pub async fn leave(self) -> Seen {
        let took = self.began.elapsed();
        let written = futures_util::future::join_all(self.writers.into_iter().map(Writer::stop));
        let written = written.await;
        let mut looked = Looked::default();
        for looker in self.lookers {
            looked.add(looker.stop());
        }
        let asked = self.asker.stop();
        let promised = asked.promised.clone();
        looked.add(asked);
        Seen {
            written,
            sockets: self.sockets,
            looked,
            promised,
            took,
        }
    }
}

impl Seen {
    pub fn accepted(&self) -> usize {
        self.written.iter().map(|it| it.posts.len()).sum()
    }

    /// "4 writers, 6 sockets, 2 readers; 31 posts a second".
    pub fn load(&self) -> String {
        let rate = f64::from(u32::try_from(self.accepted()).unwrap_or(u32::MAX))
            / self.took.as_secs_f64().max(0.001);
        format!(
            "{} writers, {} sockets, 2 readers; {rate:.0} posts/s",
            self.written.len(),
            self.sockets.len(),
        )
    }

    /// Of all answers to posts, from the sending to the acknowledgement, that much of them were quicker.
    pub fn answered_within(&self, share: f64) -> Duration {
        let posts = self.written.iter().flat_map(|it| &it.posts);
        quantile(posts.map(|post| post.answered - post.sent).collect(), share)
    }

    /// From the sending of a post until it is seen at a socket.
    pub fn seen_within(&self, share: f64) -> Duration {
        let posts = self.written.iter().flat_map(|it| it.posts.clone());
        seen_within(&posts.collect::<Vec<_>>(), &self.sockets, share)
    }
}

fn seen_within(posts: &[Post], sockets: &[Reader], share: f64) -> Duration {
    let sent: BTreeMap<i64, Instant> = posts.iter().map(|post| (post.seq, post.sent)).collect();
    let heard = sockets.iter().flat_map(Reader::heard);
    let took = heard.filter_map(|(seq, at)| Some(at - *sent.get(&seq)?));
    quantile(took.collect(), share)
}

pub fn quantile(mut all: Vec<Duration>, share: f64) -> Duration {
    all.sort();
    let count = f64::from(u32::try_from(all.len()).unwrap_or(u32::MAX));
    let place = (0..all.len())
        .find(|place| f64::from(u32::try_from(place + 1).unwrap_or(u32::MAX)) >= share * count);
    place
        .and_then(|place| all.get(place).copied())
        .unwrap_or_default()
}

/// How requests were answered.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// By status and code.
    pub answers: BTreeMap<String, usize>,
    pub unanswered: usize,
    pub took: Vec<Duration>,
    pub promised: Vec<String>,
}

impl Looked {
    fn add(&mut self, other: Self) {
        for (answer, count) in other.answers {
            *self.answers.entry(answer).or_default() += count;
        }
        self.unanswered += other.unanswered;
        self.took.extend(other.took);
    }

    fn note(&mut self, answer: Option<&testkit::Answer>, took: Duration) {
        match answer {
            None => self.unanswered += 1,
            Some(answer) => {
                self.took.push(took);
                let answer = format!("{} {}", answer.status, answer.code());
                *self.answers.entry(answer.trim().to_owned()).or_default() += 1;
            }
        }
    }

    /// Faults of ours: nobody should get these, whatever is broken.
    pub fn faults(&self) -> Vec<&String> {
        let faults = self.answers.keys();
        faults.filter(|it| it.starts_with("500")).collect()
    }
}

/// Somebody who asks for something again and again.
pub struct Looker {
    looked: Arc<Mutex<Looked>>,
    task: JoinHandle<()>,
}

impl Looker {
    /// Looks at each of these in turn.
    pub fn looks(nodes: Vec<Person>, paths: Vec<String>) -> Self {
        let looked: Arc<Mutex<Looked>> = Arc::default();
        let notes = looked.clone();
        let task = tokio::spawn(async move {
            let mut pace = calm(Duration::from_millis(250));
            for (person, path) in nodes.iter().cycle().zip(paths.iter().cycle()) {
                pace.tick().await;
                let request = person.request(Method::GET, path).timeout(PATIENCE);
                let began = Instant::now();
                let answer = person.try_send(request).await;
                notes.lock().unwrap().note(answer.as_ref(), began.elapsed());
            }
        });
        Self { looked, task }
    }

    /// Asks for a code to an address of its own each time.
    fn asks(nodes: Vec<Person>, pace: Duration) -> Self {
        let looked: Arc<Mutex<Looked>> = Arc::default();
        let notes = looked.clone();
        let task = tokio::spawn(async move {
            let mut pace = calm(pace);
            for person in nodes.iter().cycle() {
                pace.tick().await;
                let number = ASKED.fetch_add(1, Ordering::Relaxed);
                let address = format!("vraagt-{number}@example.org");
                let request = person
                    .request(Method::POST, "/v1/sign-in-codes")
                    .json(&json!({ "email": address }))
                    .timeout(PATIENCE);
                let began = Instant::now();
                let answer = person.try_send(request).await;
                let mut notes = notes.lock().unwrap();
                notes.note(answer.as_ref(), began.elapsed());
                if answer.is_some_and(|it| it.status == 202) {
                    notes.promised.push(address);
                }
            }
        });
        Self { looked, task }
    }

    pub fn so_far(&self) -> Looked {
        self.looked.lock().unwrap().clone()
    }

    pub fn stop(self) -> Looked {
        self.task.abort();
        self.so_far()
    }
}

impl Drop for Looker {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn calm(pace: Duration) -> tokio::time::Interval {
    let mut pace = interval(pace);
    pace.set_missed_tick_behavior(MissedTickBehavior::Delay);
    pace
}

fn people(person: &Person, bases: &[String]) -> Vec<Person> {
    bases.iter().map(|base| person.at(base)).collect()
}

/// The same nodes, beginning at another one.
fn turned(bases: &[String], by: usize) -> Vec<String> {
    let mut nodes = bases.to_vec();
    nodes.rotate_left(by % bases.len().max(1));
    nodes
}
