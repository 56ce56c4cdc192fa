//! Only what came of a conversation: what is on top, what answers, and what the published outcome rests on.

use kernel::IssueRole;
use serde_json::{Value, json};
use testkit::Person;

use crate::threads::Room;

impl Room {
    fn feedback(&self) -> String {
        format!("/v1/tenants/ess/threads/{}/feedback", self.thread)
    }

    async fn posted(&self, who: &Person, body: &str) -> String {
        let said = who.post(&self.posts(), &json!({"body": body})).await;
        assert_eq!(said.status, 201, "{}", said.text);
        said.body["id"].as_str().unwrap().to_owned()
    }

    async fn pins(&self, post: &str) {
        let path = format!("/v1/tenants/ess/posts/{post}/pin");
        let done = self.convener.put(&path, &json!({})).await;
        assert!(done.status < 300, "{}", done.text);
    }
}

fn seqs(page: &Value) -> Vec<i64> {
    let items = page["items"].as_array().unwrap();
    items.iter().map(|it| it["seq"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn who_reads_a_long_conversation_sees_only_what_came_of_it() {
    let room = Room::new("trusted", "invited").await;
    let empty = room.fatima.get(&room.feedback()).await;
    assert_eq!(
        (empty.status, &empty.body["items"]),
        (200, &json!([])),
        "{}",
        empty.text
    );
    let mut posts = Vec::new();
    for number in 2..12 {
        posts.push(
            room.posted(&room.fatima, &format!("Bijdrage {number}"))
                .await,
        );
    }
    for pinned in [0, 4, 8] {
        room.pins(&posts[pinned]).await;
    }
    let page = room.fatima.get(&room.feedback()).await;
    assert_eq!(seqs(&page.body), [2, 6, 10], "{}", page.text);
    let first = room
        .fatima
        .get(&format!("{}?limit=2", room.feedback()))
        .await;
    assert_eq!(seqs(&first.body), [2, 6]);
    let next = first.body["next"].as_str().unwrap();
    let rest = room
        .fatima
        .get(&format!("{}?limit=2&cursor={next}", room.feedback()))
        .await;
    assert_eq!(
        (seqs(&rest.body), &rest.body["next"]),
        (vec![10], &json!(null))
    );
    let bad = room
        .fatima
        .get(&format!("{}?cursor=niets", room.feedback()))
        .await;
    assert_eq!(bad.body["errors"][0]["code"], "cursor.invalid");
    let withdrawn = format!("/v1/tenants/ess/posts/{}", posts[4]);
    assert_eq!(room.fatima.delete(&withdrawn).await.status, 204);
    let page = room.fatima.get(&room.feedback()).await;
    assert_eq!(seqs(&page.body), [2, 10]);

    let left = room.joins("Vertrokken", IssueRole::Participant).await;
    let path = format!("/v1/tenants/ess/issues/{}/participants/_me", room.issue);
    assert_eq!(left.get(&room.feedback()).await.status, 200);
    assert_eq!(left.delete(&path).await.status, 204);
    let stranger = room.app.person("Vreemde").await;
    for outside in [&left, &stranger, &room.app.visitor()] {
        assert_eq!(outside.get(&room.feedback()).await.status, 404);
    }
}
