//! Naming somebody in a post: who is named hears it, of those who take part, and for that reason.

use kernel::IssueRole;
use serde_json::{Value, json};
use testkit::Person;

use crate::threads::Room;

async fn told(room: &Room, who: &Person) -> Vec<(Value, Value)> {
    room.app.settle().await;
    let told = who.get("/v1/me/notifications").await;
    let items = told.body["items"].as_array().unwrap();
    items
        .iter()
        .map(|it| (it["kind"].clone(), it["reason"].clone()))
        .collect()
}

#[tokio::test]
async fn whoever_is_named_in_a_post_hears_that_they_are() {
    let room = Room::new("trusted", "invited").await;
    let karim = room.joins("Karim", IssueRole::Participant).await;
    let form = json!({"body": "Wat vind jij, @karim?"});
    assert_eq!(room.fatima.post(&room.posts(), &form).await.status, 201);
    let line = (json!("replied"), json!("you-are-named"));
    assert!(told(&room, &karim).await.contains(&line));
    let others = told(&room, &room.convener).await;
    assert!(others.contains(&(json!("replied"), json!("you-take-part"))));
    assert!(!others.contains(&line));
}

#[tokio::test]
async fn whoever_is_named_in_the_words_that_open_a_conversation_hears_it_too() {
    let room = Room::new("trusted", "invited").await;
    let karim = room.joins("Karim", IssueRole::Participant).await;
    let threads = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    let form = json!({"title": "Nog een vraag", "body": "Karim weet dit: @karim, vertel eens."});
    assert_eq!(room.fatima.post(&threads, &form).await.status, 201);
    let line = (json!("thread-opened"), json!("you-are-named"));
    let of_these = async || {
        let told = told(&room, &karim).await;
        told.into_iter().filter(|it| *it == line).count()
    };
    assert_eq!(of_these().await, 1);
    let form = json!({"title": "Onder ons", "body": "Vertel, @karim.", "regime": "confidential"});
    assert_eq!(room.fatima.post(&threads, &form).await.status, 201);
    assert_eq!(
        of_these().await,
        1,
        "where nobody learns who wrote what, nobody is looked up"
    );
}

#[tokio::test]
async fn whoever_is_named_by_an_edit_hears_that_once_also_when_they_read_the_post() {
    let room = Room::new("trusted", "invited").await;
    let karim = room.joins("Karim", IssueRole::Participant).await;
    let noor = room.joins("Noor", IssueRole::Participant).await;
    let form = json!({"body": "Wat vind jij, @noor?"});
    let said = room.fatima.post(&room.posts(), &form).await;
    let post = format!(
        "/v1/tenants/ess/posts/{}",
        said.body["id"].as_str().unwrap()
    );
    let read = format!("/v1/tenants/ess/threads/{}/read-ranges", room.thread);
    let all = json!({"ranges": [[1, 2]]});
    assert_eq!(karim.put(&read, &all).await.status, 200);
    let named = (json!("named"), json!("you-are-named"));
    let edits = async |version: u8, body: &str| {
        let form = json!({"body": body});
        let tag = format!("\"{version}\"");
        let done = room.fatima.patch(&post, &tag, &form).await;
        assert_eq!(done.status, 200, "{}", done.text);
    };
    let times = async |who: &Person| {
        let lines = told(&room, who).await;
        lines.into_iter().filter(|it| *it == named).count()
    };
    edits(1, "Wat vinden jullie, @noor en @karim?").await;
    assert_eq!(times(&karim).await, 1);
    assert_eq!(times(&noor).await, 0, "she was named before");
    let lines = told(&room, &karim).await;
    let at_first = (json!("replied"), json!("you-take-part"));
    assert!(
        lines.contains(&at_first),
        "as of the first words: {lines:?}"
    );
    let mails = room.app.mails_to(&karim.email);
    let of_it: Vec<_> = mails
        .iter()
        .filter(|mail| mail.contains("gewijzigd"))
        .map(|mail| mail.replace("=\r\n", ""))
        .collect();
    assert_eq!(of_it.len(), 1, "though it was read: {mails:?}");
    let place = format!("/gesprekken/{}#2", room.thread);
    assert!(of_it[0].contains(&place), "{}", of_it[0]);
    edits(2, "Wat vinden jullie?").await;
    edits(3, "Wat vinden jullie, @karim en @noor?").await;
    assert_eq!(times(&karim).await, 1, "once");
    assert_eq!(times(&noor).await, 0);
    assert_eq!(times(&room.fatima).await, 0);
}

#[tokio::test]
async fn an_edit_names_nobody_who_muted_its_author_or_left_and_no_alias() {
    let room = Room::new("trusted", "invited").await;
    let karim = room.joins("Karim", IssueRole::Participant).await;
    let left = room.joins("Vertrokken", IssueRole::Participant).await;
    let said = room
        .fatima
        .post(&room.posts(), &json!({"body": "Dag allemaal."}))
        .await;
    let id = said.body["id"].as_str().unwrap().to_owned();
    let mute = format!("/v1/tenants/ess/posts/{id}/_mute");
    assert!(karim.post(&mute, &json!({"blocks": false})).await.status < 300);
    let path = format!("/v1/tenants/ess/issues/{}/participants/_me", room.issue);
    assert_eq!(left.delete(&path).await.status, 204);
    let post = format!("/v1/tenants/ess/posts/{id}");
    let form = json!({"body": "Dag @karim en @vertrokken."});
    assert_eq!(room.fatima.patch(&post, "\"1\"", &form).await.status, 200);
    let named = (json!("named"), json!("you-are-named"));
    for who in [&karim, &left] {
        assert!(!told(&room, who).await.contains(&named));
    }
    let closed = Room::new("confidential", "invited").await;
    let karim = closed.joins("Karim", IssueRole::Participant).await;
    let said = closed
        .fatima
        .post(&closed.posts(), &json!({"body": "Dag."}))
        .await;
    let post = format!(
        "/v1/tenants/ess/posts/{}",
        said.body["id"].as_str().unwrap()
    );
    let form = json!({"body": "Dag @karim."});
    let edited = closed.fatima.patch(&post, "\"1\"", &form).await;
    assert_eq!(edited.status, 200, "{}", edited.text);
    assert!(!told(&closed, &karim).await.contains(&named));
}
