//! Who is told of an objection where nobody knows who wrote a post, who may answer it, and that nothing they read tells whose
//! it is.

use kernel::Clock;
use moderation::ObjectionFault;
use serde_json::{Value, json};
use testkit::Person;

use super::objections::{HERS, HIS, Objecting, Removed};
use crate::moderation::DAY;

const REGIMES: [&str; 2] = ["confidential", "authorless"];

async fn kinds(it: &Objecting, person: &Person) -> Vec<String> {
    it.room.app.settle().await;
    let told = person.get("/v1/me/notifications").await;
    let items = told.body["items"].as_array().unwrap().iter();
    let kinds = items.map(|it| it["kind"].as_str().unwrap().to_owned());
    kinds.filter(|it| it.contains("appeal")).collect()
}

async fn objected(it: &Objecting, person: &Person, key: &'static str) -> (Removed, String) {
    let removed = it.removed(person, key).await;
    let decision = it.decision(person, &removed).await;
    let made = it
        .object(person, &removed, decision["id"].as_str().unwrap())
        .await;
    assert_eq!(made.status, 201, "{}", made.text);
    it.room.app.settle().await;
    let id = made.body["id"].as_str().unwrap().to_owned();
    (removed, id)
}

#[tokio::test]
async fn who_did_not_decide_is_told_and_may_answer_and_nobody_else() {
    for regime in REGIMES {
        let it = Objecting::new(regime).await;
        let room = &it.room;
        let (removed, _) = objected(&it, &room.fatima, HERS).await;
        assert_eq!(kinds(&it, &it.ines).await, ["appeal-waiting"], "{regime}");
        for other in [&room.joost, &room.henk, &it.noor, &room.fatima] {
            assert_eq!(kinds(&it, other).await, Vec::<String>::new(), "{regime}");
        }
        let case = format!("/v1/tenants/ess/moderation-cases/{}", removed.case);
        let own = room.joost.post(&format!("{case}/_claim"), &json!({})).await;
        assert_eq!((own.status, own.code()), (403, "moderation.own-decision"));
        for other in [&room.henk, &it.noor, &room.fatima] {
            let refused = other.post(&format!("{case}/_claim"), &json!({})).await;
            assert_eq!(refused.status, 404, "{regime}");
            assert_eq!(other.get(&case).await.status, 404, "{regime}");
        }
        let taken = it.ines.post(&format!("{case}/_claim"), &json!({})).await;
        assert_eq!(taken.status, 200, "{}", taken.text);
    }
}

#[tokio::test]
async fn neither_page_nor_mail_nor_log_tells_whose_it_is() {
    for regime in REGIMES {
        let it = Objecting::new(regime).await;
        let room = &it.room;
        let (removed, _) = objected(&it, &room.fatima, HERS).await;
        let case = format!("/v1/tenants/ess/moderation-cases/{}", removed.case);
        it.ines.post(&format!("{case}/_claim"), &json!({})).await;
        let log = format!("{}/moderation-log", room.path());
        let mut read = vec![
            it.ines.get(&case).await.text,
            it.ines.get("/v1/tenants/ess/moderation-cases").await.text,
            room.joost.get(&case).await.text,
            room.henk.get(&log).await.text,
        ];
        let seen = read[0].clone();
        assert!(seen.contains("Het ging over mijzelf."), "{seen}");
        let appeal = serde_json::from_str::<Value>(&seen).unwrap();
        let form =
            json!({"appeal": appeal["appeals"][0]["id"], "granted": false, "facts": "Het blijft."});
        let done = it.ines.post(&format!("{case}/_answer"), &form).await;
        assert_eq!(done.status, 200, "{}", done.text);
        room.app.settle().await;
        read.push(room.henk.get(&log).await.text);
        for person in [&it.ines, &room.joost, &it.noor, &room.henk] {
            read.extend(room.app.mails_to(&person.email));
        }
        let person = room.fatima.id().to_string();
        for text in read {
            assert!(!text.to_lowercase().contains("fatima"), "{regime}: {text}");
            assert!(!text.contains(&person), "{regime}: {text}");
            assert!(!text.contains(HERS), "{regime}: {text}");
        }
        let own = room.app.mails_to(&room.fatima.email).concat();
        assert!(!own.contains("bezwaar"), "{regime}: nobody to tell: {own}");
    }
}

/// Whoever runs the room may be the alias: that nobody else is left would say so.
#[tokio::test]
async fn the_installation_does_not_learn_that_the_alias_is_the_only_one_left() {
    for regime in REGIMES {
        let it = Objecting::new(regime).await;
        let room = &it.room;
        let removed = it.removed_by(&it.ines, &room.joost, HIS).await;
        let decision = it.decision(&room.joost, &removed).await;
        let id = decision["id"].as_str().unwrap();
        let made = it.object(&room.joost, &removed, id).await;
        assert_eq!(made.status, 201, "{}", made.text);
        let appeal = made.body["id"].as_str().unwrap().parse().unwrap();
        let db = &room.app.state.db;
        let now = || room.app.clock.now();
        let found = moderation::objections(db, now()).await.unwrap();
        assert!(found.is_empty(), "{regime}: {found:?}");
        let early = moderation::show_objection(db, now(), appeal).await;
        let Err(ObjectionFault::TheirsUntil { who, .. }) = early else {
            panic!("{regime}: {early:?}")
        };
        assert!(who.runs, "as of anybody else");

        room.app.advance(DAY * 8);
        let found = moderation::objections(db, now()).await.unwrap();
        assert!(found[0].late && !found[0].who.is_nobody(), "{found:?}");
        let shown = moderation::show_objection(db, now(), appeal).await.unwrap();
        let shown = shown.to_string();
        assert!(shown.contains("Wat hier staat, is gemeld."), "{shown}");
        for name in ["joost", "noor", "ines", &room.joost.id().to_string()] {
            assert!(!shown.to_lowercase().contains(name), "{regime}: {shown}");
        }
        room.app.advance(DAY / 24);
        let answer = (true, "Het mag er staan.");
        let done = moderation::decide_objection(db, now(), appeal, answer).await;
        assert!(done.is_ok(), "{done:?}");
        room.app.settle().await;
        let joost = room.app.sign_in_again(&room.joost).await;
        let told = it.told(&joost, &removed).await;
        let appeal = &told.body["items"][0]["appeal"];
        assert_eq!(
            (&appeal["granted"], &appeal["byInstallation"]),
            (&json!(true), &json!(true)),
            "{}",
            told.text
        );
        let henk = room.app.sign_in_again(&room.henk).await;
        let log = henk.get(&format!("{}/moderation-log", room.path())).await;
        let lines = log.body["items"].as_array().unwrap();
        let acts: Vec<_> = lines.iter().map(|it| it["act"].clone()).collect();
        assert_eq!(
            acts[..2],
            [json!("reversed"), json!("looked")],
            "{}",
            log.text
        );
        assert!(!log.text.to_lowercase().contains("joost"), "{}", log.text);
    }
}
