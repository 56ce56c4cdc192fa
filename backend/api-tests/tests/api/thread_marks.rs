//! What stands beside a post: on top of the room, an answer to the question, from where its author speaks.

use kernel::IssueRole;
use serde_json::{Value, json};
use testkit::{Answer, Person};

use crate::behind::{behind, one_after_the_other};
use crate::threads::Room;

impl Room {
    /// A question of Fatima's instead of the convener's conversation.
    pub async fn asks(mut self) -> Self {
        let threads = format!("/v1/tenants/ess/issues/{}/threads", self.issue);
        let form = json!({"title": "Mag dit?", "body": "Wie weet het?", "kind": "question"});
        let opened = self.fatima.post(&threads, &form).await;
        assert_eq!(opened.status, 201, "{}", opened.text);
        opened.body["id"]
            .as_str()
            .unwrap()
            .clone_into(&mut self.thread);
        self
    }

    pub async fn seen(&self, who: &Person) -> Value {
        let path = format!("/v1/tenants/ess/threads/{}", self.thread);
        who.get(&path).await.body
    }
}

fn beside(post: &str, what: &str) -> String {
    format!("/v1/tenants/ess/posts/{post}/{what}")
}

fn excerpts(marked: &Value) -> Vec<String> {
    let all = marked.as_array().unwrap().iter();
    all.map(|it| it["excerpt"].as_str().unwrap().to_owned())
        .collect()
}

fn refused(answer: &Answer) -> (u16, &str) {
    (answer.status, answer.code())
}

#[tokio::test]
async fn who_runs_the_issue_puts_a_post_on_top_and_takes_it_off() {
    let room = Room::new("open", "public").await;
    let post = room
        .said(&room.fatima, "Morgen om tien uur in de zaal.")
        .await;
    let pin = beside(&post, "pin");
    let hers = room.fatima.put(&pin, &Value::Null).await;
    assert_eq!(refused(&hers), (403, "thread.forbidden"));
    let before = room.fatima.get(&room.posts()).await;
    let pinned = room.convener.put(&pin, &Value::Null).await;
    assert_eq!((pinned.status, &pinned.body["pinned"]), (200, &json!(true)));
    let after = room.fatima.get(&room.posts()).await;
    assert_ne!(before.etag(), after.etag(), "who has the page gets it anew");
    assert_eq!(after.body["items"][1]["pinned"], true);
    assert_eq!(
        excerpts(&room.seen(&room.app.visitor()).await["pinned"]),
        ["Morgen om tien uur in de zaal."]
    );
    room.convener.put(&pin, &Value::Null).await;
    let same = room.fatima.get(&room.posts()).await;
    assert_eq!(same.etag(), after.etag(), "twice is once");
    room.convener.delete(&pin).await;
    assert_eq!(room.seen(&room.fatima).await["pinned"], json!([]));
}

#[tokio::test]
async fn not_everything_is_on_top() {
    let room = Room::new("open", "public").await;
    for number in 1..=6 {
        let post = room.said(&room.fatima, &format!("Nummer {number}")).await;
        let pinned = room.convener.put(&beside(&post, "pin"), &Value::Null).await;
        match number {
            6 => assert_eq!(refused(&pinned), (409, "thread.too-many-pins")),
            _ => assert_eq!(pinned.status, 200, "{}", pinned.text),
        }
    }
}

#[tokio::test]
async fn what_is_put_on_top_at_the_same_moment_counts() {
    let room = Room::new("open", "public").await;
    if one_after_the_other(&room.app) {
        return;
    }
    let mut posts = Vec::new();
    for number in 1..=6 {
        posts.push(room.said(&room.fatima, &format!("Nummer {number}")).await);
    }
    for post in &posts[..4] {
        let pinned = room.convener.put(&beside(post, "pin"), &Value::Null).await;
        assert_eq!(pinned.status, 200, "{}", pinned.text);
    }
    let lock = format!(
        "SELECT id FROM thread WHERE id = '{}' FOR UPDATE",
        room.thread
    );
    let fifth = format!("UPDATE post SET pinned_at = 1 WHERE id = '{}'", posts[4]);
    let pin = beside(&posts[5], "pin");
    let sixth = Box::pin(room.convener.put(&pin, &Value::Null));
    let sixth = behind(&room.app, &[lock], &[fifth], sixth).await;
    assert_eq!(refused(&sixth), (409, "thread.too-many-pins"));
}

