//! Files with the words that open a conversation, those of earlier versions, and those of posts that came back.

use std::time::Duration;

use kernel::{IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::Person;

use crate::files::{PDF, kept, upload_to};
use crate::post_files::{bytes_of, picture};
use crate::threads::Room;

const HOUR: Duration = Duration::from_secs(3_600);

impl Room {
    fn first_files(&self) -> String {
        format!("/v1/tenants/ess/issues/{}/files", self.issue)
    }

    fn threads(&self) -> String {
        format!("/v1/tenants/ess/issues/{}/threads", self.issue)
    }

    async fn brings(&self, who: &Person, name: &str, bytes: impl Into<Vec<u8>>) -> String {
        let added = upload_to(who, &self.first_files(), name, bytes).await;
        assert_eq!(added.status, 201, "{}", added.text);
        added.body["id"].as_str().unwrap().to_owned()
    }
}

fn opening(files: &Value) -> Value {
    json!({"title": "Donkere plekken", "body": "Kijk eens.", "files": files})
}

#[tokio::test]
async fn a_conversation_begins_with_a_picture() {
    let room = Room::new("trusted", "invited").await;
    let file = room.brings(&room.fatima, "a.png", picture()).await;
    let waiting = room.fatima.get(&room.first_files()).await;
    assert_eq!(waiting.body["items"][0]["id"], json!(file));
    assert_eq!(
        room.convener.get(&room.first_files()).await.body["items"],
        json!([])
    );
    assert_eq!(room.convener.get(&bytes_of(&file)).await.status, 404);
    assert_eq!(room.fatima.get(&bytes_of(&file)).await.status, 200);
    let silent = room
        .fatima
        .post(&room.threads(), &opening(&json!([{"id": file}])))
        .await;
    assert_eq!(
        silent.body["errors"][0]["pointer"], "/files/0/words",
        "{}",
        silent.text
    );
    let files = json!([{"id": file, "words": "Een donker pad."}]);
    let opened = room.fatima.post(&room.threads(), &opening(&files)).await;
    assert_eq!(opened.status, 201, "{}", opened.text);
    let thread = opened.body["id"].as_str().unwrap();
    let page = format!("/v1/tenants/ess/threads/{thread}/posts");
    let first = room.convener.get(&page).await;
    assert_eq!(first.body["items"][0]["files"][0]["id"], json!(file));
    assert_eq!(room.convener.get(&bytes_of(&file)).await.status, 200);
    assert_eq!(
        room.fatima.get(&room.first_files()).await.body["items"],
        json!([])
    );
    let stranger = room.app.person("Vreemde").await;
    for outside in [&stranger, &room.app.visitor()] {
        assert_eq!(outside.get(&bytes_of(&file)).await.status, 404);
    }
}

#[tokio::test]
async fn whoever_opens_no_conversation_brings_nothing() {
    let room = Room::new("trusted", "invited").await;
    let observer = room.joins("Kijker", IssueRole::Observer).await;
    let refused = upload_to(&observer, &room.first_files(), "a.pdf", PDF).await;
    assert_eq!(refused.status, 403, "{}", refused.text);
    let stranger = room.app.person("Vreemde").await;
    let other = room.app.tenant("ander").await;
    let elsewhere = room.app.member("Elders", other, TenantRole::Owner).await;
    let left = room.joins("Vertrokken", IssueRole::Participant).await;
    let his = room.brings(&left, "a.pdf", PDF).await;
    let path = format!("/v1/tenants/ess/issues/{}/participants/_me", room.issue);
    assert_eq!(left.delete(&path).await.status, 204);
    for outside in [&stranger, &elsewhere, &left, &room.app.visitor()] {
        let refused = upload_to(outside, &room.first_files(), "a.pdf", PDF).await;
        assert!([401, 404].contains(&refused.status), "{}", refused.text);
        let read = outside.get(&room.first_files()).await;
        assert!([401, 404].contains(&read.status), "{}", read.text);
        let gone = outside
            .delete(&format!("{}/{his}", room.first_files()))
            .await;
        assert!([401, 404].contains(&gone.status), "{}", gone.text);
    }
    let taken = room
        .fatima
        .post(&room.threads(), &opening(&json!([{"id": his}])))
        .await;
    assert_eq!(taken.body["errors"][0]["code"], "file.not-found");
    assert_eq!(kept(&room.app), 1);
    room.app.advance(HOUR * 26);
    app::calendar::turn(&room.app.state).await;
    assert_eq!(kept(&room.app), 0, "what waits too long is gone");
}

#[tokio::test]
async fn rooms_without_names_begin_without_files_too() {
    let room = Room::new("trusted", "invited").await;
    for regime in ["confidential", "authorless"] {
        let file = room.brings(&room.fatima, "a.pdf", PDF).await;
        let mut form = opening(&json!([{"id": file}]));
        form["regime"] = json!(regime);
        let refused = room.fatima.post(&room.threads(), &form).await;
        assert_eq!(
            refused.body["errors"][0]["code"], "thread.no-files-here",
            "{}",
            refused.text
        );
    }
    let closed = Room::new("confidential", "invited").await;
    let refused = upload_to(&closed.fatima, &closed.first_files(), "a.pdf", PDF).await;
    assert_eq!(
        (refused.status, &refused.body["errors"][0]["code"]),
        (400, &json!("thread.no-files-here"))
    );
    assert_eq!(kept(&closed.app), 0);
}

#[tokio::test]
async fn what_waits_for_a_first_post_counts_with_what_waits_for_others() {
    let room = Room::new("open", "public").await;
    for number in 0..15 {
        room.adds(&room.fatima, &format!("{number}.pdf"), PDF).await;
        room.brings(&room.fatima, &format!("{number}.pdf"), PDF)
            .await;
    }
    for path in [room.files(), room.first_files()] {
        let refused = upload_to(&room.fatima, &path, "nog.pdf", PDF).await;
        assert_eq!(
            (refused.status, refused.code()),
            (400, "file.too-many-waiting")
        );
    }
}

#[tokio::test]
async fn a_post_keeps_no_more_than_thirty_with_its_earlier_versions() {
    let room = Room::new("open", "public").await;
    let said = room.says_with(&room.fatima, json!([])).await;
    let post = format!(
        "/v1/tenants/ess/posts/{}",
        said.body["id"].as_str().unwrap()
    );
    let mut last = None;
    for version in 1..=6 {
        let mut files = Vec::new();
        for number in 0..6 {
            let id = room.adds(&room.fatima, &format!("{number}.pdf"), PDF).await;
            files.push(json!({"id": id}));
        }
        let form = json!({"body": format!("Keer {version}."), "files": files});
        let tag = format!("\"{version}\"");
        last = Some(room.fatima.patch(&post, &tag, &form).await);
        if version < 6 {
            assert_eq!(last.as_ref().unwrap().status, 200);
        }
    }
    let last = last.unwrap();
    assert_eq!(
        last.body["errors"][0]["code"], "thread.too-many-kept",
        "{}",
        last.text
    );
}

/// Reported by a reader, in hand of the convener.
async fn reported(room: &Room, post: &str) -> String {
    let reader = room.joins("Lezer", IssueRole::Participant).await;
    let report = json!({"reason": "hate", "words": "Dit kan niet.", "statedTrue": true});
    let path = format!("/v1/tenants/ess/posts/{post}/reports");
    assert_eq!(reader.post(&path, &report).await.status, 201);
    let queue = room.convener.get("/v1/tenants/ess/moderation-cases").await;
    let case = queue.body["items"][0]["id"].as_str().unwrap();
    let case = format!("/v1/tenants/ess/moderation-cases/{case}");
    let claimed = room
        .convener
        .post(&format!("{case}/_claim"), &json!({}))
        .await;
    assert_eq!(claimed.status, 200, "{}", claimed.text);
    case
}

#[tokio::test]
async fn who_decides_sees_the_picture_that_was_reported_also_when_its_author_took_it_off() {
    let room = Room::new("open", "public").await;
    let file = room.adds(&room.fatima, "a.png", picture()).await;
    let files = json!([{"id": file, "words": "Een gezicht."}]);
    let said = room.says_with(&room.fatima, files).await;
    let post = said.body["id"].as_str().unwrap().to_owned();
    let case = reported(&room, &post).await;
    let clean = json!({"body": "Niets te zien.", "files": []});
    let path = format!("/v1/tenants/ess/posts/{post}");
    assert_eq!(room.fatima.patch(&path, "\"1\"", &clean).await.status, 200);
    let found = room.convener.get(&case).await;
    assert_eq!(found.body["post"]["files"], json!([]));
    let before = &found.body["post"]["before"][0];
    assert_eq!(before["files"][0]["id"], json!(file), "{}", found.text);
    let decision = json!({"act": "remove", "ground": "rules", "rule": "Regel 1", "facts": "Dit hoort hier niet."});
    let decided = room
        .convener
        .post(&format!("{case}/_decide"), &decision)
        .await;
    assert_eq!(decided.status, 200, "{}", decided.text);
    assert_eq!(room.convener.get(&bytes_of(&file)).await.status, 200);
    let versions = room.fatima.get(&format!("{path}/versions")).await;
    assert_eq!(versions.body["items"], json!([]));
    assert_eq!(room.app.visitor().get(&bytes_of(&file)).await.status, 404);
}

#[tokio::test]
async fn a_post_that_came_back_loses_a_file_and_gets_another() {
    let room = Room::new("open", "public").await;
    let first = room.adds(&room.fatima, "a.pdf", PDF).await;
    let second = room.adds(&room.fatima, "b.pdf", PDF).await;
    let files = json!([{"id": first}, {"id": second}]);
    let said = room.says_with(&room.fatima, files).await;
    let post = said.body["id"].as_str().unwrap().to_owned();
    let case = reported(&room, &post).await;
    let decision = json!({"act": "return", "ground": "rules", "rule": "Regel 1", "facts": "Haal de eerste weg."});
    let decided = room
        .convener
        .post(&format!("{case}/_decide"), &decision)
        .await;
    assert_eq!(decided.status, 200, "{}", decided.text);
    let own = room.fatima.get("/v1/me/moderation-decisions").await;
    let mine = &own.body["items"][0];
    assert_eq!(mine["files"][0]["id"], json!(first), "{}", own.text);
    let third = room.adds(&room.fatima, "c.png", picture()).await;
    let rewrite = format!(
        "/v1/tenants/ess/moderation-decisions/{}/_rewrite",
        mine["id"].as_str().unwrap()
    );
    let wordless = json!({"body": "Anders.", "files": [{"id": second}, {"id": third}]});
    let refused = room.fatima.post(&rewrite, &wordless).await;
    assert_eq!(
        refused.body["errors"][0]["pointer"], "/files/1/words",
        "{}",
        refused.text
    );
    let form =
        json!({"body": "Anders.", "files": [{"id": second}, {"id": third, "words": "Een plein."}]});
    let done = room.fatima.post(&rewrite, &form).await;
    assert_eq!(done.status, 204, "{}", done.text);
    let page = room.convener.get(&room.posts()).await;
    let hangs = page.body["items"][1]["files"].as_array().unwrap();
    assert_eq!(hangs.len(), 2);
    for there in [&second, &third] {
        assert_eq!(room.convener.get(&bytes_of(there)).await.status, 200);
    }
    for somebody in [&room.convener, &room.fatima] {
        assert_eq!(somebody.get(&bytes_of(&first)).await.status, 404);
    }
    app::calendar::turn(&room.app.state).await;
    assert_eq!(kept(&room.app), 2);
}
