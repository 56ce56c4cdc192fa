//! Who is there, and who types: only who chose so, only in rooms that tell who is who, and never for longer.

use std::collections::VecDeque;
use std::time::Duration;

use bus::Message;
use kernel::{Clock, IssueRole, TenantId, TenantRole};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use testkit::{Person, Socket, TestApp};

struct Hall {
    app: TestApp,
    tenant: TenantId,
    joost: Person,
    fatima: Person,
    issue: String,
    topic: String,
}

impl Hall {
    /// A conversation in which Joost and Fatima take part.
    async fn new(visibility: &str, regime: &str) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let fatima = app.person("Fatima").await;
        let rules = json!({"visibility": visibility, "regime": regime});
        let issue = app.open_issue(&joost, "ess", rules).await;
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        let thread = app.thread(&joost, "ess", &issue).await;
        Self {
            app,
            tenant,
            joost,
            fatima,
            issue,
            topic: format!("thread:{thread}"),
        }
    }

    async fn listens(&self, person: &Person) -> Ear {
        let mut ear = Ear {
            socket: Socket::open(person).await,
            heard: VecDeque::new(),
        };
        ear.begins(&self.topic).await;
        ear
    }

    async fn shows(&self, ear: &mut Ear, what: &str) {
        ear.says(what, &self.topic).await;
    }

    /// As another node would say it.
    fn is_said_to_be_here(&self, person: &Person) {
        self.app.state.db.bus().publish(Message::Present {
            topic: self.topic.clone().into(),
            person: TestApp::id_of(person),
        });
    }
}

/// A socket, and what it heard while it waited for an answer.
struct Ear {
    socket: Socket,
    heard: VecDeque<Value>,
}

impl Ear {
    async fn begins(&mut self, topic: &str) {
        self.socket
            .say(&json!({"type": "subscribe", "topic": topic}))
            .await;
        while self.next().await["type"] != "subscribed" {}
        self.heard.pop_back();
    }

    /// What comes of it was said when this is over: frames are handled in order, and this one is not answered.
    async fn says(&mut self, what: &str, topic: &str) {
        self.socket
            .say(&json!({"type": what, "topic": topic}))
            .await;
        self.socket
            .say(&json!({"type": "unsubscribe", "topic": "you"}))
            .await;
        while self.next().await["topic"] != "you" {}
        self.heard.pop_back();
        let answered = self.heard.iter().any(|it| it["code"] == "socket.malformed");
        assert!(!answered, "{:?}", self.heard);
    }

    async fn next(&mut self) -> &Value {
        let frame = self.socket.hear().await;
        assert!(!frame.is_null(), "closed");
        self.heard.push_back(frame);
        &self.heard[self.heard.len() - 1]
    }

    async fn hear(&mut self) -> Value {
        match self.heard.pop_front() {
            Some(frame) => frame,
            None => self.socket.hear().await,
        }
    }

    async fn is_silent(&mut self) -> bool {
        self.heard.is_empty() && self.socket.is_silent().await
    }
}

/// Who is here, by what is told next.
async fn here(ear: &mut Ear) -> Vec<String> {
    loop {
        let frame = ear.hear().await;
        assert!(!frame.is_null(), "closed");
        if frame["type"] == "presence" {
            let people = frame["people"].as_array().unwrap();
            assert_eq!(frame["count"], people.len());
            let names = people.iter().map(|it| it["name"].as_str().unwrap());
            return names.map(str::to_lowercase).collect();
        }
    }
}

async fn until_here(ear: &mut Ear, names: &[&str]) {
    while here(ear).await != names {}
}

#[tokio::test]
async fn nobody_is_seen_until_they_choose_so() {
    let hall = Hall::new("invited", "trusted").await;
    let path = "/v1/me/presence-preferences";
    assert_eq!(
        hall.fatima.get(path).await.body,
        json!({"here": false, "typing": false})
    );
    let (mut hers, mut his) = (
        hall.listens(&hall.fatima).await,
        hall.listens(&hall.joost).await,
    );
    hall.shows(&mut hers, "typing").await;
    hall.shows(&mut hers, "presence").await;
    hall.is_said_to_be_here(&hall.fatima);
    // His own comes later, in a turn that looked at her too.
    hall.joost.is_seen(true, false).await;
    hall.shows(&mut his, "presence").await;
    let told = his.hear().await;
    assert_eq!(
        (&told["type"], &told["count"]),
        (&json!("presence"), &json!(1))
    );
    assert_eq!(told["people"][0]["name"], "Joost");

    hall.fatima.is_seen(true, true).await;
    hall.app.advance(Duration::from_secs(10));
    hall.shows(&mut hers, "presence").await;
    until_here(&mut his, &["fatima", "joost"]).await;
    hall.shows(&mut hers, "typing").await;
    assert_eq!(his.hear().await["type"], "typing");
    let asked = hall.fatima.get(path).await;
    assert_eq!(asked.body, json!({"here": true, "typing": true}));
    // And hers alone.
    assert_eq!(hall.joost.get(path).await.body["typing"], false);
}

