//! A word from whoever runs an issue to somebody who has not spoken: for that person only, and as often as they want.

use std::time::Duration;

use kernel::IssueRole;
use serde_json::{Value, json};
use testkit::{Answer, Person};

use crate::behind::{behind, one_after_the_other};
use crate::calendar::rows;
use crate::threads::Room;

const DAY: Duration = Duration::from_secs(24 * 3_600);
const WORDS: &str = "Ik ben benieuwd naar de avonden.";

fn at(room: &Room, rest: &str) -> String {
    format!("/v1/tenants/ess/threads/{}{rest}", room.thread)
}

async fn quiet(room: &Room, who: &Person) -> Value {
    let seen = who.get(&at(room, "/cockpit")).await;
    assert_eq!(seen.status, 200, "{}", seen.text);
    seen.body["quiet"].clone()
}

async fn writes(room: &Room, who: &Person, person: &Value) -> Answer {
    let form = json!({"person": person, "words": WORDS});
    who.post(&at(room, "/speak-notes"), &form).await
}

#[tokio::test]
async fn who_is_quiet_is_invited_once_a_week_and_nobody_else_sees_it() {
    let room = Room::new("trusted", "invited").await;
    let bram = room.joins("Bram", IssueRole::Participant).await;
    let said = room
        .fatima
        .post(&room.posts(), &json!({"body": "Hier ben ik."}))
        .await;
    assert_eq!(said.status, 201, "{}", said.text);
    let before = quiet(&room, &room.convener).await;
    assert_eq!(
        (&before[0]["canInvite"], &before[0]["invitedAt"]),
        (&json!(true), &Value::Null)
    );
    let reference = before[0]["person"].clone();
    let written = writes(&room, &room.convener, &reference).await;
    assert_eq!(written.status, 204, "{}", written.text);
    room.app.settle().await;
    let told = bram.get("/v1/me/notifications").await;
    let lines = told.body["items"].as_array().unwrap();
    let line = lines.iter().find(|line| line["kind"] == "speak-invited");
    let line = line.unwrap_or_else(|| panic!("{}", told.text));
    assert!(line["name"].is_string(), "by name: {}", told.text);
    let mails = room.app.mails_to(&bram.email).join("\n");
    assert!(mails.contains("nodigt u uit"), "{mails}");
    assert!(!mails.contains("benieuwd"), "not the words");
    let own = bram.get(&at(&room, "/speak-notes")).await;
    assert_eq!(own.body["items"][0]["words"], WORDS, "{}", own.text);
    for other in [&room.fatima, &room.convener] {
        let theirs = other.get(&at(&room, "/speak-notes")).await;
        assert_eq!(theirs.body["items"], json!([]));
    }
    let seen = room.convener.get(&at(&room, "/cockpit")).await;
    assert!(!seen.text.contains("benieuwd"), "not even who runs it");
    assert_eq!(seen.body["quiet"][0]["canInvite"], false, "{}", seen.text);
    let again = writes(&room, &room.convener, &reference).await;
    assert_eq!((again.status, again.code()), (409, "speak-note.too-soon"));
    room.app.advance(DAY * 7);
    let joost = room.app.sign_in_again(&room.convener).await;
    let later = writes(&room, &joost, &reference).await;
    assert_eq!(later.status, 204, "{}", later.text);
    assert_eq!(rows(&room.app, "speak_note").await, 1);
}

