//! The ways by which something may leave a room.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use testkit::{Answer, Person, Socket};

use super::{Said, Scene};

/// By channel, in the order in which they are printed.
pub const CHANNELS: [(&str, &[&str]); 8] = [
    ("pages", &["page", "preview", "issue-page", "feed"]),
    (
        "room",
        &["room", "posts", "post", "file", "versions", "waiting"],
    ),
    (
        "beside",
        &[
            "summary",
            "tasks",
            "responses",
            "dilemma",
            "log",
            "notes",
            "cockpit",
        ],
    ),
    ("issue", &["rooms", "mine", "counts", "parked", "map"]),
    ("search", &["search", "suggest"]),
    ("live", &["socket", "typing"]),
    ("told", &["news", "mail", "digest", "copy"]),
    ("refused", &["refusal"]),
];

/// Stands in what was asked for its numbers, and reads otherwise since something was said.
pub const COUNTED: &str = "\u{1}";

pub type Texts = BTreeMap<&'static str, String>;

/// Somebody who listens while it is said.
pub struct Ears {
    socket: Option<Socket>,
    mails: usize,
    counts: String,
}

impl Ears {
    pub async fn open(scene: &Scene<'_>, person: &Person) -> Self {
        let mails = mails(scene, person).len();
        let mut socket = Socket::open(person).await;
        for topic in topics(scene) {
            socket.subscribe(&topic, None).await;
        }
        Self {
            socket: Some(socket),
            mails,
            counts: counts(scene, person).await,
        }
    }

    pub async fn close(mut self, scene: &Scene<'_>, person: &Person) -> Texts {
        let mut texts = Texts::new();
        let (mut heard, mut typing) = (String::new(), String::new());
        if let Some(socket) = &mut self.socket {
            socket
                .say(&json!({"type": "unsubscribe", "topic": "you"}))
                .await;
            loop {
                let frame = socket.hear().await;
                if frame.is_null() || frame["topic"] == "you" {
                    break;
                }
                let of = if frame["type"] == "typing" || frame["type"] == "presence" {
                    &mut typing
                } else {
                    &mut heard
                };
                of.push_str(&frame.to_string());
            }
        }
        texts.insert("socket", heard);
        texts.insert("typing", typing);
        let is_told = counts(scene, person).await != self.counts;
        let counted = if is_told { COUNTED } else { "" };
        texts.insert("counts", counted.to_owned());
        texts.insert(
            "mail",
            mails(scene, person).split_off(self.mails).join("\n"),
        );
        texts
    }
}

fn topics(scene: &Scene<'_>) -> [String; 2] {
    [
        format!("thread:{}", scene.thread),
        format!("issue:{}", scene.issue),
    ]
}

/// What lists tell in numbers, of what one has not read and of how much there is.
async fn counts(scene: &Scene<'_>, person: &Person) -> String {
    let issue = &scene.issue;
    let mut all = String::new();
    for path in [
        format!("/v1/tenants/ess/issues/{issue}/threads"),
        format!("/v1/tenants/ess/issues/{issue}"),
        "/v1/me/issues".to_owned(),
        "/v1/me/waiting".to_owned(),
        "/v1/me/hands".to_owned(),
        "/v1/tenants/ess/issues".to_owned(),
    ] {
        all.push_str(&person.get(&path).await.text);
    }
    all
}

/// As text, with long lines put together again; none for who is not signed in.
pub fn mails(scene: &Scene<'_>, person: &Person) -> Vec<String> {
    if person.email.is_empty() {
        return Vec::new();
    }
    let all = scene.app.mails_to(&person.email);
    all.into_iter()
        .map(|mail| mail.replace("=\r\n", ""))
        .collect()
}

