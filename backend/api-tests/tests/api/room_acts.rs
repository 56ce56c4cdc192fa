//! What was done to a room stands in a log that the room reads; and a conversation goes on in another under other rules.

use std::time::Duration;

use kernel::{IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, Socket};

use crate::threads::Room;

fn path(room: &Room, rest: &str) -> String {
    format!("/v1/tenants/ess/threads/{}{rest}", room.thread)
}

async fn paces(room: &Room, version: i64, set: Value) -> Answer {
    room.app.advance(Duration::from_millis(1));
    let mut form = json!({"slowMinutes": 0, "closed": false, "why": "Het gaat snel."});
    for (name, value) in set.as_object().unwrap() {
        form[name] = value.clone();
    }
    let version = format!("\"{version}\"");
    room.convener
        .put_from(&path(room, "/pace"), &version, &form)
        .await
}

async fn says(room: &Room, text: &str) -> Answer {
    room.app.advance(Duration::from_millis(1));
    room.fatima
        .post(&room.posts(), &json!({"body": text}))
        .await
}

/// Another conversation of the issue, which anybody who takes part may open.
async fn opens(room: &Room, who: &Person, regime: &str) -> String {
    room.app.advance(Duration::from_millis(1));
    let form = json!({"title": "Verder", "body": "Hier verder.", "regime": regime});
    let threads = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    let made = who.post(&threads, &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
    made.body["id"].as_str().unwrap().to_owned()
}

async fn goes_on(room: &Room, who: &Person, thread: &str) -> Answer {
    let form = json!({"thread": thread, "why": "Het wordt persoonlijk."});
    who.put(&path(room, "/successor"), &form).await
}

#[tokio::test]
async fn the_log_tells_every_pace_there_was_and_not_who_set_it() {
    let room = Room::new("trusted", "invited").await;
    paces(&room, 0, json!({"slowMinutes": 5})).await;
    paces(&room, 1, json!({"closed": true, "why": "We ronden af."})).await;
    let log = room.fatima.get(&path(&room, "/acts")).await;
    let lines = log.body["items"].as_array().unwrap();
    assert_eq!(lines.len(), 2, "{}", log.text);
    assert_eq!(
        (
            &lines[0]["closed"],
            &lines[0]["why"],
            &lines[0]["slowMinutes"]
        ),
        (&json!(true), &json!("We ronden af."), &json!(0))
    );
    assert_eq!(
        (&lines[1]["act"], &lines[1]["slowMinutes"]),
        (&json!("paced"), &json!(5))
    );
    assert!(!log.text.contains("Joost"), "{}", log.text);
    let first = room.fatima.get(&path(&room, "/acts?limit=1")).await;
    let next = first.body["next"].as_str().unwrap();
    let rest = room
        .fatima
        .get(&path(&room, &format!("/acts?limit=1&cursor={next}")))
        .await;
    assert_eq!(rest.body["items"][0], lines[1], "{}", rest.text);
    let bad = room.fatima.get(&path(&room, "/acts?cursor=x")).await;
    assert_eq!(bad.status, 400, "{}", bad.text);
}

#[tokio::test]
async fn only_who_reads_the_room_reads_its_log() {
    let room = Room::new("trusted", "invited").await;
    paces(&room, 0, json!({"slowMinutes": 5})).await;
    let elsewhere = room.app.tenant("elders").await;
    let role = TenantRole::Owner;
    let other = room.app.member("Els", elsewhere, role).await;
    let owner = room.app.member("Elise", room.tenant, role).await;
    let left = room.joins("Bram", IssueRole::Participant).await;
    assert_eq!(left.get(&path(&room, "/acts")).await.status, 200);
    let leave = format!("/v1/tenants/ess/issues/{}/participants/_me", room.issue);
    assert!(left.delete(&leave).await.status < 300);
    for who in [&other, &owner, &left, &room.app.visitor()] {
        assert_eq!(who.get(&path(&room, "/acts")).await.status, 404);
    }
}

#[tokio::test]
async fn from_some_moment_on_posts_are_looked_at_first_and_then_no_more() {
    for regime in ["trusted", "confidential"] {
        let room = Room::new(regime, "invited").await;
        assert_eq!(says(&room, "Meteen te lezen.").await.status, 201);
        let set = paces(&room, 0, json!({"lookedAtFirst": true})).await;
        assert_eq!(set.body["pace"]["lookedAtFirst"], true, "{}", set.text);
        let sheet = room.fatima.get(&path(&room, "")).await;
        assert_eq!(sheet.body["sheet"]["lookedAtFirst"], true);
        let waits = says(&room, "Dit wacht.").await;
        assert_eq!(waits.status, 202, "{}", waits.text);
        // Another pace leaves it as it is.
        paces(&room, 1, json!({"slowMinutes": 1})).await;
        assert_eq!(says(&room, "Dit ook.").await.status, 202);
        paces(&room, 2, json!({"lookedAtFirst": false})).await;
        assert_eq!(says(&room, "Weer meteen.").await.status, 201);
        // What waited before goes on waiting.
        let waiting = room.fatima.get(&path(&room, "/waiting-posts")).await;
        assert_eq!(waiting.body["items"].as_array().unwrap().len(), 2);
        let log = room.fatima.get(&path(&room, "/acts")).await;
        let held: Vec<_> = log.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line["lookedAtFirst"].clone())
            .collect();
        assert_eq!(held, [json!(false), json!(true), json!(true)]);
    }
    let nobody = Room::new("authorless", "invited").await;
    let refused = paces(&nobody, 0, json!({"lookedAtFirst": true})).await;
    assert_eq!(
        refused.body["errors"],
        json!([{"pointer": "/lookedAtFirst", "code": "thread.cannot-wait", "detail": refused.body["errors"][0]["detail"]}]),
        "{}",
        refused.text
    );
}