#[tokio::test]
async fn who_wants_no_notes_in_a_conversation_gets_none_there() {
    let room = Room::new("open", "public").await;
    let reference = quiet(&room, &room.convener).await[0]["person"].clone();
    assert_eq!(writes(&room, &room.convener, &reference).await.status, 204);
    let away = room.fatima.delete(&at(&room, "/speak-notes/_me")).await;
    assert_eq!(away.status, 204, "{}", away.text);
    let own = room.fatima.get(&at(&room, "/speak-notes")).await;
    assert_eq!(own.body["items"], json!([]));
    let kept = "speak_note WHERE words <> ''";
    assert_eq!(rows(&room.app, kept).await, 0, "the words are gone at once");
    room.app.advance(DAY * 8);
    let joost = room.app.sign_in_again(&room.convener).await;
    let fatima = room.app.sign_in_again(&room.fatima).await;
    assert_eq!(writes(&room, &joost, &reference).await.status, 204);
    let refuse = at(&room, "/speak-notes/_refuse");
    assert_eq!(fatima.post(&refuse, &json!({})).await.status, 204);
    let seen = quiet(&room, &joost).await;
    assert_eq!(
        (&seen[0]["refuses"], &seen[0]["canInvite"]),
        (&json!(true), &json!(false))
    );
    room.app.advance(DAY * 20);
    let joost = room.app.sign_in_again(&room.convener).await;
    let never = writes(&room, &joost, &reference).await;
    assert_eq!((never.status, never.code()), (409, "speak-note.refused"));
}

#[tokio::test]
async fn only_who_runs_it_writes_and_only_to_who_is_quiet() {
    let room = Room::new("trusted", "invited").await;
    let bram = room.joins("Bram", IssueRole::Participant).await;
    let reference = quiet(&room, &room.convener).await[0]["person"].clone();
    let stranger = room.app.person("Vreemde").await;
    for (who, status) in [(&room.fatima, 403), (&bram, 403), (&stranger, 404)] {
        let refused = writes(&room, who, &reference).await;
        assert_eq!(refused.status, status, "{}", refused.text);
    }
    for path in ["/speak-notes", "/speak-notes/_me", "/speak-notes/_refuse"] {
        let asked = match path {
            "/speak-notes" => stranger.get(&at(&room, path)).await,
            "/speak-notes/_me" => stranger.delete(&at(&room, path)).await,
            _ => stranger.post(&at(&room, path), &json!({})).await,
        };
        assert_eq!(asked.status, 404, "{path} {}", asked.text);
    }
    for who in [&room.fatima, &bram] {
        let said = who.post(&room.posts(), &json!({"body": "Iets."})).await;
        assert_eq!(said.status, 201, "{}", said.text);
    }
    let spoke = writes(&room, &room.convener, &reference).await;
    assert_eq!(
        spoke.body["errors"][0]["code"], "speak-note.not-quiet",
        "{}",
        spoke.text
    );
}

#[tokio::test]
async fn where_nobody_is_known_nobody_is_invited_to_speak() {
    for regime in ["confidential", "authorless"] {
        let room = Room::new(regime, "invited").await;
        let path = format!("/v1/tenants/ess/issues/{}/participants", room.issue);
        let circle = room.convener.get(&path).await;
        let person = circle.body["items"][0]["person"].clone();
        let refused = writes(&room, &room.convener, &person).await;
        assert_eq!(
            (refused.status, refused.code()),
            (409, "speak-note.no-names"),
            "{}",
            refused.text
        );
        assert_eq!(rows(&room.app, "speak_note").await, 0);
    }
}

#[tokio::test]
async fn who_refuses_while_a_note_is_being_written_does_not_get_it() {
    let room = Room::new("open", "public").await;
    if one_after_the_other(&room.app) {
        return;
    }
    let reference = quiet(&room, &room.convener).await[0]["person"].clone();
    assert_eq!(writes(&room, &room.convener, &reference).await.status, 204);
    room.app.advance(DAY * 8);
    let joost = room.app.sign_in_again(&room.convener).await;
    let refuses = "UPDATE speak_note SET put_away = 1, words = '', refused_at = 1".to_owned();
    let late = Box::pin(writes(&room, &joost, &reference));
    let late = behind(&room.app, &[refuses], &[], late).await;
    assert_eq!((late.status, late.code()), (409, "speak-note.refused"));
    let refused = "speak_note WHERE refused_at IS NOT NULL";
    assert_eq!(rows(&room.app, refused).await, 1);
}
