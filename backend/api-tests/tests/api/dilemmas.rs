//! A dilemma, from concern to perspective.

use std::time::Duration;

use kernel::IssueRole;
use serde_json::{Value, json};
use testkit::{Answer, Person, Socket};

use crate::calendar::rows;
use crate::threads::Room;

/// Fatima has a concern; Bram listens; Joost leads.
pub struct Dilemma {
    pub room: Room,
    pub bram: Person,
    pub concern: String,
}

impl Dilemma {
    pub async fn new() -> Self {
        let mut room = Room::new("trusted", "invited").await;
        let bram = room.joins("Bram", IssueRole::Participant).await;
        let threads = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
        let form = json!({"title": "Hek of geen hek?", "body": "Wat nu?", "kind": "dilemma"});
        let opened = room.convener.post(&threads, &form).await;
        assert_eq!(opened.status, 201, "{}", opened.text);
        opened.body["id"]
            .as_str()
            .unwrap()
            .clone_into(&mut room.thread);
        let concern = room
            .said(&room.fatima, "Mijn zoon durft er niet langs.")
            .await;
        let dilemma = Self {
            room,
            bram,
            concern,
        };
        let sorted = dilemma.sort(&dilemma.room.fatima, "concern").await;
        assert_eq!(sorted.body["view"], "concern", "{}", sorted.text);
        dilemma
    }

    async fn sort(&self, who: &Person, kind: &str) -> Answer {
        let path = format!("/v1/tenants/ess/posts/{}/view", self.concern);
        who.put(&path, &json!({"kind": kind})).await
    }

    pub async fn hears(&self, who: &Person, words: &str) -> Answer {
        let path = format!("/v1/tenants/ess/posts/{}/acknowledgements", self.concern);
        who.post(&path, &json!({"words": words})).await
    }

    async fn act(&self, who: &Person, heard: &Answer, act: &str, words: Value) -> Answer {
        let id = heard.body["id"].as_str().unwrap();
        who.post(
            &format!("/v1/tenants/ess/acknowledgements/{id}/{act}"),
            &words,
        )
        .await
    }

    pub fn path(&self) -> String {
        format!("/v1/tenants/ess/threads/{}/dilemma", self.room.thread)
    }

    async fn offers(&self, who: &Person, version: &str) -> Answer {
        let offer = json!({
            "possible": "Een lager hek, en licht.",
            "impossible": "Een afgesloten plein.",
            "decides": "De raad, in mei.",
        });
        who.put_from(&self.path(), version, &offer).await
    }
}

#[tokio::test]
async fn a_concern_is_heard_by_somebody_else_and_meant_so() {
    let dilemma = Dilemma::new().await;
    let (fatima, bram) = (&dilemma.room.fatima, &dilemma.bram);
    let heard = dilemma
        .hears(bram, "U bent bang dat hij thuis blijft.")
        .await;
    assert_eq!(heard.status, 201, "{}", heard.text);
    assert_eq!(
        (
            &heard.body["name"],
            &heard.body["state"],
            &heard.body["can"]["answer"]
        ),
        (&json!("bram"), &json!("open"), &json!(false))
    );
    let own = dilemma.hears(fatima, "Dat bedoel ik.").await;
    assert_eq!((own.status, own.code()), (409, "dilemma.own"));
    let twice = dilemma.hears(bram, "Nog eens.").await;
    assert_eq!((twice.status, twice.code()), (409, "dilemma.heard"));
    let not_his = dilemma.act(bram, &heard, "_confirm", json!({})).await;
    assert_eq!((not_his.status, not_his.code()), (403, "dilemma.forbidden"));
    let meant = dilemma.act(fatima, &heard, "_confirm", json!({})).await;
    assert_eq!(
        (meant.status, &meant.body["state"]),
        (200, &json!("meant")),
        "{}",
        meant.text
    );
    let again = dilemma.act(fatima, &heard, "_confirm", json!({})).await;
    assert_eq!((again.status, again.code()), (409, "dilemma.answered"));
    let seen = bram.get(&dilemma.path()).await;
    assert_eq!(
        seen.body["acknowledgements"][0]["words"],
        "U bent bang dat hij thuis blijft."
    );
}

#[tokio::test]
async fn whose_concern_it_is_says_it_better() {
    let dilemma = Dilemma::new().await;
    let fatima = &dilemma.room.fatima;
    let heard = dilemma.hears(&dilemma.bram, "U wilt een hek.").await;
    let empty = dilemma
        .act(fatima, &heard, "_correct", json!({"words": " "}))
        .await;
    assert_eq!(
        empty.body["errors"][0]["pointer"], "/words",
        "{}",
        empty.text
    );
    let words = json!({"words": "Ik wil dat hij er langs durft."});
    let better = dilemma.act(fatima, &heard, "_correct", words).await;
    assert_eq!(
        (&better.body["state"], &better.body["better"]),
        (&json!("better"), &json!("Ik wil dat hij er langs durft."))
    );
}