#[tokio::test]
async fn who_chooses_otherwise_is_gone_at_once_and_says_nothing_more() {
    let hall = Hall::new("invited", "trusted").await;
    hall.fatima.is_seen(true, true).await;
    let (mut hers, mut his) = (
        hall.listens(&hall.fatima).await,
        hall.listens(&hall.joost).await,
    );
    hall.shows(&mut hers, "presence").await;
    assert_eq!(here(&mut his).await, ["fatima"]);
    hall.fatima.is_seen(false, false).await;
    assert!(here(&mut his).await.is_empty());
    hall.app.advance(Duration::from_secs(10));
    hall.shows(&mut hers, "presence").await;
    hall.shows(&mut hers, "typing").await;
    hall.is_said_to_be_here(&hall.fatima);
    hall.joost.is_seen(true, false).await;
    hall.shows(&mut his, "presence").await;
    assert_eq!(here(&mut his).await, ["joost"]);
}

#[tokio::test]
async fn it_is_told_to_who_takes_part_and_to_nobody_else() {
    let hall = Hall::new("public", "open").await;
    let other = hall.app.tenant("elders").await;
    let outsiders = [
        hall.app.visitor(),
        hall.app.person("Vreemde").await,
        hall.app.member("Buur", other, TenantRole::Owner).await,
        hall.app
            .member("Eigenaar", hall.tenant, TenantRole::Owner)
            .await,
    ];
    let mut sockets = Vec::new();
    for outsider in &outsiders {
        sockets.push(hall.listens(outsider).await);
    }
    for outsider in &outsiders[1..] {
        outsider.is_seen(true, true).await;
    }
    hall.fatima.is_seen(true, false).await;
    let mut hers = hall.listens(&hall.fatima).await;
    let mut his = hall.listens(&hall.joost).await;
    for socket in &mut sockets {
        hall.shows(socket, "presence").await;
        hall.shows(socket, "typing").await;
    }
    for outsider in &outsiders[1..] {
        hall.is_said_to_be_here(outsider);
    }
    hall.shows(&mut hers, "presence").await;
    let told = his.hear().await;
    assert_eq!(
        (&told["type"], &told["count"]),
        (&json!("presence"), &json!(1))
    );
    let thread = hall.topic.strip_prefix("thread:").unwrap();
    let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
    for socket in &mut sockets {
        assert!(socket.is_silent().await);
    }
    // By the name and the reference that stand at her posts.
    let said = hall
        .fatima
        .post(&posts, &json!({"body": "Dag."}))
        .await
        .body;
    let seen = &told["people"][0];
    assert_eq!(
        (&seen["person"], &seen["name"]),
        (&said["author"], &said["name"])
    );
}

#[tokio::test]
async fn who_left_is_seen_no_more_and_sees_nobody() {
    let hall = Hall::new("invited", "trusted").await;
    for person in [&hall.fatima, &hall.joost] {
        person.is_seen(true, true).await;
    }
    let (mut hers, mut his) = (
        hall.listens(&hall.fatima).await,
        hall.listens(&hall.joost).await,
    );
    hall.shows(&mut hers, "presence").await;
    hall.shows(&mut his, "presence").await;
    until_here(&mut his, &["fatima", "joost"]).await;
    until_here(&mut hers, &["fatima", "joost"]).await;
    let leave = format!("/v1/tenants/ess/issues/{}/participants/_me", hall.issue);
    assert_eq!(hall.fatima.delete(&leave).await.status, 204);
    assert_eq!(here(&mut his).await, ["joost"]);
    assert_eq!(hers.hear().await["code"], "socket.topic-not-found");
    hall.app.advance(Duration::from_secs(10));
    hall.shows(&mut hers, "presence").await;
    hall.shows(&mut hers, "typing").await;
    hall.is_said_to_be_here(&hall.fatima);
    hall.joost.is_seen(false, false).await;
    assert!(here(&mut his).await.is_empty());
    assert!(hers.is_silent().await);
}

