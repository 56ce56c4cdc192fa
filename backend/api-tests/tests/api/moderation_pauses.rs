//! Pauses that two decisions set, and what is left of them when one turns out wrong.

use kernel::Clock;
use serde_json::json;

use crate::moderation::{DAY, Street};

#[tokio::test]
async fn a_pause_that_was_wrong_leaves_another_one_that_stands() {
    let mut street = Street::new("trusted", "invited").await;
    let second = street.says(&street.karim, "En hun hond ook.").await;
    let now = street.app.clock.now();
    let (shorter, longer) = (now.plus(DAY * 5), now.plus(DAY * 10));
    let pause = json!({ "pauseUntil": shorter });
    street.decided_by(&street.joost, "leave", pause).await;
    second.body["id"]
        .as_str()
        .unwrap()
        .clone_into(&mut street.post);
    let pause = json!({ "pauseUntil": longer });
    let case = street.decided_by(&street.joost, "leave", pause).await;
    let thread = street.path(&format!("threads/{}", street.thread));
    let room = street.karim.get(&thread).await;
    assert_eq!(room.body["pausedUntil"], json!(longer), "{}", room.text);
    let decision = street.decision(&street.karim).await;
    let made = street.object(&street.karim, &decision["id"]).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let answered = street.answer(&street.owner, &case, true).await;
    assert_eq!(answered.status, 200, "{}", answered.text);
    let room = street.karim.get(&thread).await;
    assert_eq!(room.body["pausedUntil"], json!(shorter), "{}", room.text);
}

#[tokio::test]
async fn who_decides_anew_ends_the_pause_of_what_no_longer_holds() {
    let street = Street::new("open", "public").await;
    let now = street.app.clock.now();
    let (longer, shorter) = (now.plus(DAY * 90), now.plus(DAY * 5));
    let until = now.plus(DAY * 3);
    let hidden = json!({"until": until, "pauseUntil": longer});
    let case = street.decided_by(&street.joost, "hide", hidden).await;
    let reports = street.fatima.get("/v1/me/reports").await;
    let decision = &reports.body["items"][0]["outcome"]["decision"];
    let made = street.object(&street.fatima, decision).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let answered = street.answer(&street.owner, &case, true).await;
    assert_eq!(answered.status, 200, "{}", answered.text);
    let form = json!({
        "act": "remove", "ground": "rules", "rule": "Regel 3", "facts": "Weg, maar kort.", "pauseUntil": shorter
    });
    let decided = street.act(&street.owner, &case, "_decide", form).await;
    assert_eq!(decided.status, 200, "{}", decided.text);
    let thread = street.path(&format!("threads/{}", street.thread));
    let room = street.karim.get(&thread).await;
    assert_eq!(room.body["pausedUntil"], json!(shorter), "{}", room.text);
}

#[tokio::test]
async fn a_pause_that_was_decided_anew_stands_when_another_one_ends() {
    let mut street = Street::new("open", "public").await;
    let second = street.says(&street.karim, "En hun hond ook.").await;
    let now = street.app.clock.now();
    let (first, anew, other) = (now.plus(DAY), now.plus(DAY * 60), now.plus(DAY * 90));
    let pause = json!({ "pauseUntil": first });
    let case = street.decided_by(&street.joost, "leave", pause).await;
    let reports = street.fatima.get("/v1/me/reports").await;
    let decision = &reports.body["items"][0]["outcome"]["decision"];
    assert_eq!(street.object(&street.fatima, decision).await.status, 201);
    assert_eq!(street.answer(&street.owner, &case, true).await.status, 200);
    let form = json!({
        "act": "leave", "ground": "rules", "rule": "Regel 3", "facts": "Langer.", "pauseUntil": anew
    });
    let decided = street.act(&street.owner, &case, "_decide", form).await;
    assert_eq!(decided.status, 200, "{}", decided.text);

    second.body["id"]
        .as_str()
        .unwrap()
        .clone_into(&mut street.post);
    let pause = json!({ "pauseUntil": other });
    let case = street.decided_by(&street.joost, "leave", pause).await;
    let decision = street.decision(&street.karim).await;
    assert_eq!(
        street.object(&street.karim, &decision["id"]).await.status,
        201
    );
    assert_eq!(street.answer(&street.owner, &case, true).await.status, 200);
    let thread = street.path(&format!("threads/{}", street.thread));
    let room = street.karim.get(&thread).await;
    assert_eq!(room.body["pausedUntil"], json!(anew), "{}", room.text);
}
