//! Rounds: everyone once before anyone twice.

use kernel::IssueRole;
use serde_json::{Value, json};
use testkit::{Answer, Person, Socket};

use crate::calendar::rows;
use crate::threads::Room;

/// Fatima and Bram in a round that Joost leads.
struct Round {
    room: Room,
    bram: Person,
}

impl Round {
    async fn new() -> Self {
        Self::of("trusted").await
    }

    async fn of(regime: &str) -> Self {
        let mut room = Room::new(regime, "invited").await;
        let bram = room.joins("Bram", IssueRole::Participant).await;
        let threads = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
        let form = json!({"title": "Wat raakt je?", "body": "Ieder een keer.", "kind": "round"});
        let opened = room.convener.post(&threads, &form).await;
        assert_eq!(opened.status, 201, "{}", opened.text);
        opened.body["id"]
            .as_str()
            .unwrap()
            .clone_into(&mut room.thread);
        Self { room, bram }
    }

    fn path(&self, rest: &str) -> String {
        format!("/v1/tenants/ess/threads/{}/round{rest}", self.room.thread)
    }

    async fn seen(&self, who: &Person) -> Value {
        let seen = who.get(&self.path("")).await;
        assert_eq!(seen.status, 200, "{}", seen.text);
        seen.body
    }

    async fn says(&self, who: &Person) -> Answer {
        who.post(&self.room.posts(), &json!({"body": "Ik vind."}))
            .await
    }

    async fn next(&self, who: &Person, after: i64) -> Answer {
        who.post(&self.path("/_next"), &json!({"after": after}))
            .await
    }
}

#[tokio::test]
async fn nobody_speaks_twice_before_the_next_round() {
    let round = Round::new().await;
    let (joost, fatima) = (&round.room.convener, &round.room.fatima);
    let before = round.seen(fatima).await;
    assert_eq!(
        (
            &before["number"],
            &before["open"],
            &before["spoken"],
            &before["done"]
        ),
        (
            &json!(1),
            &json!(["bram", "fatima"]),
            &json!(false),
            &json!(false)
        ),
        "who leads is not waited for"
    );
    assert_eq!(round.says(fatima).await.status, 201);
    let twice = round.says(fatima).await;
    assert_eq!((twice.status, twice.code()), (409, "thread.others-first"));
    assert_eq!(round.says(joost).await.status, 201);
    assert_eq!(
        round.says(joost).await.status,
        201,
        "who leads is not bound"
    );
    let halfway = round.seen(fatima).await;
    assert_eq!(
        (&halfway["open"], &halfway["spoken"]),
        (&json!(["bram"]), &json!(true))
    );
    assert_eq!(round.says(&round.bram).await.status, 201);
    assert_eq!(round.seen(fatima).await["done"], true);
    assert_eq!(round.says(fatima).await.code(), "thread.others-first");

    assert_eq!(round.next(fatima, 1).await.status, 403);
    let began = round.next(joost, 1).await;
    assert_eq!(
        (began.status, &began.body["number"]),
        (200, &json!(2)),
        "{}",
        began.text
    );
    let again = round.next(joost, 1).await;
    assert_eq!(again.body["number"], 2, "twice is once");
    assert_eq!(round.says(fatima).await.status, 201);
    let last = round.room.seen(fatima).await["lastSeq"].clone();
    assert_eq!(last, 6, "what was refused took no number");
}

#[tokio::test]
async fn who_lets_it_pass_is_not_waited_for_and_may_still_speak() {
    let round = Round::new().await;
    let skip = round.path("/skip");
    let passed = round.bram.put(&skip, &Value::Null).await;
    assert_eq!(
        (
            &passed.body["open"],
            &passed.body["passed"],
            &passed.body["skips"]
        ),
        (&json!(["fatima"]), &json!(["bram"]), &json!(true)),
        "{}",
        passed.text
    );
    let back = round.bram.delete(&skip).await;
    assert_eq!(
        (&back.body["passed"], &back.body["skips"]),
        (&json!([]), &json!(false))
    );
    round.bram.put(&skip, &Value::Null).await;
    assert_eq!(round.says(&round.bram).await.status, 201);
    assert_eq!(round.seen(&round.bram).await["skips"], false);
    let leads = round.room.convener.put(&skip, &Value::Null).await;
    assert_eq!(leads.status, 403, "{}", leads.text);
    round.next(&round.room.convener, 1).await;
    assert_eq!(
        round.seen(&round.bram).await["passed"],
        json!([]),
        "of that round only"
    );
    assert_eq!(rows(&round.room.app, "round_skip").await, 1);
    let copy = round.bram.get("/v1/me/records").await;
    assert!(copy.text.contains("passedRounds"), "{}", copy.text);
}

