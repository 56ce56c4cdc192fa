//! Objecting where nobody knows who wrote a post: whoever holds its key, or speaks by its alias.

use std::time::Duration;

use kernel::{IssueRole, TenantRole};
use reqwest::Method;
use serde_json::{Value, json};
use testkit::{Answer, Person};

use super::{Closed, of_post, with_key};

pub const HERS: &str = "een-sleutel-die-alleen-haar-browser-kent";
pub const HIS: &str = "een-sleutel-die-alleen-zijn-browser-kent";

/// A closed room in which Noor reports what others write, Joost takes it away, and Ines, who owns the organisation, looks again.
pub struct Objecting {
    pub room: Closed,
    pub noor: Person,
    pub ines: Person,
}

/// A post that was taken away.
pub struct Removed {
    pub post: Value,
    pub case: String,
    pub key: &'static str,
}

impl Removed {
    fn decisions(&self) -> String {
        format!("{}/moderation-decisions", of_post(&self.post))
    }
}

impl Objecting {
    pub async fn new(regime: &str) -> Self {
        let room = Closed::room(regime).await;
        let noor = room.app.person("Noor").await;
        room.app
            .admit(&noor, room.tenant, &room.issue, IssueRole::Participant)
            .await;
        let ines = room
            .app
            .member("Ines", room.tenant, TenantRole::Owner)
            .await;
        Self { room, noor, ines }
    }

    async fn act(&self, person: &Person, case: &str, what: &str, form: Value) -> Answer {
        self.room.app.advance(Duration::from_millis(1));
        let path = format!("/v1/tenants/ess/moderation-cases/{case}/{what}");
        let done = person.post(&path, &form).await;
        assert_eq!(done.status, 200, "{}", done.text);
        done
    }

    pub async fn removed(&self, writer: &Person, key: &'static str) -> Removed {
        self.removed_by(&self.room.joost, writer, key).await
    }

    pub async fn removed_by(
        &self,
        decider: &Person,
        writer: &Person,
        key: &'static str,
    ) -> Removed {
        let path = format!("{}/posts", self.room.path());
        let form = json!({"body": "Wat hier staat, is gemeld."});
        let sent = writer.post_once(&path, key, &form).await;
        assert_eq!(sent.status, 201, "{}", sent.text);
        let post = sent.body;
        let form = json!({"reason": "house-rules", "words": "Dit hoort hier niet."});
        let path = format!("{}/reports", of_post(&post));
        let reported = self.noor.post(&path, &form).await;
        assert_eq!(reported.status, 201, "{}", reported.text);
        let queue = decider.get("/v1/tenants/ess/moderation-cases").await;
        let case = queue.body["items"][0]["id"].as_str().unwrap().to_owned();
        self.act(decider, &case, "_claim", json!({})).await;
        let form = json!({"act": "remove", "ground": "rules", "rule": "Huisregel 2", "facts": "Het gaat over een ander."});
        self.act(decider, &case, "_decide", form).await;
        self.room.app.settle().await;
        Removed { post, case, key }
    }

    pub async fn told(&self, person: &Person, removed: &Removed) -> Answer {
        with_key(person, Method::GET, &removed.decisions(), removed.key).await
    }

    pub async fn object(&self, person: &Person, removed: &Removed, decision: &str) -> Answer {
        let path = format!("/v1/tenants/ess/moderation-decisions/{decision}/appeals");
        let request = person
            .request(Method::POST, &path)
            .header("Post-Key", removed.key)
            .header("Idempotency-Key", format!("bezwaar-{}", removed.key))
            .json(&json!({"words": "Het ging over mijzelf."}));
        person.send(request).await
    }

    /// Which decision it is, as the log of the room tells it.
    pub async fn decision(&self, person: &Person, removed: &Removed) -> Value {
        let log = person
            .get(&format!("{}/moderation-log", self.room.path()))
            .await;
        let items = log.body["items"].as_array().unwrap();
        let about = items
            .iter()
            .find(|it| it["post"] == removed.post["id"] && it["act"] == "remove");
        about.unwrap_or_else(|| panic!("{}", log.text)).clone()
    }

    async fn answered(&self, removed: &Removed) {
        let told = self.ines.get("/v1/me/notifications").await;
        let kinds = told.body["items"].as_array().unwrap();
        assert!(
            kinds.iter().any(|it| it["kind"] == "appeal-waiting"),
            "{}",
            told.text
        );
        let case = &removed.case;
        let taken = self.act(&self.ines, case, "_claim", json!({})).await;
        let appeal = &taken.body["appeals"][0];
        assert_eq!(appeal["words"], "Het ging over mijzelf.");
        let form = json!({"appeal": appeal["id"], "granted": true, "facts": "Opnieuw gelezen."});
        self.act(&self.ines, case, "_answer", form).await;
        self.room.app.settle().await;
    }
}

