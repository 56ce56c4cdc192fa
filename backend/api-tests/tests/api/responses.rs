//! One word to what somebody said: given once, taken back, told with names, and never more than that.

use std::time::Duration;

use kernel::IssueRole;
use serde_json::{Value, json};
use testkit::{Person, Socket};

use crate::calendar::rows;
use crate::threads::Room;

impl Room {
    pub async fn said(&self, who: &Person, words: &str) -> String {
        let said = who.post(&self.posts(), &json!({"body": words})).await;
        assert_eq!(said.status, 201, "{}", said.text);
        said.body["id"].as_str().unwrap().to_owned()
    }

    async fn responses(&self, who: &Person) -> Value {
        let path = format!("/v1/tenants/ess/threads/{}/responses", self.thread);
        let list = who.get(&path).await;
        assert_eq!(list.status, 200, "{}", list.text);
        list.body["items"].clone()
    }

    pub async fn joins(&self, name: &str, role: IssueRole) -> Person {
        let person = self.app.person(name).await;
        self.app
            .admit(&person, self.tenant, &self.issue, role)
            .await;
        person
    }
}

fn response(post: &str, kind: &str) -> String {
    format!("/v1/tenants/ess/posts/{post}/responses/{kind}")
}

#[tokio::test]
async fn a_word_is_given_once_told_with_names_and_taken_back() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, "Het licht is er weer uit.").await;
    let bram = room.joins("Bram", IssueRole::Participant).await;
    for who in [&bram, &bram, &room.convener] {
        room.app.advance(Duration::from_millis(1));
        let given = who.put(&response(&post, "familiar"), &Value::Null).await;
        assert_eq!(given.status, 200, "{}", given.text);
    }
    bram.put(&response(&post, "heard"), &Value::Null).await;
    let read = room.responses(&bram).await;
    let expected = json!([{"post": post, "seq": 2, "given": [
        {"kind": "heard", "names": ["bram"], "mine": true},
        {"kind": "familiar", "names": ["bram", "Joost"], "mine": true},
    ]}]);
    assert_eq!(
        read, expected,
        "in the order of the words, and of no number"
    );
    assert_eq!(
        room.responses(&room.fatima).await[0]["given"][1]["mine"],
        false
    );

    let back = bram.delete(&response(&post, "heard")).await;
    assert_eq!(back.status, 200, "{}", back.text);
    assert_eq!(back.body["given"][0]["kind"], "familiar");
    let again = bram.delete(&response(&post, "heard")).await;
    assert_eq!(again.status, 200, "{}", again.text);
}

#[tokio::test]
async fn who_writes_here_responds_and_to_others_only() {
    let room = Room::new("open", "public").await;
    let post = room.said(&room.fatima, "Het licht is er weer uit.").await;
    let path = response(&post, "thanks");
    let own = room.fatima.put(&path, &Value::Null).await;
    assert_eq!((own.status, own.code()), (409, "response.own"));
    let observer = room.joins("Ann", IssueRole::Observer).await;
    let watching = observer.put(&path, &Value::Null).await;
    assert_eq!(
        (watching.status, watching.code()),
        (403, "thread.forbidden")
    );
    let passer = room.app.person("Passant").await;
    assert_eq!(passer.put(&path, &Value::Null).await.status, 403);
    assert_eq!(
        room.app.visitor().put(&path, &Value::Null).await.status,
        401
    );
    let nonsense = room
        .convener
        .put(&response(&post, "like"), &Value::Null)
        .await;
    assert!(matches!(nonsense.status, 400 | 404), "{}", nonsense.text);
    room.convener.put(&path, &Value::Null).await;
    assert_eq!(
        room.responses(&room.app.visitor()).await[0]["given"][0]["names"],
        json!(["Joost"]),
        "whoever reads the room reads what was said in it"
    );
}

#[tokio::test]
async fn who_may_not_read_the_room_learns_nothing() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, "Onder ons.").await;
    room.convener
        .put(&response(&post, "thanks"), &Value::Null)
        .await;
    let left = room.joins("Oud", IssueRole::Participant).await;
    let leave = format!("/v1/tenants/ess/issues/{}/participants/_me", room.issue);
    assert_eq!(left.delete(&leave).await.status, 204);
    let list = format!("/v1/tenants/ess/threads/{}/responses", room.thread);
    for outsider in [&left, &room.app.person("Vreemde").await] {
        assert_eq!(outsider.get(&list).await.status, 404);
        let given = outsider.put(&response(&post, "heard"), &Value::Null).await;
        assert_eq!((given.status, given.code()), (404, "post.not-found"));
        assert_eq!(outsider.delete(&response(&post, "heard")).await.status, 404);
    }
}

#[tokio::test]
async fn the_page_of_posts_stays_as_it_was() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, "Het licht is er weer uit.").await;
    let before = room.fatima.get(&room.posts()).await;
    room.convener
        .put(&response(&post, "heard"), &Value::Null)
        .await;
    let after = room.fatima.get(&room.posts()).await;
    assert_eq!((before.etag(), before.text), (after.etag(), after.text));
}

#[tokio::test]
async fn what_is_taken_back_takes_its_responses_along() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, "Dat zei ik niet goed.").await;
    room.convener
        .put(&response(&post, "heard"), &Value::Null)
        .await;
    let gone = room
        .fatima
        .delete(&format!("/v1/tenants/ess/posts/{post}"))
        .await;
    assert_eq!(gone.status, 204);
    assert_eq!(room.responses(&room.convener).await, json!([]));
    let late = room
        .convener
        .put(&response(&post, "thanks"), &Value::Null)
        .await;
    assert_eq!(late.status, 404, "{}", late.text);
    assert_eq!(rows(&room.app, "post_response").await, 1);
    for _ in 0..2 {
        room.app.advance(Duration::from_secs(24 * 3_600));
        app::calendar::turn(&room.app.state).await;
    }
    assert_eq!(rows(&room.app, "post_response").await, 0);
}

#[tokio::test]
async fn whoever_has_the_room_open_hears_that_something_was_said() {
    let room = Room::new("trusted", "invited").await;
    let post = room.said(&room.fatima, "Het licht is er weer uit.").await;
    let mut socket = Socket::open(&room.fatima).await;
    let topic = format!("thread:{}", room.thread);
    socket.subscribe(&topic, Some(2)).await;
    room.convener
        .put(&response(&post, "heard"), &Value::Null)
        .await;
    let heard = socket.hear().await;
    assert_eq!(
        (&heard["topic"], &heard["kind"]),
        (&json!(topic), &json!("response.changed"))
    );
    assert!(heard.get("data").is_none(), "{heard}");
}
