//! Moderating where something else happened to the post meanwhile: it moved, was decided about again, or stands under an alias.

use kernel::IssueRole;
use serde_json::{Value, json};

use crate::behind::{behind, one_after_the_other};
use crate::moderation::{DAY, Street};

/// Takes the reported post to a conversation of its own.
async fn splits(street: &Street) -> String {
    let path = street.path(&format!("threads/{}/_split", street.thread));
    let form = json!({"title": "Over de hond", "posts": [street.post]});
    let made = street.joost.post(&path, &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
    made.body["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_post_that_moved_meanwhile_is_gone_where_it_is_and_people_go_on_there() {
    let street = Street::new("open", "public").await;
    street.says(&street.fatima, "Ik zie dat anders.").await;
    street.report(&street.fatima).await;
    let there = splits(&street).await;
    let posts = street.path(&format!("threads/{there}/posts"));
    assert!(street.fatima.get(&posts).await.text.contains("zwavelgele"));
    let case = street.queue(&street.joost).await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    street.act(&street.joost, &case, "_claim", json!({})).await;
    let form =
        json!({"act": "remove", "ground": "rules", "rule": "Regel 2", "facts": "Over buren."});
    let decided = street.act(&street.joost, &case, "_decide", form).await;
    assert_eq!(decided.status, 200, "{}", decided.text);
    let page = street.fatima.get(&posts).await;
    assert!(!page.text.contains("zwavelgele"), "{}", page.text);
    assert_eq!(page.body["items"][0]["held"], "removed");
    for number in 0..12 {
        let said = street
            .fatima
            .post(&posts, &json!({"body": format!("Verder {number}.")}))
            .await;
        assert_eq!(said.status, 201, "{number}: {}", said.text);
    }
    let log = street
        .fatima
        .get(&street.path(&format!("threads/{there}/moderation-log")))
        .await;
    assert_eq!(
        log.body["items"].as_array().unwrap().len(),
        1,
        "{}",
        log.text
    );
}

#[tokio::test]
async fn nothing_of_a_held_post_stays_beside_it() {
    let street = Street::new("open", "public").await;
    let pin = street.path(&format!("posts/{}/pin", street.post));
    assert_eq!(street.joost.put(&pin, &json!({})).await.status, 200);
    street.decided_by(&street.joost, "remove", json!({})).await;
    let room = street
        .fatima
        .get(&street.path(&format!("threads/{}", street.thread)))
        .await;
    assert_eq!(
        room.body["pinned"].as_array().unwrap().len(),
        0,
        "{}",
        room.text
    );
}

#[tokio::test]
async fn who_may_not_write_for_a_while_does_not_write_it_otherwise_either() {
    let street = Street::new("open", "public").await;
    let until = (street.app.state.clock.now().plus(DAY * 3)).to_string();
    street
        .decided_by(&street.joost, "return", json!({"pauseUntil": until}))
        .await;
    let told = street.karim.get("/v1/me/moderation-decisions").await;
    let decision = told.body["items"][0]["id"].as_str().unwrap().to_owned();
    let path = street.path(&format!("moderation-decisions/{decision}/_rewrite"));
    let written = street.karim.post(&path, &json!({"body": "Netter."})).await;
    assert_eq!(written.status, 403, "{}", written.text);
    street.app.advance(DAY * 4);
    let karim = street.app.sign_in_again(&street.karim).await;
    let written = karim.post(&path, &json!({"body": "Netter."})).await;
    assert_eq!(written.status, 204, "{}", written.text);
}

#[tokio::test]
async fn what_went_back_is_put_back_also_after_the_issue_closed() {
    let street = Street::new("open", "public").await;
    crate::results::publish(&street.app, &street.joost, &street.issue, &json!({})).await;
    street.decided_by(&street.joost, "return", json!({})).await;
    let told = street.karim.get("/v1/me/moderation-decisions").await;
    let decision = &told.body["items"][0];
    assert_eq!(decision["canRewrite"], json!(true), "{}", told.text);
    let id = decision["id"].as_str().unwrap();
    let path = street.path(&format!("moderation-decisions/{id}/_rewrite"));
    let written = street.karim.post(&path, &json!({"body": "Netter."})).await;
    assert_eq!(written.status, 204, "{}", written.text);
    let post = street.read(&street.fatima).await;
    assert!(post["html"].as_str().unwrap().contains("Netter"), "{post}");
}

/// What was sent back to Karim in an issue that closed, and the way to put it back.
async fn sent_back_in_a_closed_issue(pause: Value) -> (Street, String) {
    let street = Street::new("open", "public").await;
    crate::results::publish(&street.app, &street.joost, &street.issue, &json!({})).await;
    street.decided_by(&street.joost, "return", pause).await;
    let told = street.karim.get("/v1/me/moderation-decisions").await;
    let decision = told.body["items"][0]["id"].as_str().unwrap();
    let path = street.path(&format!("moderation-decisions/{decision}/_rewrite"));
    (street, path)
}

#[tokio::test]
async fn who_may_not_write_puts_nothing_back_after_the_issue_closed_either() {
    let instead = json!({"body": "Netter."});
    let now = Street::new("open", "public").await.app.state.clock.now();
    let pause = json!({"pauseUntil": now.plus(DAY * 3).to_string()});
    let (street, path) = sent_back_in_a_closed_issue(pause).await;
    let paused = street.karim.post(&path, &instead).await;
    assert_eq!(paused.status, 403, "{}", paused.text);

    let (street, path) = sent_back_in_a_closed_issue(json!({})).await;
    let (app, tenant) = (&street.app, street.tenant);
    app.admit(&street.karim, tenant, &street.issue, IssueRole::Observer)
        .await;
    let reads = street.karim.post(&path, &instead).await;
    assert_eq!(reads.status, 403, "{}", reads.text);

    let (street, path) = sent_back_in_a_closed_issue(json!({})).await;
    let part = street.path(&format!("issues/{}/participants/_me", street.issue));
    let left = street.karim.delete(&part).await;
    assert_eq!(left.status, 204, "{}", left.text);
    let gone = street.karim.post(&path, &instead).await;
    assert_eq!(gone.status, 403, "{}", gone.text);
    let post = street.read(&street.fatima).await;
    assert_eq!(post["held"], "returned", "{post}");
}

#[tokio::test]
async fn a_shorter_pause_does_not_end_a_longer_one() {
    let street = Street::new("open", "public").await;
    let now = street.app.state.clock.now();
    let long = now.plus(DAY * 9).to_string();
    street
        .decided_by(&street.joost, "leave", json!({"pauseUntil": long}))
        .await;
    let mut again = street;
    let said = again
        .joost
        .get(&again.path(&format!("threads/{}/posts", again.thread)))
        .await;
    let first: &Value = &said.body["items"][1];
    first["id"].as_str().unwrap().clone_into(&mut again.post);
    let short = now.plus(DAY).to_string();
    again
        .decided_by(&again.joost, "leave", json!({"pauseUntil": short}))
        .await;
    again.app.advance(DAY * 2);
    let karim = again.app.sign_in_again(&again.karim).await;
    assert_eq!(again.says(&karim, "Mag ik weer?").await.status, 403);
}

#[tokio::test]
async fn who_runs_a_room_does_not_see_what_was_reported_of_their_own_alias() {
    let mut street = Street::new("confidential", "invited").await;
    let own = street.says(&street.joost, "Van wie de kamer leidt.").await;
    own.body["id"]
        .as_str()
        .unwrap()
        .clone_into(&mut street.post);
    let other = street.app.person("Ayse").await;
    street
        .app
        .admit(&other, street.tenant, &street.issue, IssueRole::Facilitator)
        .await;
    assert_eq!(street.report(&street.fatima).await.status, 201);
    assert_eq!(street.queue(&street.joost).await.len(), 0);
    assert_eq!(street.queue(&other).await.len(), 1);
    for runs in [&street.joost, &other] {
        // Else who is not told would be the alias.
        assert_eq!(street.told(runs).await, ["report-waiting"]);
    }
}

#[tokio::test]
async fn a_post_that_is_hidden_until_a_day_goes_along_and_comes_back_where_people_are() {
    let street = Street::new("open", "public").await;
    let until = street.app.state.clock.now().plus(DAY * 3).to_string();
    street
        .decided_by(&street.joost, "hide", json!({"until": until}))
        .await;
    let there = street.app.thread(&street.joost, "ess", &street.issue).await;
    let merge = street.path(&format!("threads/{}/_merge", street.thread));
    let merged = street.joost.post(&merge, &json!({"into": there})).await;
    assert_eq!(merged.status, 200, "{}", merged.text);
    let path = street.path(&format!("threads/{there}"));
    let room = street.fatima.get(&path).await;
    assert_eq!(
        room.body["unread"], 2,
        "what is hidden waits for nobody: {}",
        room.text
    );
    let posts = street.path(&format!("threads/{there}/posts"));
    assert!(!street.fatima.get(&posts).await.text.contains("zwavelgele"));
    street.app.advance(DAY * 3);
    street.app.settle().await;
    let fatima = street.app.sign_in_again(&street.fatima).await;
    assert!(fatima.get(&posts).await.text.contains("zwavelgele"));
    assert_eq!(fatima.get(&path).await.body["unread"], 3);
}

#[tokio::test]
async fn the_queue_of_one_room_holds_what_was_reported_there_for_who_reads_it() {
    let mut street = Street::new("open", "public").await;
    assert_eq!(street.report(&street.fatima).await.status, 201);
    let first = street.thread.clone();
    let other = street.app.thread(&street.joost, "ess", &street.issue).await;
    street.thread.clone_from(&other);
    let said = street.says(&street.karim, "Ook hier deugen ze niet.").await;
    said.body["id"]
        .as_str()
        .unwrap()
        .clone_into(&mut street.post);
    assert_eq!(street.report(&street.fatima).await.status, 201);
    assert_eq!(street.queue(&street.joost).await.len(), 2);
    for room in [&first, &other] {
        let path = street.path(&format!("moderation-cases?thread={room}"));
        let list = street.joost.get(&path).await;
        let rooms: Vec<&Value> = list.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| &item["thread"])
            .collect();
        assert_eq!(rooms, [&json!(room)], "{}", list.text);
    }
    let nowhere = street.path("moderation-cases?thread=00000000-0000-7000-8000-000000000000");
    assert_eq!(street.joost.get(&nowhere).await.status, 404);
}

#[tokio::test]
async fn an_owner_does_not_ask_in_which_closed_room_something_waits() {
    let street = Street::new("trusted", "invited").await;
    assert_eq!(street.report(&street.fatima).await.status, 201);
    street.app.advance(DAY * 8);
    let owner = street.app.sign_in_again(&street.owner).await;
    assert_eq!(street.queue(&owner).await.len(), 1);
    let path = street.path(&format!("moderation-cases?thread={}", street.thread));
    assert_eq!(owner.get(&path).await.status, 404);
}

#[tokio::test]
async fn what_comes_to_a_case_that_is_settled_at_that_moment_is_one_of_its_own() {
    let street = Street::new("open", "public").await;
    if one_after_the_other(&street.app) {
        return;
    }
    assert_eq!(street.report(&street.fatima).await.status, 201);
    let lock = "SELECT id FROM moderation_case FOR UPDATE".to_owned();
    let settled = "UPDATE moderation_case SET state = 'decided', waiting_post = NULL, \
        version = version + 1"
        .to_owned();
    let again = street.report(&street.fatima);
    let reported = behind(&street.app, &[lock], &[settled], again).await;
    assert_eq!(reported.status, 201, "{}", reported.text);
    assert_eq!(street.queue(&street.joost).await.len(), 1);
}

#[tokio::test]
async fn what_two_report_is_one_case() {
    let street = Street::new("open", "public").await;
    let bram = street.app.person("Bram").await;
    street
        .app
        .admit(&bram, street.tenant, &street.issue, IssueRole::Participant)
        .await;
    assert_eq!(street.report(&street.fatima).await.status, 201);
    assert_eq!(street.report(&bram).await.status, 201);
    assert_eq!(street.report(&bram).await.code(), "moderation.reported");
    assert_eq!(street.queue(&street.joost).await.len(), 1);
}
