//! The remote engine against a stand-in, and what it does when the server fails it.

mod faults;
pub mod live;

use std::time::Duration;

use testkit::FakeMeilisearch;

use super::*;
use crate::Server;
use crate::meilisearch::Remote;

super::contract::keeps_every_promise!(Some(beside_a_stand_in()));

/// A machine that is busy is no server that is away.
const PATIENCE: Duration = Duration::from_secs(30);

pub fn beside_a_stand_in() -> (FakeMeilisearch, Remote) {
    let fake = FakeMeilisearch::start();
    let engine = Remote::new(&server(&fake)).unwrap();
    (fake, engine)
}

fn server(fake: &FakeMeilisearch) -> Server {
    Server {
        url: fake.url.clone(),
        key: Some(FakeMeilisearch::KEY.to_owned()),
        prefix: "np".to_owned(),
        patience: PATIENCE,
    }
}

/// With documents that are committed.
async fn filled(documents: Vec<Document>) -> (FakeMeilisearch, Remote) {
    let (fake, engine) = beside_a_stand_in();
    engine.upsert(documents).await.unwrap();
    engine.commit(Timestamp::from_millis(99)).await.unwrap();
    (fake, engine)
}

#[tokio::test]
async fn each_kind_has_an_index_and_nothing_is_left_beside() {
    let (fake, engine) = filled(vec![document(1, "", "groen")]).await;
    let names = ["np-issue", "np-outcome", "np-post", "np-product", "np-seal"];
    assert_eq!(fake.index_names(), names);
    assert_eq!(fake.count("np-post"), Some(1));
    engine.remove(&[key(1)]).await.unwrap();
    engine.commit(Timestamp::from_millis(100)).await.unwrap();
    assert_eq!(fake.count("np-post"), Some(0));
}

#[tokio::test]
async fn another_process_finds_what_was_committed() {
    let (fake, _engine) = filled(vec![document(1, "", "groen")]).await;
    let other = Remote::new(&server(&fake)).unwrap();
    assert_eq!(found(&other, "groen").await, [1]);
    other.upsert(vec![document(2, "", "groen")]).await.unwrap();
    other.commit(Timestamp::from_millis(100)).await.unwrap();
    assert_eq!(found(&other, "groen").await.len(), 2);
}

#[tokio::test]
async fn what_the_server_does_not_answer_to_a_question_is_not_in_it() {
    let (fake, engine) = filled(vec![document(1, "Titel", "geheim")]).await;
    let question = serde_json::json!({"queries": [{"indexUid": "np-post", "q": "geheim"}]});
    let said = say(&fake, "multi-search", question).await;
    assert!(said.contains("date") && !said.contains("Titel"), "{said}");
    assert_eq!(found(&engine, "geheim").await, [1]);
}

/// Asks the server what our engine would never ask.
async fn say(fake: &FakeMeilisearch, path: &str, said: serde_json::Value) -> String {
    let asked = reqwest::Client::new()
        .post(format!("{}/{path}", fake.url))
        .bearer_auth(FakeMeilisearch::KEY)
        .json(&said);
    asked.send().await.unwrap().text().await.unwrap()
}

#[tokio::test]
async fn an_index_of_another_shape_is_built_anew_beside_the_old_one() {
    let (fake, old) = filled(vec![document(1, "", "groen")]).await;
    let seal = serde_json::json!([{"id": "seal", "shape": 0, "heard": 5}]);
    say(&fake, "indexes/np-seal/documents", seal).await;
    // Tasks are done one after the other: when this one is, so is the seal.
    old.upsert(vec![document(4, "", "groen")]).await.unwrap();
    let new = Remote::new(&server(&fake)).unwrap();
    old.settle().await.unwrap();
    new.clear().await.unwrap();
    assert_eq!(new.heard().await.unwrap(), None);
    assert!(is_not_ready(&new).await);
    assert_eq!(
        fake.count("np-post"),
        Some(2),
        "nodes of the old release still ask it"
    );
    new.upsert(vec![document(2, "", "groen"), document(3, "", "groen")])
        .await
        .unwrap();
    new.commit(Timestamp::from_millis(100)).await.unwrap();
    assert_eq!(found(&new, "groen").await.len(), 2);
    assert_eq!(fake.count("np-post-next"), None);
}
