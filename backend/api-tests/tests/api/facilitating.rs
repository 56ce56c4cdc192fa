//! Whoever runs an issue sees how a conversation goes, sets its pace and writes what is on top of it.

use std::time::Duration;

use kernel::{Clock, IssueRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, Socket};

use crate::calendar::rows;
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
        // Who leads is free, but where they would be known by it; they wrote the first words of this room just now.
        let free = match regime {
            "confidential" => refused("thread.slow"),
            _ => WROTE,
        };
        for _ in 0..2 {
            assert_eq!(says(&room, &room.convener).await, free, "{regime}");
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
        (&hers.body["pace"]["restsUntil"], &hers.body["silence"]),
        (&until, &json!("resting"))
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
    let hers = room.fatima.get(&path(&room, "")).await;
    assert_eq!(hers.body["silence"], "ended", "{}", hers.text);
    let passer = room.app.person("Vreemde").await;
    let reads = passer.get(&path(&room, "")).await;
    assert_eq!(reads.body["silence"], "outside", "{}", reads.text);
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
            &json!({"act": true, "lookFirst": false, "slow": false})
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
    assert_eq!(seen.body["quiet"][0]["name"], "bram", "{}", seen.text);
    assert_eq!(seen.body["quiet"].as_array().unwrap().len(), 1);
    assert_eq!(seen.body["days"][13], 12);
    let heat = &seen.body["heat"];
    assert_eq!((&heat["hot"], &heat["fast"]), (&json!(true), &json!(true)));
    assert_eq!((&heat["lastDay"], &heat["before"]), (&json!(12), &json!(0)));
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

fn overview(room: &Room) -> String {
    format!("/v1/tenants/ess/issues/{}/cockpit", room.issue)
}

#[tokio::test]
async fn who_leads_sees_all_conversations_of_the_issue_the_hottest_first() {
    let room = Room::new("trusted", "invited").await;
    for _ in 0..11 {
        assert_eq!(says(&room, &room.fatima).await, WROTE);
    }
    let threads = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    let form = json!({"title": "Wie weet dit?", "body": "Wie?", "kind": "question"});
    assert_eq!(room.fatima.post(&threads, &form).await.status, 201);
    paces(&room, &room.convener, 0, json!({"slowMinutes": 5})).await;
    let seen = room.convener.get(&overview(&room)).await;
    assert_eq!(seen.status, 200, "{}", seen.text);
    let rooms = seen.body["rooms"].as_array().unwrap();
    let told: Vec<_> = rooms
        .iter()
        .map(|it| {
            (
                it["thread"] == json!(room.thread),
                &it["heat"]["hot"],
                &it["slowMinutes"],
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (true, &json!(true), &json!(5)),
            (false, &json!(false), &json!(0))
        ]
    );
    assert_eq!(seen.body["questions"][0]["title"], "Wie weet dit?");
    let stranger = room.app.person("Vreemde").await;
    for (who, status) in [(&room.fatima, 403), (&stranger, 404)] {
        assert_eq!(who.get(&overview(&room)).await.status, status);
    }
}

#[tokio::test]
async fn reported_posts_make_a_conversation_hot_but_not_for_who_wrote_or_reported_them() {
    let room = Room::new("trusted", "invited").await;
    let bram = room.joins("Bram", IssueRole::Participant).await;
    for who in [&room.fatima, &room.fatima, &room.convener] {
        assert_eq!(says(&room, who).await, WROTE);
    }
    let posts = room.fatima.get(&room.posts()).await;
    let items = posts.body["items"].as_array().unwrap();
    for post in items.iter().rev().take(3) {
        let report = format!(
            "/v1/tenants/ess/posts/{}/reports",
            post["id"].as_str().unwrap()
        );
        let form = json!({"reason": "house-rules", "words": "Dit hoort hier niet."});
        let told = bram.post(&report, &form).await;
        assert!(told.status < 300, "{}", told.text);
    }
    let seen = room.convener.get(&path(&room, "/cockpit")).await;
    let heat = &seen.body["heat"];
    assert_eq!(
        (&heat["reports"], &heat["hot"], &heat["fast"]),
        (&json!(2), &json!(true), &json!(false)),
        "{}",
        seen.text
    );
    let all = room.convener.get(&overview(&room)).await;
    assert_eq!(all.body["rooms"][0]["heat"]["reports"], 2);
}

const RULES: &str = "/v1/tenants/ess/word-rules";

#[tokio::test]
async fn watched_words_lead_to_posts_and_to_nobody() {
    let room = Room::new("trusted", "invited").await;
    let empty = room.convener.get(RULES).await;
    assert_eq!(
        (&empty.body["version"], &empty.body["canWrite"]),
        (&json!(0), &json!(true))
    );
    let rule = json!({"phrase": "die mensen", "why": "Praat over een groep."});
    let form = json!({"items": [rule]});
    let written = room.convener.put_from(RULES, "\"0\"", &form).await;
    assert_eq!(written.status, 200, "{}", written.text);
    let late = room.convener.put_from(RULES, "\"0\"", &form).await;
    assert_eq!(late.status, 412, "{}", late.text);
    let again = json!({"items": [rule, {"phrase": "Die mensen!", "why": ""}]});
    let wrong = room.convener.put_from(RULES, "\"1\"", &again).await;
    assert_eq!(wrong.status, 400, "{}", wrong.text);
    let read = room.fatima.get(RULES).await;
    assert_eq!(
        (&read.body["items"], &read.body["canWrite"]),
        (&json!([rule]), &json!(false))
    );
    for body in ["Ja, *die mensen* weer.", "> die mensen\n\nNee."] {
        let said = room
            .fatima
            .post(&room.posts(), &json!({"body": body}))
            .await;
        assert_eq!(said.status, 201, "{}", said.text);
    }
    let seen = room.convener.get(&path(&room, "/cockpit")).await;
    assert_eq!(
        seen.body["found"],
        json!([{"seq": 2, "rule": rule}]),
        "{}",
        seen.text
    );
    let refused = room.fatima.put_from(RULES, "\"1\"", &form).await;
    assert!(matches!(refused.status, 403 | 404), "{}", refused.text);
    let member = room
        .app
        .member("Mo", room.tenant, kernel::TenantRole::Member)
        .await;
    assert_eq!(member.put_from(RULES, "\"1\"", &form).await.status, 403);
}

#[tokio::test]
async fn what_is_set_aside_is_seen_by_who_takes_part_until_it_is_taken_up() {
    let room = Room::new("trusted", "invited").await;
    let at = format!("/v1/tenants/ess/issues/{}/parked-subjects", room.issue);
    let form = json!({"title": "De bushalte", "thread": room.thread, "seq": 1});
    for _ in 0..2 {
        let parked = room
            .convener
            .post_once(&at, "01890a5d-ac96-774b-bcce-b302099a8057", &form)
            .await;
        assert_eq!(parked.status, 201, "{}", parked.text);
        assert_eq!(parked.body["items"].as_array().unwrap().len(), 1);
    }
    let wrong = json!({"title": " ", "thread": room.thread, "seq": 99});
    let wrong = room.convener.post(&at, &wrong).await;
    let faults = wrong.body["errors"].as_array().unwrap();
    assert_eq!(faults.len(), 2, "{}", wrong.text);
    let hers = room.fatima.get(&at).await;
    let one = &hers.body["items"][0];
    assert_eq!(
        (&one["title"], &one["seq"]),
        (&json!("De bushalte"), &json!(1))
    );
    assert_eq!(hers.body["canPark"], false);
    let take_up = format!("{at}/{}/_discuss", one["id"].as_str().unwrap());
    let into = json!({"thread": room.thread});
    let stranger = room.app.person("Vreemde").await;
    for (who, status) in [(&room.fatima, 403), (&stranger, 404)] {
        assert_eq!(who.post(&at, &form).await.status, status);
        assert_eq!(who.post(&take_up, &into).await.status, status);
    }
    assert_eq!(stranger.get(&at).await.status, 404);
    let taken = room.convener.post(&take_up, &into).await;
    assert_eq!(taken.status, 200, "{}", taken.text);
    let one = &taken.body["items"][0];
    assert_eq!(one["takenUpIn"], json!(room.thread));
    assert!(one["takenUpBy"].is_string(), "{}", taken.text);
    assert_eq!(room.convener.post(&take_up, &into).await.status, 404);
}

#[tokio::test]
async fn who_has_the_issue_open_hears_that_something_was_set_aside_or_taken_up() {
    let room = Room::new("trusted", "invited").await;
    let at = format!("/v1/tenants/ess/issues/{}/parked-subjects", room.issue);
    let mut socket = Socket::open(&room.fatima).await;
    let topic = format!("issue:{}", room.issue);
    socket.subscribe(&topic, None).await;
    let form = json!({"title": "De bushalte"});
    let parked = room.convener.post(&at, &form).await;
    assert_eq!(socket.hear().await["kind"], "parked.changed");
    let id = parked.body["items"][0]["id"].as_str().unwrap();
    let take_up = format!("{at}/{id}/_discuss");
    let taken = room.convener.post(&take_up, &json!({})).await;
    assert_eq!(taken.status, 200, "{}", taken.text);
    assert_eq!(socket.hear().await["kind"], "parked.changed");
}

#[tokio::test]
async fn where_issue_or_room_tells_no_names_nobody_is_told_who_took_a_subject_up_and_when() {
    for (of_issue, of_room) in [("confidential", "confidential"), ("open", "authorless")] {
        let room = Room::new(of_issue, "invited").await;
        let threads = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
        let form = json!({"title": "Onder ons", "body": "Zeg het maar.", "regime": of_room});
        let closed = room.convener.post(&threads, &form).await;
        assert_eq!(closed.status, 201, "{}", closed.text);
        let at = format!("/v1/tenants/ess/issues/{}/parked-subjects", room.issue);
        let into = &closed.body["id"];
        let form = json!({"title": "De bushalte", "thread": into, "seq": 1});
        let parked = room.convener.post(&at, &form).await;
        let id = parked.body["items"][0]["id"].as_str().unwrap();
        let take_up = format!("{at}/{id}/_discuss");
        let taken = room.convener.post(&take_up, &json!({"thread": into})).await;
        let one = &taken.body["items"][0];
        let moment = one["takenUpAt"].as_str().unwrap();
        assert!(moment.contains(":00:00"), "to the hour: {}", taken.text);
        assert_eq!(one["takenUpBy"], Value::Null, "{}", taken.text);
        for signed in [
            "parked_subject WHERE taken_by_id IS NOT NULL",
            "event WHERE kind LIKE 'parked.%' AND actor_id IS NOT NULL",
        ] {
            assert_eq!(rows(&room.app, signed).await, 0, "{of_issue} {signed}");
        }
    }
}

#[tokio::test]
async fn what_is_taken_up_takes_no_room_among_what_is_set_aside() {
    let room = Room::new("trusted", "invited").await;
    let at = format!("/v1/tenants/ess/issues/{}/parked-subjects", room.issue);
    let form = json!({"title": "De bushalte"});
    let mut last = room.convener.post(&at, &form).await;
    for _ in 1..50 {
        last = room.convener.post(&at, &form).await;
    }
    assert_eq!(last.status, 201, "{}", last.text);
    let full = room.convener.post(&at, &form).await;
    assert_eq!((full.status, full.code()), (409, "parked.too-many"));
    let id = last.body["items"][0]["id"].as_str().unwrap();
    let take_up = format!("{at}/{id}/_discuss");
    let taken = room.convener.post(&take_up, &json!({})).await;
    assert_eq!(taken.status, 200, "{}", taken.text);
    for status in [201, 409] {
        assert_eq!(room.convener.post(&at, &form).await.status, status);
    }
}
