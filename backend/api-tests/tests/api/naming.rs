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