#[tokio::test]
async fn whoever_holds_the_key_reads_why_and_objects() {
    let it = Objecting::new("authorless").await;
    let room = &it.room;
    let removed = it.removed(&room.fatima, HERS).await;
    let decision = it.decision(&room.fatima, &removed).await;
    assert_eq!(decision["own"], false, "the room does not know");
    let id = decision["id"].as_str().unwrap();
    let stranger = room.app.person("Vreemde").await;

    let without = Removed {
        key: HIS,
        ..it.removed(&room.henk, HIS).await
    };
    let wrong = with_key(&room.fatima, Method::GET, &removed.decisions(), without.key).await;
    assert_eq!((wrong.status, wrong.code()), (403, "moderation.forbidden"));
    assert_eq!(room.fatima.get(&removed.decisions()).await.status, 403);
    assert_eq!(it.told(&stranger, &removed).await.status, 404);
    assert_eq!(it.object(&stranger, &removed, id).await.status, 404);
    assert_eq!(it.object(&room.fatima, &without, id).await.status, 404);

    let told = it.told(&room.fatima, &removed).await;
    let one = &told.body["items"][0];
    assert_eq!(
        (&one["facts"], &one["body"], &one["canAppeal"]),
        (
            &json!("Het gaat over een ander."),
            &json!("Wat hier staat, is gemeld."),
            &json!(true)
        ),
        "{}",
        told.text
    );
    let made = it.object(&room.fatima, &removed, id).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let again = it.object(&room.fatima, &removed, id).await;
    assert_eq!(again.body["id"], made.body["id"], "the same request");
    let path = format!("/v1/tenants/ess/moderation-decisions/{id}/appeals");
    let request = room
        .fatima
        .request(Method::POST, &path)
        .header("Post-Key", HERS)
        .json(&json!({"words": "Nog eens."}));
    let twice = room.fatima.send(request).await;
    assert_eq!((twice.status, twice.code()), (409, "moderation.settled"));
    room.app.settle().await;

    it.answered(&removed).await;
    let told = it.told(&room.fatima, &removed).await;
    let appeal = &told.body["items"][0]["appeal"];
    assert_eq!(
        (&appeal["granted"], &appeal["facts"]),
        (&json!(true), &json!("Opnieuw gelezen.")),
        "{}",
        told.text
    );
    assert_eq!(appeal["appealedAt"].as_str().unwrap()[13..], *":00:00Z");
    let posts = room.posts(&room.henk).await;
    let back = posts.iter().find(|post| post["id"] == removed.post["id"]);
    assert!(back.unwrap()["html"].as_str().unwrap().contains("gemeld"));
}

#[tokio::test]
async fn an_alias_reads_why_and_objects() {
    let it = Objecting::new("confidential").await;
    let room = &it.room;
    let removed = it.removed(&room.fatima, HERS).await;
    let decision = it.decision(&room.fatima, &removed).await;
    assert_eq!(decision["own"], true);
    let id = decision["id"].as_str().unwrap();
    for other in [&room.henk, &room.joost] {
        assert_eq!(it.decision(other, &removed).await["own"], false);
        assert_eq!(it.told(other, &removed).await.status, 403);
        assert_eq!(it.object(other, &removed, id).await.status, 404);
    }
    let said = room.says(&room.fatima, "Dit is van mij.").await;
    let form = json!({"reason": "house-rules", "words": "Van mijzelf."});
    let path = format!("{}/reports", of_post(&said));
    assert_eq!(
        room.fatima.post(&path, &form).await.code(),
        "moderation.own"
    );
    let mine = room.fatima.get("/v1/me/moderation-decisions").await;
    assert_eq!(mine.body["items"], json!([]), "nobody is named there");
    assert_eq!(it.object(&room.fatima, &removed, id).await.status, 201);
    room.app.settle().await;
    it.answered(&removed).await;
    let told = it.told(&room.fatima, &removed).await;
    assert_eq!(told.body["items"][0]["appeal"]["granted"], true);
}

#[tokio::test]
async fn a_title_is_its_openers_where_nobody_is_named_too() {
    let it = Objecting::new("authorless").await;
    let room = &it.room;
    let form = json!({"title": "Narwal", "body": "Vertel.", "regime": "authorless"});
    let path = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    let opened = room.fatima.post_once(&path, HERS, &form).await;
    assert_eq!(opened.status, 201, "{}", opened.text);
    let thread = format!(
        "/v1/tenants/ess/threads/{}",
        opened.body["id"].as_str().unwrap()
    );
    let report = json!({"reason": "house-rules", "words": "Dit hoort hier niet."});
    let reported = it.noor.post(&format!("{thread}/reports"), &report).await;
    assert_eq!(reported.status, 201, "{}", reported.text);
    let queue = room.joost.get("/v1/tenants/ess/moderation-cases").await;
    let case = queue.body["items"][0]["id"].as_str().unwrap().to_owned();
    it.act(&room.joost, &case, "_claim", json!({})).await;
    let form = json!({"act": "retitle", "title": "Gesprek", "ground": "rules", "rule": "Huisregel 2", "facts": "De titel noemt een ander."});
    it.act(&room.joost, &case, "_decide", form).await;
    let page = room.henk.get(&format!("{thread}/posts")).await;
    let post = page.body["items"][0].clone();
    let removed = Removed {
        post,
        case,
        key: HERS,
    };
    let told = it.told(&room.fatima, &removed).await;
    let one = &told.body["items"][0];
    assert_eq!(
        (&one["titleBefore"], &one["canAppeal"]),
        (&json!("Narwal"), &json!(true)),
        "{}",
        told.text
    );
    let id = one["id"].as_str().unwrap();
    assert_eq!(it.object(&room.fatima, &removed, id).await.status, 201);
    room.app.settle().await;
    it.answered(&removed).await;
    assert_eq!(room.henk.get(&thread).await.body["title"], "Narwal");
}
