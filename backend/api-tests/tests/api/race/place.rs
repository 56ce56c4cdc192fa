//! Where it happens: the conversations of an issue, and what is done in them.

use std::time::Duration;

use db::Across;
use kernel::{Clock, IssueRole};
use serde_json::{Value, json};
use testkit::{Answer, Person};

use super::acts::Act;
use crate::issues::form;
use crate::threads::Room;

const DAY: Duration = Duration::from_secs(24 * 3_600);
/// So long before its day whoever has a task is told of it.
const TOLD_BEFORE: Duration = Duration::from_secs(3 * 24 * 3_600);
const MOMENT: Duration = Duration::from_secs(1);

/// A conversation, a round, a dilemma and a question in one issue.
pub struct Place {
    pub room: Room,
    bram: Person,
    tamar: Person,
    pub round: String,
    pub dilemma: String,
    question: String,
}

impl Place {
    pub async fn new() -> Self {
        Self::of(Room::new("trusted", "invited").await).await
    }

    /// An issue in which a first circle looks whether the question is right.
    pub async fn orienting() -> Self {
        let Room {
            app,
            tenant,
            convener,
            fatima,
            ..
        } = Room::new("trusted", "invited").await;
        let form = form(&json!({"visibility": "invited", "regime": "trusted"}));
        let drafted = done(convener.post("/v1/tenants/ess/issues", &form).await);
        let issue = drafted["id"].as_str().unwrap().to_owned();
        let path = format!("/v1/tenants/ess/issues/{issue}/_move");
        done(convener.post(&path, &json!({"to": "orientation"})).await);
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        let thread = app.thread(&convener, "ess", &issue).await;
        let room = Room {
            app,
            tenant,
            convener,
            fatima,
            issue,
            thread,
        };
        Self::of(room).await
    }

    async fn of(room: Room) -> Self {
        let bram = room.joins("Bram", IssueRole::Participant).await;
        let tamar = room.joins("Tamar", IssueRole::Translator).await;
        let mut place = Self {
            room,
            bram,
            tamar,
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

    pub fn issue(&self, rest: &str) -> String {
        format!("/v1/tenants/ess/issues/{}{rest}", self.room.issue)
    }

    pub fn thread(&self, act: Act) -> &str {
        match act {
            Act::Pass | Act::Next => &self.round,
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
    pub async fn prepare(&self, act: Act) -> String {
        match act {
            Act::Edit
            | Act::Withdraw
            | Act::Pin
            | Act::Split
            | Act::Respond
            | Act::Sort
            | Act::Name
            | Act::Translate
            | Act::Accept => self.says(&self.bram, self.thread(act)).await,
            Act::HandBack => self.gives(&self.room.fatima, "Bram", DAY * 60).await,
            // Of a day that is nearer already, nobody is told before it.
            Act::Due => {
                let due = TOLD_BEFORE + MOMENT;
                self.gives(&self.room.convener, "Fatima", due).await
            }
            Act::Hear => {
                let post = self.says(&self.bram, &self.dilemma).await;
                let view = format!("/v1/tenants/ess/posts/{post}/view");
                let form = json!({"kind": "concern"});
                done(self.bram.put(&view, &form).await);
                post
            }
            Act::Answer | Act::Look | Act::Plan | Act::Give => {
                self.says(&self.room.fatima, &self.room.thread).await
            }
            _ => String::new(),
        }
    }

    pub async fn play(&self, act: Act, post: &str, nth: usize) {
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
            Act::Translate => {
                let translates = json!({"postId": post, "version": 1, "language": "en"});
                let form = json!({"body": "The light is broken.", "translates": translates});
                done(self.tamar.post(&self.room.posts(), &form).await);
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
            Act::Name => {
                let words = json!({"body": "Wat vind jij, @fatima?"});
                done(bram.patch(&of_post, "\"1\"", &words).await);
            }
            Act::Next => {
                let path = format!("/v1/tenants/ess/threads/{}/round", self.round);
                let now = done(joost.get(&path).await)["number"].clone();
                done(
                    joost
                        .post(&format!("{path}/_next"), &json!({"after": now}))
                        .await,
                );
            }
            Act::Plan => {
                let form = json!({"what": "De gemeente bellen", "doer": "nobody"});
                done(joost.post(&beside("tasks"), &form).await);
            }
            Act::Give => drop(self.gives_for(joost, "Fatima", post, DAY * 60).await),
            Act::HandBack => {
                let path = format!("/v1/tenants/ess/tasks/{post}/_return");
                done(bram.post(&path, &json!({})).await);
            }
            Act::Due => self.an_hour_turns().await,
            Act::Park => {
                let form = json!({"title": format!("De bushalte, keer {nth}")});
                done(joost.post(&self.issue("/parked-subjects"), &form).await);
            }
            Act::Ask => {
                let days = u32::try_from(nth + 5).unwrap();
                let until = self.room.app.clock.now().plus(DAY * days);
                let form = json!({ "until": until });
                done(joost.post(&self.issue("/evaluations/_ask"), &form).await);
            }
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

    /// A post of Fatima's, and a task of this person's out of it that somebody has to do in that time.
    async fn gives(&self, who: &Person, doer: &str, within: Duration) -> String {
        let post = self.says(&self.room.fatima, &self.room.thread).await;
        self.gives_for(who, doer, &post, within).await
    }

    async fn gives_for(&self, who: &Person, doer: &str, post: &str, within: Duration) -> String {
        let circle = done(who.get(&self.issue("/participants")).await);
        let circle = circle["items"].as_array().unwrap();
        let is_doer = |one: &&Value| {
            let name = one["name"].as_str().unwrap_or_default().to_lowercase();
            name.starts_with(&doer.to_lowercase())
        };
        let person = circle.iter().find(is_doer).unwrap()["person"].clone();
        let due = self.room.app.clock.now().plus(within);
        let form = json!({"what": "Bellen", "doer": "person", "person": person, "dueAt": due});
        let path = format!("/v1/tenants/ess/posts/{post}/tasks");
        let made = done(who.post(&path, &form).await);
        made["id"].as_str().unwrap().to_owned()
    }

    /// The calendar looks at the days of tasks.
    async fn an_hour_turns(&self) {
        let app = &self.room.app;
        app.advance(MOMENT * 2);
        let tx = app
            .state
            .db
            .begin_across(Across::Calendar, app.clock.now())
            .await
            .unwrap();
        ::tasks::look_after_tasks(&tx).await.unwrap();
        tx.commit().await.unwrap();
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

pub fn done(answer: Answer) -> Value {
    assert!(answer.status < 300, "{} {}", answer.status, answer.text);
    answer.body
}
