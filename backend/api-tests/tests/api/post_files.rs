//! Files that hang on posts: added first, taken by one post, read by who reads it, gone with its words.

use std::io::Cursor;
use std::time::Duration;

use image::{DynamicImage, ImageFormat};
use kernel::{IssueRole, TenantRole};
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use testkit::{Answer, Person};

use crate::files::{PDF, kept, upload_to};
use crate::threads::Room;

const HOUR: Duration = Duration::from_secs(3_600);

pub fn picture() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(4, 3)
        .write_to(&mut bytes, ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

impl Room {
    pub fn files(&self) -> String {
        format!("/v1/tenants/ess/threads/{}/files", self.thread)
    }

    pub async fn adds(&self, who: &Person, name: &str, bytes: impl Into<Vec<u8>>) -> String {
        let added = upload_to(who, &self.files(), name, bytes).await;
        assert_eq!(added.status, 201, "{}", added.text);
        added.body["id"].as_str().unwrap().to_owned()
    }

    pub async fn says_with(&self, who: &Person, files: Value) -> Answer {
        let form = json!({"body": "Kijk hier eens naar.", "files": files});
        who.post(&self.posts(), &form).await
    }
}

pub fn bytes_of(file: &str) -> String {
    format!("/v1/tenants/ess/files/{file}")
}

#[tokio::test]
async fn a_picture_hangs_on_its_post_and_is_read_by_who_reads_the_room() {
    let room = Room::new("trusted", "invited").await;
    let file = room.adds(&room.fatima, "lantaarn.png", picture()).await;
    assert_eq!(room.fatima.get(&bytes_of(&file)).await.status, 200);
    assert_eq!(
        room.convener.get(&bytes_of(&file)).await.status,
        404,
        "as long as it waits it is its owner's"
    );
    let files = json!([{"id": file, "words": "Een lantaarn die uit is."}]);
    let said = room.says_with(&room.fatima, files).await;
    assert_eq!(said.status, 201, "{}", said.text);
    let page = room.convener.get(&room.posts()).await;
    let hangs = &page.body["items"][1]["files"][0];
    assert_eq!(
        (&hangs["id"], &hangs["mediaType"], &hangs["words"]),
        (
            &json!(file),
            &json!("image/png"),
            &json!("Een lantaarn die uit is.")
        )
    );
    let read = room.convener.get(&bytes_of(&file)).await;
    assert_eq!(read.status, 200);
    assert_eq!(read.header("cache-control"), "private, no-cache");

    let left = room.joins("Vertrokken", IssueRole::Participant).await;
    let path = format!("/v1/tenants/ess/issues/{}/participants/_me", room.issue);
    assert_eq!(left.get(&bytes_of(&file)).await.status, 200);
    assert_eq!(left.delete(&path).await.status, 204);
    let publisher = room
        .app
        .member("Noor", room.tenant, TenantRole::Publisher)
        .await;
    let owner = room
        .app
        .member("Elise", room.tenant, TenantRole::Owner)
        .await;
    for outside in [&left, &publisher, &owner, &room.app.visitor()] {
        let read = outside.get(&bytes_of(&file)).await;
        assert_eq!((read.status, read.code()), (404, "file.not-found"));
    }
}

#[tokio::test]
async fn a_picture_has_words_or_is_said_to_tell_nothing() {
    let room = Room::new("open", "public").await;
    let file = room.adds(&room.fatima, "a.png", picture()).await;
    let silent = room.says_with(&room.fatima, json!([{"id": file}])).await;
    assert_eq!(silent.status, 400, "{}", silent.text);
    assert_eq!(
        (
            &silent.body["errors"][0]["pointer"],
            &silent.body["errors"][0]["code"]
        ),
        (&json!("/files/0/words"), &json!("file.words-missing"))
    );
    let files = json!([{"id": file, "decorative": true}]);
    let said = room.says_with(&room.fatima, files.clone()).await;
    assert_eq!(said.status, 201, "what was refused took nothing");
    let twice = room.says_with(&room.fatima, files).await;
    assert_eq!(
        twice.body["errors"][0]["code"], "file.not-found",
        "it hangs on one post"
    );
}

#[tokio::test]
async fn what_somebody_else_added_is_not_taken_and_never_more_than_six() {
    let room = Room::new("open", "public").await;
    let his = room.adds(&room.convener, "a.pdf", PDF).await;
    let taken = room.says_with(&room.fatima, json!([{"id": his}])).await;
    assert_eq!(taken.body["errors"][0]["code"], "file.not-found");
    let twice = json!([{"id": his}, {"id": his}]);
    let taken = room.says_with(&room.convener, twice).await;
    assert_eq!(taken.body["errors"][0]["code"], "file.not-found");
    let mut many = Vec::new();
    for number in 0..7 {
        let id = room.adds(&room.fatima, &format!("{number}.pdf"), PDF).await;
        many.push(json!({"id": id}));
    }
    let all = room.says_with(&room.fatima, json!(many)).await;
    assert_eq!(all.body["errors"][0]["code"], "thread.too-many-files");
    let six = room.says_with(&room.fatima, json!(many[..6])).await;
    assert_eq!(six.status, 201, "{}", six.text);
}

#[tokio::test]
async fn whoever_may_not_write_adds_nothing_and_closed_rooms_take_none() {
    let room = Room::new("trusted", "invited").await;
    let observer = room.joins("Kijker", IssueRole::Observer).await;
    let stranger = room.app.person("Vreemde").await;
    let refused = upload_to(&observer, &room.files(), "a.pdf", PDF).await;
    assert_eq!(refused.status, 403, "{}", refused.text);
    for outside in [&stranger, &room.app.visitor()] {
        let refused = upload_to(outside, &room.files(), "a.pdf", PDF).await;
        assert!([401, 404].contains(&refused.status), "{}", refused.text);
    }
    let threads = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    for regime in ["confidential", "authorless"] {
        let form = json!({"title": "Onder ons", "body": "Vertel.", "regime": regime});
        let opened = room.convener.post(&threads, &form).await;
        let path = format!(
            "/v1/tenants/ess/threads/{}/files",
            opened.body["id"].as_str().unwrap()
        );
        let refused = upload_to(&room.fatima, &path, "a.pdf", PDF).await;
        assert_eq!(
            (refused.status, &refused.body["errors"][0]["code"]),
            (400, &json!("thread.no-files-here")),
            "{}",
            refused.text
        );
    }
    assert_eq!(kept(&room.app), 0);
}

#[tokio::test]
async fn with_the_words_of_a_post_its_files_are_gone() {
    let room = Room::new("open", "public").await;
    let file = room.adds(&room.fatima, "a.pdf", PDF).await;
    let said = room.says_with(&room.fatima, json!([{"id": file}])).await;
    let post = format!(
        "/v1/tenants/ess/posts/{}",
        said.body["id"].as_str().unwrap()
    );
    assert_eq!(room.convener.get(&bytes_of(&file)).await.status, 200);
    assert_eq!(room.fatima.delete(&post).await.status, 204);
    assert_eq!(room.convener.get(&bytes_of(&file)).await.status, 404);
    let page = room.convener.get(&room.posts()).await;
    assert_eq!(page.body["items"][1].get("files"), None);
    app::calendar::turn(&room.app.state).await;
    assert_eq!(kept(&room.app), 0, "its bytes too");
}

#[tokio::test]
async fn what_no_post_takes_is_gone_after_a_day() {
    let room = Room::new("open", "public").await;
    let late = room.adds(&room.fatima, "a.pdf", PDF).await;
    room.app.advance(HOUR * 26);
    app::calendar::turn(&room.app.state).await;
    assert_eq!(kept(&room.app), 0);
    let fatima = room.app.sign_in_again(&room.fatima).await;
    let said = room.says_with(&fatima, json!([{"id": late}])).await;
    assert_eq!(said.body["errors"][0]["code"], "file.not-found");
}

#[tokio::test]
async fn an_edit_says_what_hangs_on_a_post_from_now_on() {
    let room = Room::new("open", "public").await;
    let file = room.adds(&room.fatima, "verhaal.pdf", PDF).await;
    let said = room.says_with(&room.fatima, json!([{"id": file}])).await;
    let post = format!(
        "/v1/tenants/ess/posts/{}",
        said.body["id"].as_str().unwrap()
    );
    let more = room.adds(&room.fatima, "b.png", picture()).await;
    let edit = async |version: u8, files: Value| {
        let form = json!({"body": "Kijk hier nog eens naar.", "files": files});
        room.fatima
            .patch(&post, &format!("\"{version}\""), &form)
            .await
    };
    let both = json!([{"id": file, "words": "Wat er staat."}, {"id": more, "words": "Een plein."}]);
    let edited = edit(1, both).await;
    assert_eq!(edited.status, 200, "{}", edited.text);
    let page = room.convener.get(&room.posts()).await;
    assert_eq!(page.body["items"][1]["files"][0]["words"], "Wat er staat.");
    let plain = json!({"body": "Kijk hier nog eens naar."});
    let edited = room.fatima.patch(&post, "\"2\"", &plain).await;
    assert_eq!(
        edited.body["files"][1]["words"], "Een plein.",
        "left out is unchanged"
    );
    let wordless = edit(3, json!([{"id": more}])).await;
    assert_eq!(
        wordless.body["errors"][0]["pointer"], "/files/0/words",
        "a picture keeps its words: {}",
        wordless.text
    );
    let edited = edit(3, json!([{"id": more, "words": "Een plein."}])).await;
    assert_eq!(edited.body["files"].as_array().map(Vec::len), Some(1));
    assert_eq!(room.convener.get(&bytes_of(&more)).await.status, 200);
    let before = room.convener.get(&format!("{post}/versions")).await;
    let hung = |version: usize| before.body["items"][version]["files"].clone();
    assert_eq!(hung(0)[0]["words"], "", "{}", before.text);
    assert_eq!(hung(2)[0]["words"], "Wat er staat.");
    assert_eq!(hung(2).as_array().map(Vec::len), Some(2));
    app::calendar::turn(&room.app.state).await;
    assert_eq!(
        room.convener.get(&bytes_of(&file)).await.status,
        200,
        "who reads earlier versions reads their files"
    );
    let back = edit(4, json!([{"id": file}])).await;
    assert_eq!(back.status, 200, "it is put back: {}", back.text);
    let left = room.app.person("Vreemde").await;
    assert_eq!(kept(&room.app), 2);
    assert_eq!(room.fatima.delete(&post).await.status, 204);
    for somebody in [&room.convener, &room.fatima, &left] {
        for gone in [&file, &more] {
            assert_eq!(somebody.get(&bytes_of(gone)).await.status, 404);
        }
    }
    app::calendar::turn(&room.app.state).await;
    assert_eq!(kept(&room.app), 0, "with the words all of them are gone");
}

#[tokio::test]
async fn what_was_added_and_not_sent_is_found_again_and_let_go() {
    let room = Room::new("open", "public").await;
    let file = room.adds(&room.fatima, "a.pdf", PDF).await;
    let waiting = room.fatima.get(&room.files()).await;
    assert_eq!(
        waiting.body["items"][0]["id"],
        json!(file),
        "{}",
        waiting.text
    );
    assert_eq!(
        room.convener.get(&room.files()).await.body["items"],
        json!([])
    );
    let one = format!("{}/{file}", room.files());
    assert_eq!(room.convener.delete(&one).await.status, 404);
    assert_eq!(room.fatima.delete(&one).await.status, 204);
    assert_eq!(room.fatima.delete(&one).await.status, 404);
    assert_eq!(room.fatima.get(&bytes_of(&file)).await.status, 404);
    assert_eq!(
        room.fatima.get(&room.files()).await.body["items"],
        json!([])
    );
}

#[tokio::test]
async fn a_file_of_a_hidden_post_is_read_by_who_decides_and_who_wrote_it() {
    let room = Room::new("open", "public").await;
    let file = room.adds(&room.fatima, "a.pdf", PDF).await;
    let said = room.says_with(&room.fatima, json!([{"id": file}])).await;
    let post = said.body["id"].as_str().unwrap().to_owned();
    let reader = room.joins("Lezer", IssueRole::Participant).await;
    let report = json!({"reason": "hate", "words": "Dit kan niet.", "statedTrue": true});
    let reported = reader
        .post(&format!("/v1/tenants/ess/posts/{post}/reports"), &report)
        .await;
    assert_eq!(reported.status, 201, "{}", reported.text);
    let queue = room.convener.get("/v1/tenants/ess/moderation-cases").await;
    let case = queue.body["items"][0]["id"].as_str().unwrap().to_owned();
    let case = format!("/v1/tenants/ess/moderation-cases/{case}");
    let claimed = room
        .convener
        .post(&format!("{case}/_claim"), &json!({}))
        .await;
    assert_eq!(
        claimed.body["post"]["files"][0]["id"],
        json!(file),
        "{}",
        claimed.text
    );
    let decision = json!({"act": "remove", "ground": "rules", "rule": "Regel 1", "facts": "Dit hoort hier niet."});
    let decided = room
        .convener
        .post(&format!("{case}/_decide"), &decision)
        .await;
    assert_eq!(decided.status, 200, "{}", decided.text);
    for reads in [&room.convener, &room.fatima] {
        assert_eq!(reads.get(&bytes_of(&file)).await.status, 200);
    }
    for not in [&reader, &room.app.visitor()] {
        assert_eq!(not.get(&bytes_of(&file)).await.status, 404);
    }
    let page = reader.get(&room.posts()).await;
    assert_eq!(page.body["items"][1].get("files"), None);
}

#[tokio::test]
async fn a_picture_is_found_by_what_is_to_be_seen_in_it() {
    let room = Room::new("open", "public").await;
    let file = room.adds(&room.fatima, "a.png", picture()).await;
    let files = json!([{"id": file, "words": "Een omgevallen lindeboom."}]);
    assert_eq!(room.says_with(&room.fatima, files).await.status, 201);
    room.app.settle().await;
    let found = room.convener.get("/v1/search?q=lindeboom").await;
    assert_eq!(
        found.body["items"].as_array().map(Vec::len),
        Some(1),
        "{}",
        found.text
    );
}

#[tokio::test]
async fn a_player_asks_for_a_part_of_a_recording_and_gets_that() {
    let room = Room::new("open", "public").await;
    let file = room.adds(&room.fatima, "a.pdf", PDF).await;
    let part = async |range: &str, same: &str| {
        let asked = room.fatima.request(Method::GET, &bytes_of(&file));
        let asked = asked.header("range", range).header("if-range", same);
        room.fatima.send(asked).await
    };
    let whole = room.fatima.get(&bytes_of(&file)).await;
    assert_eq!(whole.header("accept-ranges"), "bytes");
    let tag = whole.header("etag").to_owned();
    let first = part("bytes=1-3", &tag).await;
    assert_eq!((first.status, first.text.as_str()), (206, "PDF"));
    let size = PDF.len();
    assert_eq!(first.header("content-range"), format!("bytes 1-3/{size}"));
    let last = part("bytes=-4", &tag).await;
    assert_eq!((last.status, last.text.len()), (206, 4));
    for whole in ["bytes=0-1,3-4", "bytes=900-", "words=1-2"] {
        assert_eq!(part(whole, &tag).await.status, 200, "{whole}");
    }
    assert_eq!(part("bytes=1-3", "\"een-andere\"").await.status, 200);
}

#[tokio::test]
async fn somebody_who_sends_nothing_adds_no_more_and_does_again_when_some_are_let_go() {
    let room = Room::new("open", "public").await;
    let mut last = String::new();
    for number in 0..30 {
        last = room.adds(&room.fatima, &format!("{number}.pdf"), PDF).await;
    }
    let refused = upload_to(&room.fatima, &room.files(), "nog.pdf", PDF).await;
    assert_eq!(
        (refused.status, refused.code()),
        (400, "file.too-many-waiting")
    );
    assert_eq!(kept(&room.app), 30, "what was refused left nothing");
    room.adds(&room.convener, "van-een-ander.pdf", PDF).await;
    let one = format!("{}/{last}", room.files());
    assert_eq!(room.fatima.delete(&one).await.status, 204);
    room.adds(&room.fatima, "nog.pdf", PDF).await;
}

/// Sends these bytes with a key: the same request, however often.
async fn sends_once(room: &Room, bytes: &[u8]) -> Answer {
    let part = Part::bytes(bytes.to_vec()).file_name("a.pdf");
    let asked = room.fatima.request(Method::POST, &room.files());
    let asked = asked.header("idempotency-key", "een-sleutel");
    let form = Form::new().part("file", part);
    room.fatima.send(asked.multipart(form)).await
}

#[tokio::test]
async fn a_key_brings_no_other_bytes_in_the_place_of_a_file_that_was_let_go() {
    let room = Room::new("open", "public").await;
    let file = sends_once(&room, PDF).await.body["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let one = format!("{}/{file}", room.files());
    assert_eq!(room.fatima.delete(&one).await.status, 204);
    let other = sends_once(&room, b"%PDF-1.7\n2 0 obj <<>> endobj\n").await;
    assert_eq!((other.status, other.code()), (409, "idempotency.other"));
    let same = sends_once(&room, PDF).await;
    assert_eq!((same.status, &same.body["id"]), (201, &json!(file)));
    assert_eq!(room.fatima.get(&bytes_of(&file)).await.text.as_bytes(), PDF);
}

#[tokio::test]
async fn a_file_that_is_on_its_way_while_others_are_forgotten_arrives() {
    let room = Room::new("open", "public").await;
    let file = sends_once(&room, PDF).await.body["id"].clone();
    let database = room.app.whole_database().await;
    let begin = "UPDATE file SET created_at = 0 WHERE attached_kind = 'thread'";
    database.execute_unprepared(begin).await.unwrap();
    app::calendar::turn(&room.app.state).await;
    assert_eq!(kept(&room.app), 1, "its bytes stay");
    let arrived = sends_once(&room, PDF).await;
    assert_eq!((arrived.status, &arrived.body["id"]), (201, &file));
    let said = room.says_with(&room.fatima, json!([{"id": file}])).await;
    assert_eq!(said.status, 201, "a post takes it: {}", said.text);

    room.adds(&room.fatima, "b.pdf", PDF).await;
    database.execute_unprepared(begin).await.unwrap();
    room.app.advance(HOUR * 26);
    app::calendar::turn(&room.app.state).await;
    assert_eq!(kept(&room.app), 1, "what never came is gone");
}
