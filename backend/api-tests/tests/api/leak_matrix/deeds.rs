//! What is done in a room, so that its words are wherever a room keeps words.

use std::time::Duration;

use serde_json::{Value, json};
use testkit::{Answer, Person, Socket};

use super::ways::{Texts, mails};
use super::{Curious, NAMED, Said, Scene};

const DAY: Duration = Duration::from_secs(24 * 3_600);

impl Scene<'_> {
    fn of_thread(&self, rest: &str) -> String {
        format!("/v1/tenants/ess/threads/{}{rest}", self.thread)
    }

    fn of_issue(&self, rest: &str) -> String {
        format!("/v1/tenants/ess/issues/{}{rest}", self.issue)
    }

    fn names_people(&self) -> bool {
        NAMED.contains(&self.regime)
    }

    /// Wijnand begins to write.
    pub async fn types(&self) {
        let topic = format!("thread:{}", self.thread);
        self.writer.is_seen(true, true).await;
        let mut socket = Socket::open(self.writer).await;
        socket.subscribe(&topic, None).await;
        socket.say(&json!({"type": "typing", "topic": topic})).await;
        assert!(socket.is_silent().await);
    }

    /// Who runs the room says the words again wherever it keeps some, and Wijnand answers with a word.
    pub async fn keeps_words(&self, said: &Said) {
        if self.waits {
            return;
        }
        let (host, words) = (self.host, self.words);
        let summary = json!({ "body": format!("Het ging over de {words}.") });
        let path = self.of_thread("/summary");
        done(host.put_from(&path, "\"0\"", &summary).await);
        let task = json!({ "what": format!("De {words} bellen"), "doer": "nobody" });
        let path = format!("/v1/tenants/ess/posts/{}/tasks", said.post);
        done(host.post(&path, &task).await);
        let parked = json!({ "title": format!("De {words}") });
        done(host.post(&self.of_issue("/parked-subjects"), &parked).await);
        let position =
            json!({"number": 1, "name": "Wie er woont", "role": "pusher", "side": "one"});
        let text =
            json!({"subject": words, "one": "Wel", "other": "Niet", "positions": [position]});
        let map = json!({"shown": true, "text": text});
        let path = self.of_issue("/actor-map");
        done(host.put_from(&path, "\"0\"", &map).await);
        if self.names_people() {
            self.answers_each_other().await;
        }
    }

    /// What there is where people have names: a concern that is heard, a word to a post, a note to who is quiet.
    async fn answers_each_other(&self) {
        let (host, writer) = (self.host, self.writer);
        let dilemma = format!("/v1/tenants/ess/threads/{}", self.dilemma);
        let offer = json!({"possible": self.words, "impossible": "Alles", "decides": "De raad"});
        let path = format!("{dilemma}/dilemma");
        done(host.put_from(&path, "\"0\"", &offer).await);
        let concern = json!({ "body": format!("Ik vrees de {}.", self.words) });
        let posted = done(writer.post(&format!("{dilemma}/posts"), &concern).await);
        let post = format!("/v1/tenants/ess/posts/{}", posted["id"].as_str().unwrap());
        done(
            writer
                .put(&format!("{post}/view"), &json!({"kind": "concern"}))
                .await,
        );
        let heard = json!({ "words": format!("U vreest de {}.", self.words) });
        done(host.post(&format!("{post}/acknowledgements"), &heard).await);

        let posts = done(writer.get(&self.of_thread("/posts")).await);
        let first = posts["items"][0]["id"].as_str().unwrap();
        let path = format!("/v1/tenants/ess/posts/{first}/responses/heard");
        done(writer.put(&path, &Value::Null).await);

        let cockpit = done(host.get(&self.of_thread("/cockpit")).await);
        let quiet = cockpit["quiet"].as_array().unwrap();
        let who = quiet.iter().find(|one| one["name"] == "participant");
        let note =
            json!({"person": who.unwrap()["person"], "words": format!("Zag u de {}?", self.words)});
        done(host.post(&self.of_thread("/speak-notes"), &note).await);
    }

    /// Another post of Wijnand's is reported, and taken away.
    pub async fn moderates(&self, reporter: &Person) {
        if self.waits {
            return;
        }
        let key = format!("{}-gemeld", self.key());
        let form = json!({ "body": format!("Weg met de {}!", self.words) });
        let path = self.of_thread("/posts");
        let posted = done(self.writer.post_once(&path, &key, &form).await);
        let post = posted["id"].as_str().unwrap();
        let form = json!({"reason": "house-rules", "words": format!("Over de {}.", self.words)});
        done(
            reporter
                .post(&format!("/v1/tenants/ess/posts/{post}/reports"), &form)
                .await,
        );
        let path = format!("/v1/tenants/ess/moderation-cases?issue={}", self.issue);
        let queue = done(self.host.get(&path).await);
        let case = queue["items"][0]["id"].as_str().unwrap();
        let act = |what: &str| format!("/v1/tenants/ess/moderation-cases/{case}/{what}");
        self.app.advance(Duration::from_millis(1));
        done(self.host.post(&act("_claim"), &json!({})).await);
        self.app.advance(Duration::from_millis(1));
        let form = json!({"act": "remove", "ground": "rules", "rule": "Huisregel 2", "facts": format!("De {}.", self.words)});
        done(self.host.post(&act("_decide"), &form).await);
        self.app.settle().await;
    }

    /// Everybody wishes to hear once a day; something is said; the day goes by.
    pub async fn over_a_day(&self, people: &mut [Curious], all: &mut [Texts]) {
        let path = "/v1/me/notification-preferences";
        let daily =
            json!({"talk": "daily", "progress": "daily", "outcomes": "daily", "new": "daily"});
        let wish = json!({"levels": daily, "hour": 9, "weekday": 2});
        let mut before = Vec::new();
        for Curious { person, .. } in people.iter() {
            let now = person.get(path).await.body;
            if !person.email.is_empty() {
                done(person.put(path, &wish).await);
            }
            before.push((now, mails(self, person).len()));
        }
        let form = json!({ "body": format!("Nog iets over de {}.", self.words) });
        let key = format!("{}-later", self.key());
        done(
            self.writer
                .post_once(&self.of_thread("/posts"), &key, &form)
                .await,
        );
        self.app.settle().await;
        self.app.advance(DAY);
        self.app.settle().await;
        for ((curious, texts), (usual, count)) in people.iter_mut().zip(all).zip(before) {
            let new = mails(self, &curious.person).split_off(count);
            texts.insert("digest", new.join("\n"));
            if !curious.person.email.is_empty() {
                curious.person = self.app.sign_in_again(&curious.person).await;
                done(curious.person.put(path, &usual).await);
            }
        }
    }
}

fn done(answer: Answer) -> Value {
    assert!(answer.status < 300, "{} {}", answer.status, answer.text);
    answer.body
}
