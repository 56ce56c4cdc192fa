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