#[tokio::test]
async fn only_a_concern_is_heard_and_only_its_author_says_what_it_is() {
    let dilemma = Dilemma::new().await;
    let theirs = dilemma.sort(&dilemma.bram, "position").await;
    assert_eq!((theirs.status, theirs.code()), (403, "thread.forbidden"));
    dilemma.sort(&dilemma.room.fatima, "value").await;
    let heard = dilemma.hears(&dilemma.bram, "Ik hoor.").await;
    assert_eq!((heard.status, heard.code()), (409, "dilemma.no-concern"));
    let path = format!("/v1/tenants/ess/posts/{}/view", dilemma.concern);
    let back = dilemma.room.fatima.delete(&path).await;
    assert_eq!(back.body.get("view"), None, "{}", back.text);
    let nonsense = dilemma.sort(&dilemma.room.fatima, "wrong").await;
    assert_eq!(nonsense.status, 400, "{}", nonsense.text);
}

#[tokio::test]
async fn who_leads_says_what_is_possible_what_is_not_and_who_decides() {
    let dilemma = Dilemma::new().await;
    let joost = &dilemma.room.convener;
    let hers = dilemma.offers(&dilemma.room.fatima, "\"0\"").await;
    assert_eq!((hers.status, hers.code()), (403, "thread.forbidden"));
    let offered = dilemma.offers(joost, "\"0\"").await;
    assert_eq!(
        (offered.status, &offered.body["version"]),
        (200, &json!(1)),
        "{}",
        offered.text
    );
    let late = dilemma.offers(joost, "\"0\"").await;
    assert_eq!(late.status, 412, "{}", late.text);
    assert_eq!(dilemma.offers(joost, "\"1\"").await.body["version"], 2);
    let half = json!({"possible": "Licht.", "impossible": "", "decides": ""});
    let half = joost.put_from(&dilemma.path(), "\"2\"", &half).await;
    assert_eq!(
        half.body["errors"].as_array().unwrap().len(),
        2,
        "{}",
        half.text
    );
    let read = dilemma.bram.get(&dilemma.path()).await;
    assert_eq!(
        (&read.body["decides"], &read.body["can"]["offer"]),
        (&json!("De raad, in mei."), &json!(false))
    );
}

#[tokio::test]
async fn it_is_taken_back_and_goes_with_the_post() {
    let dilemma = Dilemma::new().await;
    let heard = dilemma.hears(&dilemma.bram, "Ik hoor angst.").await;
    let path = format!(
        "/v1/tenants/ess/acknowledgements/{}",
        heard.body["id"].as_str().unwrap()
    );
    assert_eq!(dilemma.room.fatima.delete(&path).await.status, 403);
    assert_eq!(dilemma.bram.delete(&path).await.status, 204);
    assert_eq!(rows(&dilemma.room.app, "acknowledgement").await, 0);

    dilemma.hears(&dilemma.bram, "Ik hoor angst.").await;
    let copy = dilemma.bram.get("/v1/me/records").await;
    assert!(copy.text.contains("Ik hoor angst."), "{}", copy.text);
    let post = format!("/v1/tenants/ess/posts/{}", dilemma.concern);
    assert_eq!(dilemma.room.fatima.delete(&post).await.status, 204);
    let seen = dilemma.bram.get(&dilemma.path()).await;
    assert_eq!(seen.body["acknowledgements"], json!([]));
    for _ in 0..2 {
        dilemma.room.app.advance(Duration::from_secs(24 * 3_600));
        app::calendar::turn(&dilemma.room.app.state).await;
    }
    assert_eq!(rows(&dilemma.room.app, "acknowledgement").await, 0);
}

#[tokio::test]
async fn the_room_hears_of_it_and_outsiders_learn_nothing() {
    let dilemma = Dilemma::new().await;
    let mut socket = Socket::open(&dilemma.room.fatima).await;
    socket
        .subscribe(&format!("thread:{}", dilemma.room.thread), Some(3))
        .await;
    let heard = dilemma.hears(&dilemma.bram, "Ik hoor angst.").await;
    assert_eq!(socket.hear().await["kind"], "dilemma.changed");
    let stranger = dilemma.room.app.person("Vreemde").await;
    assert_eq!(stranger.get(&dilemma.path()).await.status, 404);
    assert_eq!(dilemma.hears(&stranger, "Ik hoor.").await.status, 404);
    let act = dilemma.act(&stranger, &heard, "_confirm", json!({})).await;
    assert_eq!((act.status, act.code()), (404, "dilemma.not-found"));
    let talk = dilemma
        .room
        .app
        .thread(&dilemma.room.convener, "ess", &dilemma.room.issue);
    let talk = talk.await;
    let none = dilemma
        .bram
        .get(&format!("/v1/tenants/ess/threads/{talk}/dilemma"))
        .await;
    assert_eq!((none.status, &none.body["version"]), (200, &json!(0)));
}
