//! Whoever runs an issue sees how a conversation goes, sets its pace and writes what is on top of it.

use std::time::Duration;

use kernel::{Clock, IssueRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, Socket};

use crate::threads::Room;

const MINUTE: u64 = 60;

fn path(room: &Room, rest: &str) -> String {
    format!("/v1/tenants/ess/threads/{}{rest}", room.thread)
}

async fn paces(room: &Room, who: &Person, version: i64, set: Value) -> Answer {
    let mut form = json!({"slowMinutes": 0, "closed": false, "why": "Het gaat snel."});
    for (name, value) in set.as_object().unwrap() {
        form[name] = value.clone();
    }
    let version = format!("\"{version}\"");
    who.put_from(&path(room, "/pace"), &version, &form).await
}

async fn says(room: &Room, who: &Person) -> (u16, String) {
    let answer = who.post(&room.posts(), &json!({"body": "Iets."})).await;
    let code = answer.body["code"].as_str().unwrap_or_default().to_owned();
    (answer.status, code)
}

fn refused(code: &str) -> (u16, String) {
    (409, code.to_owned())
}

const WROTE: (u16, String) = (201, String::new());

fn in_seconds(room: &Room, seconds: u64) -> Value {
    json!(room.app.clock.now().plus(Duration::from_secs(seconds)))
}

#[tokio::test]
async fn a_slow_room_lets_each_voice_speak_once_in_so_many_minutes() {
    for (regime, visibility) in [("trusted", "invited"), ("confidential", "invited")] {
        let room = Room::new(regime, visibility).await;
        let bram = room.joins("Bram", IssueRole::Participant).await;
        let set = paces(&room, &room.convener, 0, json!({"slowMinutes": 5})).await;
        assert_eq!(set.status, 200, "{}", set.text);
        assert_eq!(says(&room, &room.fatima).await, WROTE);
        assert_eq!(says(&room, &room.fatima).await, refused("thread.slow"));
        assert_eq!(says(&room, &bram).await, WROTE, "by voice, not by room");
        for _ in 0..2 {
            assert_eq!(
                says(&room, &room.convener).await,
                WROTE,
                "who leads is free"
            );
        }
        let hers = room.fatima.get(&path(&room, "")).await;
        let until = in_seconds(&room, 5 * MINUTE);
        assert_eq!(hers.body["pace"]["mayWriteAt"], until, "{}", hers.text);
        assert_eq!(hers.body["pace"]["why"], "Het gaat snel.");
        room.app.advance(Duration::from_secs(5 * MINUTE - 1));
        assert_eq!(says(&room, &room.fatima).await, refused("thread.slow"));
        room.app.advance(Duration::from_secs(1));
        assert_eq!(says(&room, &room.fatima).await, WROTE);
    }
}

#[tokio::test]
async fn a_rest_ends_by_itself_at_that_second() {
    let room = Room::new("open", "public").await;
    let until = in_seconds(&room, 10 * MINUTE);
    let set = paces(&room, &room.convener, 0, json!({"restsUntil": until})).await;
    assert_eq!(set.status, 200, "{}", set.text);
    assert_eq!(says(&room, &room.fatima).await, refused("thread.resting"));
    assert_eq!(says(&room, &room.convener).await, WROTE);
    let hers = room.fatima.get(&path(&room, "")).await;
    assert_eq!(
        (&hers.body["pace"]["restsUntil"], &hers.body["can"]["reply"]),
        (&until, &json!(false))
    );
    room.app.advance(Duration::from_secs(10 * MINUTE - 1));
    assert_eq!(says(&room, &room.fatima).await, refused("thread.resting"));
    room.app.advance(Duration::from_secs(1));
    assert_eq!(says(&room, &room.fatima).await, WROTE);
    let hers = room.fatima.get(&path(&room, "")).await;
    assert_eq!(hers.body.get("pace"), None, "{}", hers.text);
}

#[tokio::test]
async fn a_closed_conversation_is_read_and_opens_again() {
    let room = Room::new("open", "public").await;
    let closed = paces(&room, &room.convener, 0, json!({"closed": true})).await;
    assert_eq!(closed.body["pace"]["version"], 1, "{}", closed.text);
    for who in [&room.fatima, &room.convener] {
        assert_eq!(says(&room, who).await, refused("thread.ended"));
        assert_eq!(who.get(&room.posts()).await.status, 200);
    }
    let late = paces(&room, &room.convener, 0, json!({})).await;
    assert_eq!(late.status, 412, "{}", late.text);
    let opened = paces(&room, &room.convener, 1, json!({})).await;
    assert_eq!(opened.status, 200, "{}", opened.text);
    assert_eq!(says(&room, &room.fatima).await, WROTE);
}

#[tokio::test]
async fn what_is_wrong_is_told_at_once_and_nobody_is_slowed_where_nobody_is_known() {
    let room = Room::new("authorless", "invited").await;
    let now = in_seconds(&room, 0);
    let wrong = json!({"slowMinutes": 5, "restsUntil": now, "why": " "});
    let wrong = paces(&room, &room.convener, 0, wrong).await;
    let errors = wrong.body["errors"].as_array().unwrap();
    let told: Vec<_> = errors.iter().map(|one| &one["code"]).collect();
    assert_eq!(told.len(), 3, "{}", wrong.text);
    assert!(told.contains(&&json!("pace.authorless")), "{}", wrong.text);
    let rests = json!({"restsUntil": in_seconds(&room, MINUTE)});
    assert_eq!(paces(&room, &room.convener, 0, rests).await.status, 200);
    assert_eq!(says(&room, &room.fatima).await, refused("thread.resting"));
    let seen = room.convener.get(&path(&room, "/cockpit")).await;
    assert_eq!(
        (&seen.body["shares"], &seen.body["quiet"], &seen.body["can"]),
        (
            &Value::Null,
            &Value::Null,
            &json!({"act": true, "slow": false})
        )
    );
}