#[tokio::test]
async fn that_a_post_went_back_stands_there_by_the_day_and_without_a_word_of_it() {
    let room = Room::new("trusted", "invited").await;
    paces(&room, 0, json!({"lookedAtFirst": true})).await;
    let waits = says(&room, "Een pimpelmees zat hier.").await;
    let id = waits.body["id"].as_str().unwrap();
    room.app.advance(Duration::from_secs(3 * 3_600));
    let back = format!("/v1/tenants/ess/waiting-posts/{id}/_return");
    let words = json!({"words": "Noem geen buren."});
    let done = room.convener.post(&back, &words).await;
    assert_eq!(done.status, 204, "{}", done.text);
    let karim = room.joins("Karim", IssueRole::Participant).await;
    let log = karim.get(&path(&room, "/acts")).await;
    let lines = log.body["items"].as_array().unwrap();
    let line = lines
        .iter()
        .find(|line| line["act"] == "sent-back")
        .unwrap();
    assert!(line["at"].as_str().unwrap().contains("T00:00:00"), "{line}");
    for word in ["pimpelmees", "buren", "Fatima", id] {
        assert!(!log.text.contains(word), "{}", log.text);
    }
}

#[tokio::test]
async fn a_conversation_goes_on_under_other_rules_and_both_lead_to_each_other() {
    let room = Room::new("open", "public").await;
    let next = opens(&room, &room.fatima, "confidential").await;
    let mut socket = Socket::open(&room.fatima).await;
    socket
        .subscribe(&format!("thread:{}", room.thread), Some(1))
        .await;
    let set = goes_on(&room, &room.convener, &next).await;
    assert_eq!(set.status, 204, "{}", set.text);
    assert_eq!(socket.hear().await["kind"], "room.paced");
    let old = room.fatima.get(&path(&room, "")).await;
    assert_eq!(
        (&old.body["silence"], &old.body["pace"]["why"]),
        (&json!("ended"), &json!("Het wordt persoonlijk."))
    );
    assert_eq!(
        old.body["followedBy"],
        json!({"thread": next, "title": "Verder"}),
        "{}",
        old.text
    );
    let new = room
        .fatima
        .get(&format!("/v1/tenants/ess/threads/{next}"))
        .await;
    assert_eq!(new.body["follows"]["thread"], room.thread.as_str());
    assert_eq!(new.body["regime"], "confidential");
    // Who does not read the other one does not learn that it is there.
    let reads = room.app.visitor().get(&path(&room, "")).await;
    assert_eq!(reads.status, 200);
    assert_eq!(reads.body["followedBy"], Value::Null, "{}", reads.text);
    assert!(!reads.text.contains(&next), "{}", reads.text);
}

