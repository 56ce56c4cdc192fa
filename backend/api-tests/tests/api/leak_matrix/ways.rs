//! The ways by which something may leave a room.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use testkit::{Person, Socket};

use super::{Said, Scene};

/// In the order in which they are printed.
pub const WAYS: [&str; 18] = [
    "page",
    "issue-page",
    "feed",
    "room",
    "posts",
    "post",
    "file",
    "versions",
    "waiting",
    "rooms",
    "mine",
    "search",
    "suggest",
    "socket",
    "news",
    "mail",
    "copy",
    "refusal",
];

pub type Texts = BTreeMap<&'static str, String>;

/// Somebody who listens while it is said.
pub struct Ears {
    socket: Option<Socket>,
    mails: usize,
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
        }
    }

    pub async fn close(mut self, scene: &Scene<'_>, person: &Person) -> Texts {
        let mut texts = Texts::new();
        let mut heard = String::new();
        if let Some(socket) = &mut self.socket {
            socket
                .say(&json!({"type": "unsubscribe", "topic": "you"}))
                .await;
            loop {
                let frame = socket.hear().await;
                if frame.is_null() || frame["topic"] == "you" {
                    break;
                }
                heard.push_str(&frame.to_string());
            }
        }
        texts.insert("socket", heard);
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

/// As text, with long lines put together again; none for who is not signed in.
fn mails(scene: &Scene<'_>, person: &Person) -> Vec<String> {
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
            "rooms",
            vec![
                format!("{of}/issues/{issue}/threads"),
                format!("{of}/issues/{issue}"),
            ],
        ),
        (
            "mine",
            vec!["/v1/me/issues".to_owned(), "/v1/me/waiting".to_owned()],
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
                _ => without_question(&answer.text, &path),
            });
        }
        texts.insert(way, text);
    }
    texts.insert("refusal", refusals(scene, person, post).await);
    texts
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