#[tokio::test]
async fn what_was_taken_back_was_no_turn() {
    let round = Round::new().await;
    let said = round.says(&round.bram).await;
    let path = format!(
        "/v1/tenants/ess/posts/{}",
        said.body["id"].as_str().unwrap()
    );
    assert_eq!(round.bram.delete(&path).await.status, 204);
    assert_eq!(round.says(&round.bram).await.status, 201);
    assert_eq!(round.says(&round.bram).await.status, 409);
}

#[tokio::test]
async fn the_room_hears_of_turns_and_outsiders_learn_nothing() {
    let round = Round::new().await;
    let mut socket = Socket::open(&round.room.fatima).await;
    let topic = format!("thread:{}", round.room.thread);
    socket.subscribe(&topic, Some(1)).await;
    round.bram.put(&round.path("/skip"), &Value::Null).await;
    assert_eq!(socket.hear().await["kind"], "turn.passed");
    round.next(&round.room.convener, 1).await;
    assert_eq!(socket.hear().await["kind"], "turn.began");
    let stranger = round.room.app.person("Vreemde").await;
    assert_eq!(stranger.get(&round.path("")).await.status, 404);
    assert_eq!(
        stranger
            .put(&round.path("/skip"), &Value::Null)
            .await
            .status,
        404
    );
    assert_eq!(round.next(&stranger, 2).await.status, 404);
}

#[tokio::test]
async fn who_only_reads_along_hears_no_names() {
    let mut room = Room::new("open", "public").await;
    let threads = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    let form = json!({"title": "Ronde", "body": "Ieder een keer.", "kind": "round"});
    let opened = room.convener.post(&threads, &form).await;
    opened.body["id"]
        .as_str()
        .unwrap()
        .clone_into(&mut room.thread);
    let path = format!("/v1/tenants/ess/threads/{}/round", room.thread);
    let seen = room.app.visitor().get(&path).await;
    assert_eq!(
        (seen.status, &seen.body["open"]),
        (200, &json!([])),
        "{}",
        seen.text
    );
    assert_eq!(seen.body["done"], false);
    let talk = room.opens_talk().await;
    let none = room
        .fatima
        .get(&format!("/v1/tenants/ess/threads/{talk}/round"))
        .await;
    assert_eq!((none.status, &none.body["number"]), (200, &json!(0)));
}

impl Room {
    async fn opens_talk(&self) -> String {
        self.app.thread(&self.convener, "ess", &self.issue).await
    }
}

#[tokio::test]
async fn under_an_alias_a_round_waits_for_who_runs_it_as_well() {
    let round = Round::of("confidential").await;
    let (joost, fatima) = (&round.room.convener, &round.room.fatima);
    for who in [fatima, &round.bram] {
        assert_eq!(round.says(who).await.status, 201);
    }
    let seen = round.seen(fatima).await;
    assert_eq!(seen["done"], false, "else who speaks now is known");
    let skip = round.path("/skip");
    let passed = joost.put(&skip, &Value::Null).await;
    assert_eq!(passed.status, 200, "{}", passed.text);
    assert_eq!(round.seen(fatima).await["done"], true);
}

#[tokio::test]
async fn many_links_of_a_newcomer_are_refused_where_nothing_waits() {
    let round = Round::new().await;
    let links = "https://a.nl https://b.nl https://c.nl https://d.nl";
    let said = json!({ "body": links });
    let refused = round.room.fatima.post(&round.room.posts(), &said).await;
    assert_eq!(
        (refused.status, &refused.body["errors"][0]["code"]),
        (400, &json!("post.links")),
        "{}",
        refused.text
    );
    assert_eq!(round.says(&round.room.fatima).await.status, 201);
}
