//! The page of a thread, which is written out once for all its readers: never stale, never somebody else's.

use reqwest::Method;
use serde_json::json;
use testkit::{Answer, Person};

use crate::threads::Room;

/// What is said and asked for in a room.
impl Room {
    async fn say(&self, words: &str) -> String {
        let said = self
            .fatima
            .post(&self.posts(), &json!({"body": words}))
            .await;
        said.body["id"].as_str().unwrap().to_owned()
    }

    async fn ask_again(&self, person: &Person, had: &str) -> Answer {
        let request = person.request(Method::GET, &self.posts());
        person.send(request.header("if-none-match", had)).await
    }
}

#[tokio::test]
async fn who_has_the_page_is_told_so_until_something_changes() {
    let room = Room::new("trusted", "invited").await;
    let post = room.say("Eerste woorden.").await;
    let path = format!("/v1/tenants/ess/posts/{post}");
    let first = room.fatima.get(&room.posts()).await;
    let same = room.ask_again(&room.convener, &first.etag()).await;
    assert_eq!((same.status, same.text.as_str()), (304, ""));

    let edited = json!({"body": "Andere woorden."});
    room.fatima.patch(&path, "\"1\"", &edited).await;
    let second = room.ask_again(&room.convener, &first.etag()).await;
    assert_eq!(second.status, 200);
    assert!(second.text.contains("Andere woorden.") && !second.text.contains("Eerste woorden."));

    room.fatima.delete(&path).await;
    let third = room.ask_again(&room.convener, &second.etag()).await;
    assert_eq!(third.status, 200);
    assert!(!third.text.contains("woorden"), "{}", third.text);
    assert_ne!(second.etag(), third.etag());
}

#[tokio::test]
async fn a_page_that_others_may_read_opens_nothing() {
    let room = Room::new("trusted", "invited").await;
    room.say("Onder ons.").await;
    let had = room.fatima.get(&room.posts()).await.etag();
    let stranger = room.app.person("Vreemde").await;
    for person in [&stranger, &room.app.visitor()] {
        let answer = room.ask_again(person, &had).await;
        assert_eq!(answer.code(), "thread.not-found");
    }
    let own_part = format!("/v1/tenants/ess/issues/{}/participants/_me", room.issue);
    assert_eq!(room.fatima.delete(&own_part).await.status, 204);
    let left = room.ask_again(&room.fatima, &had).await;
    assert_eq!(left.code(), "thread.not-found");
}

#[tokio::test]
async fn who_heard_that_it_was_said_reads_it_however_many_read_and_write() {
    let room = Room::new("open", "public").await;
    let writes = async {
        for number in 0..25 {
            let words = format!("Woorden {number}.");
            room.say(&words).await;
            let page = room.convener.get(&room.posts()).await;
            assert!(page.text.contains(&words), "{number} is not there yet");
        }
    };
    let reads = async {
        let mut last = 0;
        for _ in 0..50 {
            let page = room.convener.get(&room.posts()).await;
            let seq = page.body["lastSeq"].as_i64().unwrap();
            assert!(seq >= last, "{seq} after {last}");
            last = seq;
        }
    };
    tokio::join!(writes, reads);
}