#[tokio::test]
async fn whose_role_runs_out_is_seen_no_more() {
    let hall = Hall::new("invited", "trusted").await;
    let guest = hall.app.person("Gast").await;
    guest.is_seen(true, true).await;
    let end = hall.app.clock.now().plus(Duration::from_secs(20));
    hall.app
        .admit_until(
            &guest,
            hall.tenant,
            &hall.issue,
            IssueRole::Official,
            Some(end),
        )
        .await;
    let (mut theirs, mut his) = (hall.listens(&guest).await, hall.listens(&hall.joost).await);
    hall.shows(&mut theirs, "presence").await;
    assert_eq!(here(&mut his).await, ["gast"]);
    hall.app.advance(Duration::from_secs(20));
    hall.is_said_to_be_here(&guest);
    assert!(here(&mut his).await.is_empty());
}

#[tokio::test]
async fn who_does_not_say_it_again_is_gone_and_who_comes_later_is_told_who_is_here() {
    let hall = Hall::new("invited", "trusted").await;
    hall.fatima.is_seen(true, true).await;
    let (mut hers, mut his) = (
        hall.listens(&hall.fatima).await,
        hall.listens(&hall.joost).await,
    );
    hall.shows(&mut hers, "presence").await;
    assert_eq!(here(&mut his).await, ["fatima"]);
    // Whoever begins to listen, also for the second time.
    let mut late = hall.listens(&hall.joost).await;
    assert_eq!(here(&mut late).await, ["fatima"]);
    let unsubscribe = json!({"type": "unsubscribe", "topic": hall.topic});
    late.socket.say(&unsubscribe).await;
    late.begins(&hall.topic).await;
    assert_eq!(here(&mut late).await, ["fatima"]);

    hall.app.advance(Duration::from_secs(40));
    hall.shows(&mut hers, "presence").await;
    // What is passed on is passed on in order: that she is there was heard before this.
    hall.shows(&mut hers, "typing").await;
    assert_eq!(his.hear().await["type"], "typing");
    hall.app.advance(Duration::from_secs(40));
    let mut later = hall.listens(&hall.joost).await;
    assert_eq!(here(&mut later).await, ["fatima"], "she said so again");
    assert!(his.is_silent().await, "nothing changed");
    drop(hers);
    hall.app.advance(Duration::from_secs(5));
    for socket in [&mut his, &mut late, &mut later] {
        assert!(here(socket).await.is_empty());
    }
}

#[tokio::test]
async fn nobody_is_seen_in_a_room_that_does_not_tell_who_is_who() {
    for regime in ["confidential", "authorless"] {
        let hall = Hall::new("invited", "trusted").await;
        let path = format!("/v1/tenants/ess/issues/{}/threads", hall.issue);
        let form = json!({"title": "Onder ons", "body": "Vertel.", "regime": regime});
        let closed = hall.joost.post(&path, &form).await;
        assert_eq!(closed.status, 201, "{}", closed.text);
        let closed = format!("thread:{}", closed.body["id"].as_str().unwrap());
        hall.fatima.is_seen(true, true).await;
        hall.joost.is_seen(true, true).await;
        let (mut hers, mut his) = (
            hall.listens(&hall.fatima).await,
            hall.listens(&hall.joost).await,
        );
        for socket in [&mut hers, &mut his] {
            socket.begins(&closed).await;
        }
        for what in ["presence", "typing"] {
            hers.says(what, &closed).await;
        }
        hall.app.state.db.bus().publish(Message::Present {
            topic: closed.clone().into(),
            person: TestApp::id_of(&hall.fatima),
        });
        // Two turns in the other room, of which the second comes after one in this room.
        hall.shows(&mut hers, "presence").await;
        let mut told = vec![his.hear().await];
        hall.shows(&mut his, "presence").await;
        told.push(hers.hear().await);
        while told.last().unwrap()["count"] != 2 {
            told.push(hers.hear().await);
        }
        told.push(his.hear().await);
        for frame in told {
            assert_eq!(frame["topic"], json!(hall.topic), "{regime}: {frame}");
        }
    }
}

async fn rows(app: &TestApp) -> i64 {
    let count = "SELECT (SELECT COUNT(*) FROM event) + (SELECT COUNT(*) FROM job) AS n";
    let count = Statement::from_string(app.state.db.backend(), count);
    let row = app.whole_database().await.query_one_raw(count).await;
    row.unwrap().unwrap().try_get("", "n").unwrap()
}

#[tokio::test]
async fn nothing_is_kept_of_who_was_there() {
    let hall = Hall::new("invited", "trusted").await;
    hall.fatima.is_seen(true, true).await;
    hall.app.settle().await;
    let before = rows(&hall.app).await;
    hall.fatima.is_seen(true, true).await;
    let (mut hers, mut his) = (
        hall.listens(&hall.fatima).await,
        hall.listens(&hall.joost).await,
    );
    hall.shows(&mut hers, "typing").await;
    hall.shows(&mut hers, "presence").await;
    assert_eq!(here(&mut his).await, ["fatima"]);
    assert_eq!(rows(&hall.app).await, before, "the same choice is no news");
}
