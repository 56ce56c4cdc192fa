//! `kill -9` while people post and mails go out: what was answered is there, once, and is heard everywhere.

use std::collections::BTreeSet;

use serde_json::json;
use testkit::{Person, Program, Room, Socket, printed, run, until};
use tokio::sync::mpsc;

/// After how many answers the program is killed, round by round.
const ROUNDS: [usize; 4] = [1, 4, 9, 13];
/// How many people post at once in a round.
const POSTS: usize = 12;
const CODES: usize = 5;

/// An organisation with an issue and a room to talk in.
pub struct Story {
    pub program: Program,
    pub owner: Person,
    pub room: Room,
}

impl Story {
    pub async fn new(folder: &std::path::Path) -> Self {
        let opened = run(
            folder,
            &[],
            &["tenant", "open", "ess", "Netwerk", "owner@example.org"],
        );
        assert!(opened.status.success(), "{}", printed(&opened));
        let program = Program::serve(folder).await;
        let owner = program.sign_in("owner@example.org").await;
        let room = Room::open(&owner).await;
        Self {
            program,
            owner,
            room,
        }
    }

    /// Sends what is not answered yet, all at once; what was answered by the time of the kill.
    async fn send(
        &mut self,
        numbers: &BTreeSet<usize>,
        addresses: &[String],
        kill_after: Option<usize>,
    ) -> Answered {
        let (answers, mut heard) = mpsc::unbounded_channel();
        for number in numbers.iter().copied() {
            let request = self
                .owner
                .request(reqwest::Method::POST, &self.room.posts)
                .header("idempotency-key", format!("bijdrage-{number}"))
                .json(&json!({ "body": words(number) }));
            let answers = answers.clone();
            tokio::spawn(async move {
                if request
                    .send()
                    .await
                    .is_ok_and(|answer| answer.status() == 201)
                {
                    drop(answers.send(Answer::Post(number)));
                }
            });
        }
        for address in addresses.iter().cloned() {
            let request = Person::visitor(&self.program.base)
                .request(reqwest::Method::POST, "/v1/sign-in-codes")
                .json(&json!({ "email": address }));
            let answers = answers.clone();
            tokio::spawn(async move {
                if request
                    .send()
                    .await
                    .is_ok_and(|answer| answer.status() == 202)
                {
                    drop(answers.send(Answer::Code(address)));
                }
            });
        }
        drop(answers);
        let mut answered = Answered::default();
        let mut count = 0;
        while let Some(answer) = heard.recv().await {
            count += 1;
            match answer {
                Answer::Post(number) => drop(answered.posts.insert(number)),
                Answer::Code(address) => answered.codes.push(address),
            }
            if Some(count) == kill_after {
                self.program.kill();
            }
        }
        if kill_after.is_some_and(|wanted| count < wanted) {
            self.program.kill();
        }
        answered
    }
}

enum Answer {
    Post(usize),
    Code(String),
}

#[derive(Default)]
struct Answered {
    posts: BTreeSet<usize>,
    codes: Vec<String>,
}

fn words(number: usize) -> String {
    format!("Ploegbijdrage nummer {number}.")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_answered_before_a_kill_is_there_once_and_is_heard_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut story = Story::new(folder.path()).await;
    let reader = story.program.sign_in("lezer@example.org").await;
    let follows = json!({"kind": "issue", "subject": story.room.issue});
    let followed = reader.post("/v1/me/follows", &follows).await;
    assert!(followed.status < 300, "{}", followed.text);

    let (mut waiting, mut answered, mut promised) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for (round, kill_after) in ROUNDS.into_iter().enumerate() {
        waiting.extend(round * POSTS..(round + 1) * POSTS);
        let addresses: Vec<String> = (0..CODES)
            .map(|number| format!("code-{round}-{number}@example.org"))
            .collect();
        let got = story.send(&waiting, &addresses, Some(kill_after)).await;
        waiting.retain(|number| !got.posts.contains(number));
        answered.extend(got.posts);
        promised.extend(got.codes);
        story.program.again().await;
    }
    // Whoever got no answer sends again, with the same key.
    while !waiting.is_empty() {
        let got = story.send(&waiting, &[], None).await;
        waiting.retain(|number| !got.posts.contains(number));
        answered.extend(got.posts);
    }
    let all = ROUNDS.len() * POSTS;
    assert_eq!(answered.len(), all);
    let room = &story.room;
    room.holds_each_once(&story.owner, all + 1).await;
    sockets_hear_each_once(&story, &reader, all).await;
    each_is_found(&reader, all).await;
    each_is_told_once(&reader, all).await;
    each_promised_mail_came(&story.program, &promised).await;
}

async fn sockets_hear_each_once(story: &Story, reader: &Person, all: usize) {
    let mut socket = Socket::open(reader).await;
    assert_eq!(
        socket.subscribe(&story.room.topic, Some(0)).await["type"],
        "subscribed"
    );
    for seq in 1..=all + 1 {
        assert_eq!(socket.hear().await["seq"], json!(seq));
    }
    let last = story
        .owner
        .post(&story.room.posts, &json!({"body": "En nu live."}))
        .await;
    assert_eq!(last.status, 201);
    assert_eq!(socket.hear().await["data"], last.body);
}

async fn each_is_found(reader: &Person, all: usize) {
    until("every post is found", async || {
        let found = reader.get("/v1/search?q=ploegbijdrage").await;
        found.body["total"] == json!(all)
    })
    .await;
}

async fn each_is_told_once(reader: &Person, all: usize) {
    until("every post is told", async || {
        let (mut lines, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = reader
                .get(&format!("/v1/me/notifications?limit=100{cursor}"))
                .await;
            lines.extend(page.body["items"].as_array().unwrap().clone());
            match page.body["next"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert!(lines.len() <= all + 1, "{} lines: none twice", lines.len());
        // The live one too.
        lines.len() == all + 1
    })
    .await;
}

async fn each_promised_mail_came(program: &Program, promised: &[String]) {
    assert!(!promised.is_empty());
    for address in promised {
        until("the promised mail", async || {
            !program.mails_to(address).is_empty()
        })
        .await;
    }
    for address in promised {
        let mails = program.mails_to(address);
        let ids: BTreeSet<String> = mails
            .iter()
            .filter_map(|mail| mail.lines().find(|line| line.starts_with("Message-ID:")))
            .map(str::to_owned)
            .collect();
        assert_eq!(ids.len(), 1, "a double has the same Message-ID");
        assert!(mails.len() <= 2, "at most one double");
    }
}