#[tokio::test]
async fn who_leads_sees_who_spoke_as_what_and_who_did_not() {
    let room = Room::new("trusted", "invited").await;
    room.joins("Bram", IssueRole::Participant).await;
    for _ in 0..11 {
        assert_eq!(says(&room, &room.fatima).await, WROTE);
    }
    let threads = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    let form = json!({"title": "Wie weet dit?", "body": "Wie?", "kind": "question"});
    assert_eq!(room.fatima.post(&threads, &form).await.status, 201);
    let seen = room.convener.get(&path(&room, "/cockpit")).await;
    assert_eq!(seen.body["quiet"], json!(["bram"]), "{}", seen.text);
    assert_eq!(seen.body["days"][13], 12);
    assert_eq!(seen.body["heat"]["hot"], true);
    assert_eq!(seen.body["questions"][0]["title"], "Wie weet dit?");
    let posts = seen.body["shares"].as_array().unwrap();
    assert_eq!(
        posts
            .iter()
            .filter_map(|it| it["posts"].as_i64())
            .sum::<i64>(),
        12
    );
    let alias = Room::new("confidential", "invited").await;
    let seen = alias.convener.get(&path(&alias, "/cockpit")).await;
    assert_eq!(
        (&seen.body["shares"], &seen.body["quiet"]),
        (&Value::Null, &Value::Null)
    );
}

#[tokio::test]
async fn a_summary_has_versions_that_everybody_in_the_room_reads() {
    let room = Room::new("trusted", "invited").await;
    let at = path(&room, "/summary");
    let none = room.fatima.get(&at).await;
    assert_eq!((none.status, &none.body["version"]), (200, &json!(0)));
    for (version, body) in [("\"0\"", "Wij **zijn** het eens."), ("\"1\"", "Toch niet.")] {
        let written = room
            .convener
            .put_from(&at, version, &json!({"body": body}))
            .await;
        assert_eq!(written.status, 200, "{}", written.text);
    }
    let late = room
        .convener
        .put_from(&at, "\"1\"", &json!({"body": "Te laat."}))
        .await;
    assert_eq!(late.status, 412, "{}", late.text);
    let ahead = room
        .convener
        .put_from(&at, "\"7\"", &json!({"body": "Te vroeg."}))
        .await;
    assert_eq!(ahead.status, 412, "{}", ahead.text);
    let empty = room
        .convener
        .put_from(&at, "\"2\"", &json!({"body": " "}))
        .await;
    assert_eq!(
        empty.body["errors"][0]["pointer"], "/body",
        "{}",
        empty.text
    );
    let hers = room.fatima.get(&at).await;
    assert_eq!(
        (
            &hers.body["version"],
            &hers.body["body"],
            &hers.body["canWrite"]
        ),
        (&json!(2), &json!(""), &json!(false))
    );
    let all = room.fatima.get(&format!("{at}/versions")).await;
    assert_eq!(all.body["items"].as_array().unwrap().len(), 2);
    assert!(all.text.contains("<strong>zijn</strong>"), "{}", all.text);
}

#[tokio::test]
async fn the_room_hears_of_it_and_only_who_leads_acts() {
    let room = Room::new("trusted", "invited").await;
    let mut socket = Socket::open(&room.fatima).await;
    let topic = format!("thread:{}", room.thread);
    socket.subscribe(&topic, Some(1)).await;
    paces(&room, &room.convener, 0, json!({"slowMinutes": 1})).await;
    assert_eq!(socket.hear().await["kind"], "room.paced");
    let body = json!({"body": "Kort."});
    let at = path(&room, "/summary");
    room.convener.put_from(&at, "\"0\"", &body).await;
    assert_eq!(socket.hear().await["kind"], "room.summarised");
    let elsewhere = room.app.tenant("elders").await;
    let other = room
        .app
        .member("Els", elsewhere, kernel::TenantRole::Convener)
        .await;
    let stranger = room.app.person("Vreemde").await;
    for (who, status) in [(&room.fatima, 403), (&stranger, 404), (&other, 404)] {
        assert_eq!(who.get(&path(&room, "/cockpit")).await.status, status);
        assert_eq!(paces(&room, who, 1, json!({})).await.status, status);
        assert_eq!(who.put_from(&at, "\"1\"", &body).await.status, status);
    }
    assert_eq!(stranger.get(&at).await.status, 404);
    let leave = format!("/v1/tenants/ess/issues/{}/participants/_me", room.issue);
    let left = room.fatima.delete(&leave).await;
    assert!(left.status < 300, "{}", left.text);
    for rest in ["/cockpit", "/summary", "/summary/versions"] {
        assert_eq!(room.fatima.get(&path(&room, rest)).await.status, 404);
    }
}
