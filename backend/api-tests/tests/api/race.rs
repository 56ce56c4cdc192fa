//! What is fetched, and then changed by what a socket tells, is what a fresh fetch gives: for every kind of event, and
//! wherever between fetching and listening it happens.

mod acts;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use kernel::IssueRole;
use serde_json::{Value, json};
use testkit::{Answer, Person, Socket};

use self::acts::{ACTS, Act, EVERY};
use crate::issues::form;
use crate::threads::Room;

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

const NOTIFICATIONS: &str = "/v1/me/notifications";

/// An event that does not come within this time never comes.
const PATIENCE: Duration = Duration::from_secs(10);

/// A conversation, a round, a dilemma and a question in one issue.
struct Place {
    room: Room,
    bram: Person,
    round: String,
    dilemma: String,
    question: String,
}

impl Place {
    async fn new() -> Self {
        let room = Room::new("trusted", "invited").await;
        let bram = room.joins("Bram", IssueRole::Participant).await;
        let mut place = Self {
            room,
            bram,
            round: String::new(),
            dilemma: String::new(),
            question: String::new(),
        };
        place.round = place.opens("round").await;
        place.dilemma = place.opens("dilemma").await;
        place.question = place.opens("question").await;
        place
    }

    async fn opens(&self, kind: &str) -> String {
        let form = json!({"title": "Wat nu?", "body": "Vertel.", "kind": kind});
        let path = self.issue("/threads");
        let opened = done(self.room.convener.post(&path, &form).await);
        opened["id"].as_str().unwrap().to_owned()
    }

    fn issue(&self, rest: &str) -> String {
        format!("/v1/tenants/ess/issues/{}{rest}", self.room.issue)
    }

    fn thread(&self, act: Act) -> &str {
        match act {
            Act::Pass => &self.round,
            Act::Sort | Act::Hear => &self.dilemma,
            Act::Accept => &self.question,
            _ => &self.room.thread,
        }
    }

    async fn says(&self, who: &Person, thread: &str) -> String {
        let path = format!("/v1/tenants/ess/threads/{thread}/posts");
        let said = done(
            who.post(&path, &json!({"body": "Het licht is stuk."}))
                .await,
        );
        said["id"].as_str().unwrap().to_owned()
    }

    /// What must be there before Fatima opens her page.
    async fn prepare(&self, act: Act) -> String {
        match act {
            Act::Edit
            | Act::Withdraw
            | Act::Pin
            | Act::Split
            | Act::Respond
            | Act::Sort
            | Act::Accept => self.says(&self.bram, self.thread(act)).await,
            Act::Hear => {
                let post = self.says(&self.bram, &self.dilemma).await;
                let view = format!("/v1/tenants/ess/posts/{post}/view");
                let form = json!({"kind": "concern"});
                done(self.bram.put(&view, &form).await);
                post
            }
            Act::Answer | Act::Look => self.says(&self.room.fatima, &self.room.thread).await,
            _ => String::new(),
        }
    }

    async fn play(&self, act: Act, post: &str, nth: usize) {
        let (joost, bram) = (&self.room.convener, &self.bram);
        let of_post = format!("/v1/tenants/ess/posts/{post}");
        let beside = |what: &str| format!("{of_post}/{what}");
        match act {
            Act::Say => drop(self.says(bram, &self.room.thread).await),
            Act::Edit => {
                let words = json!({"body": "Het licht is heel."});
                done(bram.patch(&of_post, "\"1\"", &words).await);
            }
            Act::Withdraw => drop(done(bram.delete(&of_post).await)),
            Act::Pin => drop(done(joost.put(&beside("pin"), &Value::Null).await)),
            Act::Split => {
                let path = format!("/v1/tenants/ess/threads/{}/_split", self.room.thread);
                let form = json!({"title": "Over het licht", "posts": [post]});
                done(joost.post(&path, &form).await);
            }
            Act::Open => drop(self.opens("talk").await),
            Act::Respond => {
                let path = beside("responses/heard");
                done(joost.put(&path, &Value::Null).await);
            }
            Act::Pass => self.passes(nth).await,
            Act::Sort => {
                let form = json!({"kind": "concern"});
                done(bram.put(&beside("view"), &form).await);
            }
            Act::Pause => {
                let to = if nth.is_multiple_of(2) {
                    "paused"
                } else {
                    "open"
                };
                let form = json!({"to": to, "reason": "Even rust."});
                done(joost.post(&self.issue("/_move"), &form).await);
            }
            Act::Hear => {
                let form = json!({"words": "Je maakt je zorgen over het licht."});
                done(joost.post(&beside("acknowledgements"), &form).await);
            }
            Act::Reword => {
                let now = joost.get(&self.issue("")).await;
                let words = format!("Keer {nth}.");
                let form =
                    form(&json!({"visibility": "invited", "regime": "trusted", "whyNow": words}));
                done(joost.patch(&self.issue(""), &now.etag(), &form).await);
            }
            Act::Accept => drop(done(joost.put(&beside("accepted"), &Value::Null).await)),
            Act::Summarise | Act::Pace => self.leads(act, nth).await,
            Act::Come => drop(
                self.room
                    .joins(&format!("Gast{nth}"), IssueRole::Participant)
                    .await,
            ),
            Act::Answer => self.answers(post).await,
            Act::Look => {
                self.answers(post).await;
                let form = json!({});
                done(
                    self.room
                        .fatima
                        .post("/v1/me/notifications/_seen", &form)
                        .await,
                );
            }
        }
        self.room.app.settle().await;
    }