#[tokio::test]
async fn where_it_goes_on_can_be_changed_and_a_room_that_opens_again_leads_nowhere() {
    let room = Room::new("trusted", "invited").await;
    let first = opens(&room, &room.convener, "confidential").await;
    let second = opens(&room, &room.convener, "authorless").await;
    for next in [&first, &second, &second] {
        assert_eq!(goes_on(&room, &room.convener, next).await.status, 204);
    }
    let at = |id: &str| format!("/v1/tenants/ess/threads/{id}");
    let left = room.fatima.get(&at(&first)).await;
    assert_eq!(left.body["follows"], Value::Null, "{}", left.text);
    let closed = paces(&room, 3, json!({"closed": true, "why": "Al gesloten."})).await;
    assert_eq!(closed.status, 200, "{}", closed.text);
    let still = room.fatima.get(&path(&room, "")).await;
    assert_eq!(still.body["followedBy"]["thread"], second.as_str());
    let open = paces(&room, 4, json!({})).await;
    assert_eq!(open.status, 200, "{}", open.text);
    for id in [&room.thread, &second] {
        let seen = room.fatima.get(&at(id)).await;
        assert_eq!(
            (&seen.body["follows"], &seen.body["followedBy"]),
            (&Value::Null, &Value::Null)
        );
    }
}

#[tokio::test]
async fn it_goes_on_only_in_an_open_end_of_the_same_issue_under_other_rules() {
    let room = Room::new("trusted", "invited").await;
    let next = opens(&room, &room.convener, "confidential").await;
    let stranger = room.app.person("Vreemde").await;
    for (who, status) in [(&room.fatima, 403), (&stranger, 404)] {
        assert_eq!(goes_on(&room, who, &next).await.status, status);
    }
    let same = opens(&room, &room.convener, "trusted").await;
    let form = json!({"regime": "confidential", "visibility": "invited"});
    let issue = room.app.open_issue(&room.convener, "ess", form).await;
    let elsewhere = room.app.thread(&room.convener, "ess", &issue).await;
    for (thread, code) in [
        (same.as_str(), "thread.same-rules"),
        (elsewhere.as_str(), "thread.next-not-here"),
        (room.thread.as_str(), "thread.same-rules"),
    ] {
        let refused = goes_on(&room, &room.convener, thread).await;
        assert_eq!(refused.body["errors"][0]["code"], code, "{}", refused.text);
    }
    // Nothing stays behind of what was refused.
    let form = json!({"thread": next, "why": " "});
    let refused = room.convener.put(&path(&room, "/successor"), &form).await;
    assert_eq!(refused.body["errors"][0]["pointer"], "/why");
    let seen = room.fatima.get(&path(&room, "")).await;
    assert_eq!(seen.body["followedBy"], Value::Null, "{}", seen.text);
    // Nobody is sent where nobody can write.
    let shut = opens(&room, &room.convener, "authorless").await;
    let at = format!("/v1/tenants/ess/threads/{shut}/pace");
    let closed = json!({"slowMinutes": 0, "closed": true, "why": "Klaar."});
    let set = room.convener.put_from(&at, "\"0\"", &closed).await;
    assert_eq!(set.status, 200, "{}", set.text);
    let at = set.body["pace"]["closedAt"].as_str().unwrap();
    assert!(
        at.contains(":00:00"),
        "the hour, where nobody is an author: {at}"
    );
    let refused = goes_on(&room, &room.convener, &shut).await;
    assert_eq!(refused.body["errors"][0]["code"], "thread.goes-elsewhere");
    // What goes on itself is no end.
    assert_eq!(goes_on(&room, &room.convener, &next).await.status, 204);
    // Nor does one room take over from two.
    let two = format!("/v1/tenants/ess/threads/{same}/successor");
    let form = json!({"thread": next, "why": "Ook daarheen."});
    let refused = room.convener.put(&two, &form).await;
    assert_eq!(
        refused.body["errors"][0]["code"], "thread.goes-elsewhere",
        "{}",
        refused.text
    );
    let back = format!("/v1/tenants/ess/threads/{next}/successor");
    let form = json!({"thread": room.thread, "why": "Terug."});
    let refused = room.convener.put(&back, &form).await;
    assert_eq!(
        refused.body["errors"][0]["code"], "thread.goes-elsewhere",
        "{}",
        refused.text
    );
}
