//! What is fetched, and then changed by what a socket tells, is what a fresh fetch gives: for every kind of event, and
//! wherever between fetching and listening it happens.

mod acts;
mod place;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use serde_json::{Value, json};
use testkit::Socket;

use self::acts::{ACTS, Act, HEARD, MORE_ACTS, MORE_HEARD};
use self::place::{Place, done};

/// When it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moment {
    BeforeListening,
    BeforeFetchingBeside,
    Afterwards,
}

const MOMENTS: [Moment; 3] = [
    Moment::BeforeListening,
    Moment::BeforeFetchingBeside,
    Moment::Afterwards,
];

/// Longer than a server looks back for what a page missed, and not.
const LONG_AGO: Duration = Duration::from_secs(31);
const SHORTLY: Duration = Duration::from_secs(2);

const NOTIFICATIONS: &str = "/v1/me/notifications";

/// An event that does not come within this time never comes.
const PATIENCE: Duration = Duration::from_secs(10);

/// What Fatima's page holds.
#[derive(Debug, PartialEq)]
struct Page {
    posts: BTreeMap<i64, Value>,
    beside: BTreeMap<String, Value>,
}

impl Page {
    /// The first thing that is not as a fresh page has it.
    fn differs(&self, fresh: &Self) -> String {
        let beside = fresh.beside.iter();
        let post = fresh
            .posts
            .iter()
            .find(|(seq, post)| self.posts.get(seq) != Some(post));
        let other = beside
            .clone()
            .find(|(path, now)| self.beside.get(*path) != Some(now));
        match (post, other) {
            (Some((seq, post)), _) => format!("{:?} is not {post}", self.posts.get(seq)),
            (None, Some((path, now))) => format!("{path}: {} is not {now}", self.beside[path]),
            (None, None) => "there is more than a fresh page has".to_owned(),
        }
    }
}

/// What is fetched anew when one hears such an event on such a topic.
struct Beside {
    path: String,
    topic: String,
    kinds: &'static [&'static str],
}

struct Reader<'a> {
    place: &'a Place,
    thread: &'a str,
    beside: Vec<Beside>,
}

impl<'a> Reader<'a> {
    fn new(place: &'a Place, thread: &'a str) -> Self {
        let of_thread = format!("thread:{thread}");
        let of_issue = format!("issue:{}", place.room.issue);
        let path = |rest: &str| format!("/v1/tenants/ess/threads/{thread}{rest}");
        let one = |path: String, topic: &str, kinds| Beside {
            path,
            topic: topic.to_owned(),
            kinds,
        };
        let mut beside = vec![
            one(path(""), &of_thread, &["post.", "room."]),
            one(path("/summary"), &of_thread, &["room."]),
            one(path(""), &of_issue, &["issue.", "thread."]),
            one(path("/responses"), &of_thread, &["response.", "post."]),
            one(place.issue(""), &of_issue, &["issue."]),
            one(place.issue("/participants"), &of_issue, &["issue."]),
            one(place.issue("/threads"), &of_issue, &["thread.", "issue."]),
            one(path("/tasks"), &of_thread, &["task.", "post."]),
            one(
                place.issue("/tasks"),
                &of_issue,
                &["task.", "thread.", "issue."],
            ),
            one(path("/tasks"), &of_issue, &["issue."]),
            one(place.issue("/parked-subjects"), &of_issue, &["parked."]),
            one(place.issue("/evaluations"), &of_issue, &["issue."]),
            one(NOTIFICATIONS.to_owned(), "me", &["notification."]),
        ];
        if thread == place.round {
            let kinds = &["turn.", "post."];
            beside.push(one(path("/round"), &of_thread, kinds));
        }
        if thread == place.dilemma {
            let kinds = &["dilemma.", "post."];
            beside.push(one(path("/dilemma"), &of_thread, kinds));
        }
        Self {
            place,
            thread,
            beside,
        }
    }

    async fn posts(&self) -> (BTreeMap<i64, Value>, i64) {
        let path = format!(
            "/v1/tenants/ess/threads/{}/posts?after=0&limit=100",
            self.thread
        );
        let page = done(self.place.room.fatima.get(&path).await);
        let posts = page["items"].as_array().unwrap().iter();
        let posts = posts.map(|post| (post["seq"].as_i64().unwrap(), post.clone()));
        (posts.collect(), page["lastChange"].as_i64().unwrap())
    }

    async fn looks(&self, path: &str) -> Value {
        let seen = done(self.place.room.fatima.get(path).await);
        if path != NOTIFICATIONS {
            return seen;
        }
        // What a line says of a post that was taken back is read when somebody looks: nobody is told anew.
        let lines = seen["items"].as_array().unwrap().iter();
        lines.map(|it| json!([it["id"], it["seen"]])).collect()
    }

    async fn looks_beside(&self) -> BTreeMap<String, Value> {
        let mut seen = BTreeMap::new();
        for Beside { path, .. } in &self.beside {
            seen.insert(path.clone(), self.looks(path).await);
        }
        seen
    }

    async fn fresh(&self) -> Page {
        let (posts, _) = self.posts().await;
        let beside = self.looks_beside().await;
        Page { posts, beside }
    }