    /// Joost writes a summary, or lets the conversation go at another pace: each time another one.
    async fn leads(&self, act: Act, nth: usize) {
        let (what, form) = match act {
            Act::Summarise => ("summary", json!({"body": format!("Keer {nth}.")})),
            _ => (
                "pace",
                json!({"slowMinutes": nth + 1, "closed": false, "why": "Het gaat snel."}),
            ),
        };
        let path = format!("/v1/tenants/ess/threads/{}/{what}", self.room.thread);
        let version = format!("\"{nth}\"");
        let joost = &self.room.convener;
        done(joost.put_from(&path, &version, &form).await);
    }

    async fn passes(&self, nth: usize) {
        let path = format!("/v1/tenants/ess/threads/{}/round/skip", self.round);
        let passed = if nth.is_multiple_of(2) {
            self.bram.put(&path, &Value::Null).await
        } else {
            self.bram.delete(&path).await
        };
        done(passed);
    }

    /// Bram answers to what Fatima said: she is told.
    async fn answers(&self, post: &str) {
        let path = self.room.posts();
        let form = json!({"body": "Dat zag ik ook.", "quotes": post});
        done(self.bram.post(&path, &form).await);
    }
}

fn done(answer: Answer) -> Value {
    assert!(answer.status < 300, "{} {}", answer.status, answer.text);
    answer.body
}

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

    async fn listens(&self, after: i64) -> (Socket, Vec<Value>) {
        let mut socket = Socket::open(&self.place.room.fatima).await;
        let thread = format!("thread:{}", self.thread);
        let mut ahead = Vec::new();
        for (topic, after) in [
            (thread, Some(after)),
            (format!("issue:{}", self.place.room.issue), None),
            ("me".to_owned(), None),
        ] {
            let mut frame = json!({"type": "subscribe", "topic": topic});
            if let Some(after) = after {
                frame["after"] = after.into();
            }
            socket.say(&frame).await;
            loop {
                let heard = socket.hear().await;
                if heard["type"] == "subscribed" {
                    break;
                }
                ahead.push(heard);
            }
        }
        (socket, ahead)
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
    let mut heard = BTreeSet::new();
    for act in ACTS {
        for (nth, moment) in MOMENTS.into_iter().enumerate() {
            place.room.app.advance(Duration::from_secs(3));
            let post = place.prepare(act).await;
            place.room.app.settle().await;
            let reader = Reader::new(&place, place.thread(act));
            let before = reader.fresh().await;
            let (posts, last) = reader.posts().await;
            if moment == Moment::BeforeListening {
                place.play(act, &post, nth).await;
            }
            let (mut socket, ahead) = reader.listens(last).await;
            if moment == Moment::BeforeFetchingBeside {
                place.play(act, &post, nth).await;
            }
            let beside = reader.looks_beside().await;
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
    let missing: Vec<_> = EVERY
        .iter()
        .filter(|kind| !heard.contains(**kind))
        .collect();
    assert!(missing.is_empty(), "nobody heard {missing:?}");
}