#[tokio::test]
async fn who_asked_says_what_answers_and_lists_tell_that_there_is_an_answer() {
    let room = Room::new("open", "public").await.asks().await;
    let bram = room.joins("Bram", IssueRole::Participant).await;
    let answer = room.said(&bram, "Ja, dat mag.").await;
    let accepted = beside(&answer, "accepted");
    assert_eq!(room.seen(&room.fatima).await["kind"], "question");
    assert_eq!(bram.put(&accepted, &Value::Null).await.status, 403);
    let yes = room.fatima.put(&accepted, &Value::Null).await;
    assert_eq!(
        (yes.status, &yes.body["accepted"]),
        (200, &json!(true)),
        "{}",
        yes.text
    );
    let second = room.said(&room.convener, "En het kost niets.").await;
    room.convener
        .put(&beside(&second, "accepted"), &Value::Null)
        .await;
    let seen = room.seen(&bram).await;
    assert_eq!(
        excerpts(&seen["answers"]),
        ["Ja, dat mag.", "En het kost niets."]
    );
    assert_eq!(seen["can"]["accept"], false);
    let listed = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    let found = bram.get(&listed).await;
    let of = |kind: &str| {
        let items = found.body["items"].as_array().unwrap();
        items.iter().find(|it| it["kind"] == kind).unwrap().clone()
    };
    assert_eq!(
        (&of("question")["answered"], &of("talk")["answered"]),
        (&json!(true), &json!(false))
    );
    let mine = bram.get("/v1/me/issues").await;
    let rooms = mine.body["items"][0]["threads"].as_array().unwrap();
    assert!(
        rooms.iter().any(|it| it["answered"] == true),
        "{}",
        mine.text
    );

    for post in [answer, second] {
        room.fatima.delete(&beside(&post, "accepted")).await;
    }
    assert_eq!(room.seen(&bram).await["answered"], false);
}

#[tokio::test]
async fn an_answer_that_is_taken_back_answers_nothing() {
    let room = Room::new("open", "public").await.asks().await;
    let answer = room.said(&room.convener, "Ja, dat mag.").await;
    for what in ["accepted", "pin"] {
        room.convener
            .put(&beside(&answer, what), &Value::Null)
            .await;
    }
    let gone = room
        .convener
        .delete(&format!("/v1/tenants/ess/posts/{answer}"))
        .await;
    assert_eq!(gone.status, 204);
    let seen = room.seen(&room.fatima).await;
    assert_eq!(
        (&seen["answered"], &seen["answers"], &seen["pinned"]),
        (&json!(false), &json!([]), &json!([]))
    );
}

#[tokio::test]
async fn there_is_no_answer_where_nothing_was_asked() {
    let room = Room::new("open", "public").await;
    let post = room.said(&room.fatima, "Iets.").await;
    let accepted = room
        .convener
        .put(&beside(&post, "accepted"), &Value::Null)
        .await;
    assert_eq!(refused(&accepted), (409, "thread.no-question"));
}

#[tokio::test]
async fn from_where_one_speaks_is_said_by_oneself_only_and_taken_back() {
    let room = Room::new("trusted", "invited").await.asks().await;
    let answer = room.said(&room.convener, "Slik het na het eten.").await;
    let path = beside(&answer, "perspective");
    let words = json!({"words": "medisch"});
    let hers = room.fatima.put(&path, &words).await;
    assert_eq!(refused(&hers), (403, "thread.forbidden"));
    let too_long = room
        .convener
        .put(&path, &json!({"words": "x".repeat(81)}))
        .await;
    assert_eq!(too_long.body["errors"][0]["pointer"], "/words");
    let labelled = room.convener.put(&path, &words).await;
    assert_eq!(labelled.body["perspective"], "medisch", "{}", labelled.text);
    let read = room.fatima.get(&room.posts()).await;
    assert_eq!(read.body["items"][1]["perspective"], "medisch");
    let mine = room.convener.get("/v1/me/records").await;
    assert!(mine.text.contains("medisch"), "it is in one's own copy");
    let back = room.convener.delete(&path).await;
    assert_eq!(back.body.get("perspective"), None, "{}", back.text);
}
