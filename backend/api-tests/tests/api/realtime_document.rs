//! `docs/realtime.md` is what the socket speaks: its examples are said to a server, and compared with what one says.

use std::collections::BTreeMap;
use std::time::Duration;

use kernel::{IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::{Person, Socket, TestApp};

const DOCUMENT: &str = include_str!("../../../../docs/realtime.md");
/// As the document calls its thread.
const EXAMPLE: &str = "thread:0190a2b0-0000-7000-8000-000000000001";

/// The examples of what this side says.
fn examples(side: &str) -> Vec<Value> {
    let fence = format!("```json {side}\n");
    let blocks = DOCUMENT.split(fence.as_str()).skip(1);
    blocks
        .map(|block| serde_json::from_str(block.split("```").next().unwrap()).unwrap())
        .collect()
}

/// Which keys there are, and what kind of value each holds.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| (key.clone(), shape(value)))
            .collect(),
        Value::Array(items) => items
            .first()
            .map_or(json!([]), |first| json!([shape(first)])),
        Value::String(_) => json!("text"),
        Value::Number(_) => json!("number"),
        Value::Bool(_) => json!("yes or no"),
        Value::Null => json!("nothing"),
    }
}

/// What tells one frame from another.
fn named(frame: &Value) -> String {
    let of = |key: &str| frame[key].as_str().unwrap_or_default();
    let topic = of("topic").split(':').next().unwrap_or_default();
    match of("type") {
        "event" => format!("{} on {topic}", of("kind")),
        "problem" => of("code").to_owned(),
        other => other.to_owned(),
    }
}

async fn until(socket: &mut Socket, wanted: &str, heard: &mut BTreeMap<String, Value>) {
    loop {
        let frame = socket.hear().await;
        assert!(!frame.is_null(), "closed before {wanted}");
        let name = named(&frame);
        heard.insert(name.clone(), frame);
        if name == wanted {
            return;
        }
    }
}

struct Stage {
    app: TestApp,
    joost: Person,
    fatima: Person,
    issue: String,
    thread: String,
}

impl Stage {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let trusted = json!({"visibility": "invited", "regime": "trusted"});
        let issue = app.open_issue(&joost, "ess", trusted).await;
        let thread = app.thread(&joost, "ess", &issue).await;
        let fatima = app.person("Fatima").await;
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        app.settle().await;
        Self {
            app,
            joost,
            fatima,
            issue,
            thread,
        }
    }

    fn topic(&self) -> String {
        format!("thread:{}", self.thread)
    }
}

#[tokio::test]
async fn what_the_document_lets_a_client_say_is_understood() {
    let stage = Stage::new().await;
    let mut socket = Socket::open(&stage.fatima).await;
    let all = examples("client");
    let kinds: Vec<&str> = all.iter().filter_map(|it| it["type"].as_str()).collect();
    assert_eq!(
        kinds,
        ["subscribe", "typing", "presence", "read", "unsubscribe"]
    );
    for mut example in all {
        assert_eq!(example["topic"], EXAMPLE);
        example["topic"] = json!(stage.topic());
        socket.say(&example).await;
        // Another refusal comes behind the answer.
        socket
            .say(&json!({"type": "unsubscribe", "topic": "you"}))
            .await;
        loop {
            let frame = socket.hear().await;
            if frame["topic"] == "you" {
                break;
            }
            assert_ne!(frame["type"], "problem", "{example}: {frame}");
        }
    }
}

#[tokio::test]
async fn what_the_document_lets_a_server_say_is_what_it_says() {
    let stage = Stage::new().await;
    let mut heard = BTreeMap::new();
    let mut socket = Socket::open(&stage.joost).await;
    for topic in [
        stage.topic(),
        format!("issue:{}", stage.issue),
        "me".to_owned(),
    ] {
        let frame = socket.subscribe(&topic, None).await;
        heard.insert(named(&frame), frame);
    }
    let mut hers = Socket::open(&stage.fatima).await;
    hers.subscribe(&stage.topic(), None).await;
    stage.fatima.is_seen(true, true).await;
    hers.say(&json!({"type": "typing", "topic": stage.topic()}))
        .await;
    until(&mut socket, "typing", &mut heard).await;
    hers.say(&json!({"type": "presence", "topic": stage.topic()}))
        .await;
    until(&mut socket, "presence", &mut heard).await;

    let path = format!("/v1/tenants/ess/threads/{}/posts", stage.thread);
    let posted = stage.fatima.post(&path, &json!({"body": "Hallo."})).await;
    until(&mut socket, "post.written on thread", &mut heard).await;
    let post = format!(
        "/v1/tenants/ess/posts/{}",
        posted.body["id"].as_str().unwrap()
    );
    // Later than it was written, so that it says so.
    stage.app.advance(Duration::from_secs(60));
    let changed = json!({"body": "Hallo allemaal."});
    assert_eq!(
        stage.fatima.patch(&post, "\"1\"", &changed).await.status,
        200
    );
    until(&mut socket, "post.edited on thread", &mut heard).await;
    stage.app.settle().await;
    until(&mut socket, "notification.made on me", &mut heard).await;
    assert_eq!(stage.fatima.delete(&post).await.status, 204);
    until(&mut socket, "post.withdrawn on thread", &mut heard).await;
    let ahead = socket.subscribe(&stage.topic(), Some(900)).await;
    heard.insert(named(&ahead), ahead);
    until(&mut socket, "resync", &mut heard).await;
    socket
        .say(&json!({"type": "unsubscribe", "topic": "you"}))
        .await;
    until(&mut socket, "socket.topic-not-found", &mut heard).await;
    socket.say(&json!({"type": "sing"})).await;
    until(&mut socket, "socket.malformed", &mut heard).await;

    for example in examples("server") {
        let name = named(&example);
        let said = heard
            .get(&name)
            .unwrap_or_else(|| panic!("nobody said {name}: {:?}", heard.keys()));
        assert_eq!(shape(&example), shape(said), "{name}: {said}");
    }
}