/// What somebody gets who asks for it.
pub async fn asked(scene: &Scene<'_>, person: &Person, said: &Said) -> Texts {
    let (issue, thread) = (&scene.issue, &scene.thread);
    let Said { post, file } = said;
    let of = "/v1/tenants/ess";
    let mut texts = Texts::new();
    for (way, paths) in [
        ("page", vec![format!("/o/ess/gesprekken/{thread}")]),
        (
            "issue-page",
            vec![
                format!("/o/ess/opgaven/{issue}"),
                "/o/ess".to_owned(),
                "/o/ess/opgaven".to_owned(),
            ],
        ),
        (
            "feed",
            vec![
                "/o/ess/nieuw.atom".to_owned(),
                "/o/ess/sitemap.xml".to_owned(),
            ],
        ),
        (
            "preview",
            vec![
                format!("/o/ess/gesprekken/{thread}"),
                format!("/o/ess/opgaven/{issue}"),
            ],
        ),
        ("room", vec![format!("{of}/threads/{thread}")]),
        (
            "posts",
            vec![
                format!("{of}/threads/{thread}/posts"),
                format!("{of}/threads/{thread}/posts?around=1"),
            ],
        ),
        ("post", vec![format!("{of}/posts/{post}")]),
        ("file", vec![format!("{of}/files/{file}")]),
        ("versions", vec![format!("{of}/posts/{post}/versions")]),
        (
            "waiting",
            vec![
                format!("{of}/threads/{thread}/waiting-posts"),
                format!("{of}/waiting-posts?issue={issue}"),
            ],
        ),
        (
            "summary",
            vec![
                format!("{of}/threads/{thread}/summary"),
                format!("{of}/threads/{thread}/summary/versions"),
            ],
        ),
        (
            "tasks",
            vec![
                format!("{of}/threads/{thread}/tasks"),
                format!("{of}/issues/{issue}/tasks"),
                "/v1/me/tasks".to_owned(),
            ],
        ),
        (
            "responses",
            vec![format!("{of}/threads/{thread}/responses")],
        ),
        (
            "dilemma",
            vec![format!("{of}/threads/{}/dilemma", scene.dilemma)],
        ),
        ("notes", vec![format!("{of}/threads/{thread}/speak-notes")]),
        (
            "cockpit",
            vec![
                format!("{of}/threads/{thread}/cockpit"),
                format!("{of}/issues/{issue}/cockpit"),
            ],
        ),
        (
            "parked",
            vec![format!("{of}/issues/{issue}/parked-subjects")],
        ),
        ("map", vec![format!("{of}/issues/{issue}/actor-map")]),
        (
            "rooms",
            vec![
                format!("{of}/issues/{issue}/threads"),
                format!("{of}/issues/{issue}"),
            ],
        ),
        (
            "mine",
            vec![
                "/v1/me/issues".to_owned(),
                "/v1/me/waiting".to_owned(),
                "/v1/me/hands".to_owned(),
            ],
        ),
        (
            "search",
            vec![
                format!("/v1/search?q={}", scene.words),
                format!("/v1/search?q={}", scene.title),
            ],
        ),
        (
            "suggest",
            vec![
                format!("/v1/search/_suggest?q={}", &scene.words[..4]),
                format!("/v1/search/_suggest?q={}", &scene.title[..4]),
            ],
        ),
        ("news", vec!["/v1/me/notifications".to_owned()]),
        ("copy", vec!["/v1/me/records".to_owned()]),
    ] {
        let mut text = String::new();
        for path in paths {
            let answer = person.get(&path).await;
            text.push_str(&match way {
                "news" => of_this_room(scene, &answer.body),
                "preview" => head_of(&answer),
                _ => without_question(&answer.text, &path),
            });
        }
        texts.insert(way, text);
    }
    texts.insert("refusal", refusals(scene, person, post).await);
    texts
}

/// What a program reads that shows a link with a title and some words: the head of the page, and what is sent before it.
fn head_of(answer: &Answer) -> String {
    let (head, _) = answer.text.split_once("</head>").unwrap_or_default();
    format!("{:?}{head}", answer.headers)
}

/// The lines of other rooms stay in the list.
fn of_this_room(scene: &Scene<'_>, list: &Value) -> String {
    let lines = list["items"].as_array().into_iter().flatten();
    lines
        .map(Value::to_string)
        .filter(|line| line.contains(&scene.thread) || line.contains(&scene.issue))
        .collect()
}

/// A page of hits repeats what was asked.
fn without_question(text: &str, path: &str) -> String {
    match path.split_once("?q=") {
        Some((_, question)) => text.replace(&format!("\"{question}\""), ""),
        None => text.to_owned(),
    }
}

/// What is said to whoever tries what is not theirs to do.
async fn refusals(scene: &Scene<'_>, person: &Person, post: &str) -> String {
    let of = "/v1/tenants/ess";
    let mut said = String::new();
    let empty = json!({"body": ""});
    let thread = &scene.thread;
    let replied = person
        .post(&format!("{of}/threads/{thread}/posts"), &empty)
        .await;
    said.push_str(&replied.text);
    let edited = person
        .patch(&format!("{of}/posts/{post}"), "\"9\"", &empty)
        .await;
    said.push_str(&edited.text);
    let withdrawn = person.delete(&format!("{of}/posts/{post}")).await;
    assert!(withdrawn.status >= 400, "{}", withdrawn.text);
    said.push_str(&withdrawn.text);
    said
}