    /// What of it one may have missed an announcement of is fetched again.
    async fn looks_again(&self, before: &Page, missed: &[String]) -> BTreeMap<String, Value> {
        let mut seen = before.beside.clone();
        let stale = self.beside.iter().filter(|it| missed.contains(&it.topic));
        for Beside { path, .. } in stale {
            seen.insert(path.clone(), self.looks(path).await);
        }
        seen
    }

    /// What was told before the socket answered, and the topics of which something may have been missed.
    async fn listens(&self, after: i64) -> (Socket, Vec<Value>, Vec<String>) {
        let mut socket = Socket::open(&self.place.room.fatima).await;
        let thread = format!("thread:{}", self.thread);
        let (mut ahead, mut missed) = (Vec::new(), Vec::new());
        for (topic, after) in [
            (thread, Some(after)),
            (format!("issue:{}", self.place.room.issue), None),
            ("me".to_owned(), None),
        ] {
            let mut frame = json!({"type": "subscribe", "topic": topic, "age": 0});
            if let Some(after) = after {
                frame["after"] = after.into();
            }
            socket.say(&frame).await;
            loop {
                let heard = socket.hear().await;
                if heard["type"] == "subscribed" {
                    let asks = heard["missed"] == true;
                    missed.extend(asks.then_some(topic));
                    break;
                }
                ahead.push(heard);
            }
        }
        (socket, ahead, missed)
    }

    async fn applies(&self, page: &mut Page, event: &Value) {
        assert_eq!(event["type"], "event", "{event}");
        let (topic, kind) = (
            event["topic"].as_str().unwrap(),
            event["kind"].as_str().unwrap(),
        );
        if let Some(post) = event.get("data") {
            let seq = post["seq"].as_i64().unwrap();
            let known = page.posts.get(&seq);
            if known.is_none_or(|known| known["change"].as_i64() <= post["change"].as_i64()) {
                page.posts.insert(seq, post.clone());
            }
        }
        for one in &self.beside {
            if one.topic == topic && one.kinds.iter().any(|begin| kind.starts_with(begin)) {
                page.beside
                    .insert(one.path.clone(), self.looks(&one.path).await);
            }
        }
    }
}

#[tokio::test]
async fn a_page_that_listens_is_as_one_that_is_opened_anew() {
    let place = Box::pin(Place::new()).await;
    let heard = Box::pin(raced(&place, &ACTS)).await;
    are_in(&HEARD, &heard);
}

#[tokio::test]
async fn so_is_one_that_tells_what_people_agree_on_and_are_asked() {
    let place = Box::pin(Place::new()).await;
    let (asked, others): (Vec<Act>, Vec<Act>) = MORE_ACTS
        .into_iter()
        .partition(|act| matches!(act, Act::Ask));
    let mut heard = Box::pin(raced(&place, &others)).await;
    let first_circle = Box::pin(Place::orienting()).await;
    heard.extend(Box::pin(raced(&first_circle, &asked)).await);
    are_in(&MORE_HEARD, &heard);
}

fn are_in(kinds: &[&str], heard: &BTreeSet<String>) {
    let missing: Vec<_> = kinds
        .iter()
        .filter(|kind| !heard.contains(**kind))
        .collect();
    assert!(missing.is_empty(), "nobody heard {missing:?}");
}

/// The kinds that were heard while all of it happened at each moment.
async fn raced(place: &Place, acts: &[Act]) -> BTreeSet<String> {
    let mut heard = BTreeSet::new();
    for act in acts.iter().copied() {
        for (nth, moment) in MOMENTS.into_iter().enumerate() {
            // As often as one may ask in that time, and no longer than a session; what was done before is long ago.
            let pause = if nth == 0 { LONG_AGO } else { SHORTLY };
            place.room.app.advance(pause);
            let post = place.prepare(act).await;
            place.room.app.settle().await;
            let reader = Reader::new(place, place.thread(act));
            let before = reader.fresh().await;
            let (posts, last) = reader.posts().await;
            if moment == Moment::BeforeListening {
                place.play(act, &post, nth).await;
            }
            let (mut socket, ahead, missed) = reader.listens(last).await;
            if moment == Moment::BeforeFetchingBeside {
                place.play(act, &post, nth).await;
            }
            let beside = reader.looks_again(&before, &missed).await;
            let mut page = Page { posts, beside };
            if moment == Moment::Afterwards {
                place.play(act, &post, nth).await;
            }
            let fresh = reader.fresh().await;
            assert_ne!(before, fresh, "{act:?} changes what is shown");
            for event in ahead {
                heard.insert(event["kind"].as_str().unwrap().to_owned());
                reader.applies(&mut page, &event).await;
            }
            while page != fresh {
                let next = tokio::time::timeout(PATIENCE, socket.try_hear()).await;
                let Ok(Some(event)) = next else {
                    panic!("{act:?}, {moment:?}: {}", page.differs(&fresh));
                };
                heard.insert(event["kind"].as_str().unwrap_or_default().to_owned());
                reader.applies(&mut page, &event).await;
            }
            if let Some(kind) = act.comes_along().filter(|_| moment == Moment::Afterwards) {
                while !heard.contains(kind) {
                    let next = tokio::time::timeout(PATIENCE, socket.try_hear()).await;
                    let Ok(Some(event)) = next else {
                        panic!("{act:?}: nobody heard {kind}");
                    };
                    heard.insert(event["kind"].as_str().unwrap_or_default().to_owned());
                }
            }
        }
    }
    heard
}
