//! Legal hold: what somebody who is erased wrote, what was taken back, and the night that is at work already.

use kernel::IssueRole;
use serde_json::{Value, json};

use crate::behind::{behind, one_after_the_other};
use crate::erasure::{finishes, is_erased, nothing_is_left};
use crate::holds::{DAY, Held, WHY};

#[tokio::test]
async fn who_is_erased_with_their_texts_goes_at_once_and_the_texts_in_the_night_after_it() {
    let held = Held::new("trusted").await;
    held.says("De zeeolifant ligt op het plein.").await;
    let other = held.app.open_issue(&held.joost, "ess", json!({})).await;
    held.app
        .admit(&held.fatima, held.tenant, &other, IssueRole::Participant)
        .await;
    let elsewhere = held.app.thread(&held.joost, "ess", &other).await;
    let posts = format!("/v1/tenants/ess/threads/{elsewhere}/posts");
    let said = json!({"body": "De narwal ligt in de gracht."});
    assert_eq!(held.fatima.post(&posts, &said).await.status, 201);
    let hold = held.sets(60).await;

    let standing = held.fatima.get("/v1/me/erasure").await;
    let kept = json!([{"organisation": hold_owner(&held).await, "until": hold["until"]}]);
    assert_eq!(standing.body["keptBy"], kept, "told before it is asked");
    let joost = held.joost.get("/v1/me/erasure").await;
    assert_eq!(joost.body["keptBy"].as_array().unwrap().len(), 1);
    let owner = held.owner.get("/v1/me/erasure").await;
    assert_eq!(owner.body["keptBy"], json!([]), "who wrote nothing");

    is_erased(&held.app, &held.fatima, "go").await;
    assert!(
        held.lines("narwal").await.is_empty(),
        "where nothing keeps it"
    );
    let joost = held.app.sign_in_again(&held.joost).await;
    let path = format!("/v1/tenants/ess/threads/{}/posts?after=0", held.thread);
    let page = joost.get(&path).await;
    let post = &page.body["items"][1];
    assert!(
        post["html"].as_str().unwrap().contains("zeeolifant"),
        "{}",
        page.text
    );
    assert_eq!(post["name"], json!(""));
    nothing_is_left(&held.app, &held.fatima, "Fatima").await;
    held.nights(1).await;
    assert!(!held.lines("zeeolifant").await.is_empty());

    assert_eq!(held.ends(&hold).await.status, 200);
    held.nights(1).await;
    assert_eq!(held.lines("zeeolifant").await, Vec::<String>::new());
    let joost = held.app.sign_in_again(&held.joost).await;
    let page = joost.get(&path).await;
    assert_eq!(page.body["items"][1]["html"], json!(""), "its place stays");
    assert_eq!(held.rows("late_text").await, 0);
    finishes(&held.app).await;
}

async fn hold_owner(held: &Held) -> Value {
    let tenant = held.app.visitor().get("/v1/tenants/ess").await;
    tenant.body["name"].clone()
}

#[tokio::test]
async fn what_is_taken_back_is_read_by_nobody_and_kept_until_it_is_over() {
    let held = Held::new("trusted").await;
    let said = held.says("Een zeeolifant, schreef ik eerst.").await;
    let post = format!(
        "/v1/tenants/ess/posts/{}",
        said.body["id"].as_str().unwrap()
    );
    let edited = json!({"body": "Een narwal, schrijf ik nu."});
    let edited = held.fatima.patch(&post, "\"1\"", &edited).await;
    assert_eq!(edited.status, 200, "{}", edited.text);
    let hold = held.sets(60).await;
    let gone = held.fatima.delete(&post).await;
    assert!(gone.status < 300, "{}", gone.text);
    held.app.settle().await;
    for reader in [&held.fatima, &held.joost] {
        let page = reader
            .get(&format!("/v1/tenants/ess/threads/{}/posts", held.thread))
            .await;
        assert!(!page.text.contains("narwal"), "{}", page.text);
        let versions = reader.get(&format!("{post}/versions")).await;
        assert!(!versions.text.contains("zeeolifant"), "{}", versions.text);
    }
    held.nights(30).await;
    assert_eq!(held.rows("post_hold WHERE body LIKE '%narwal%'").await, 1);
    assert_eq!(
        held.rows("post_version WHERE body LIKE '%zeeolifant%'")
            .await,
        1
    );
    assert_eq!(held.ends(&hold).await.status, 200);
    held.nights(1).await;
    assert_eq!(held.lines("narwal").await, Vec::<String>::new());
    assert_eq!(held.lines("zeeolifant").await, Vec::<String>::new());
}

/// What happens when a hold is set while this is at work: PostgreSQL has it wait.
async fn set_while<T>(held: &Held, work: impl Future<Output = T>) -> T {
    let lock = "SELECT id FROM issue FOR NO KEY UPDATE";
    set_behind(held, lock, work).await
}

/// Behind this lock, which whoever sets a hold takes.
async fn set_behind<T>(held: &Held, lock: &str, work: impl Future<Output = T>) -> T {
    let issue = &held.issue;
    let hold = format!(
        "INSERT INTO legal_hold (id, tenant_id, issue_id, reason, until, reminded, version) \
         SELECT id, tenant_id, id, '{WHY}', 4102444800000, 0, 1 FROM issue WHERE id = '{issue}'"
    );
    behind(&held.app, &[lock.to_owned()], &[hold], work).await
}

#[tokio::test]
async fn the_night_sees_one_that_is_set_while_it_is_at_work() {
    let held = Held::new("confidential").await;
    if one_after_the_other(&held.app) {
        // There one change comes after the other.
        return;
    }
    held.says("Ik durf dit niet hardop te zeggen.").await;
    held.app.advance(DAY * 100);
    let done = set_while(&held, Box::pin(app::calendar::turn(&held.app.state))).await;
    assert!(done.contains(&"forget-rooms"), "{done:?}");
    assert_eq!(held.rows("post").await, 2);
}

/// As whoever sets a hold takes it, ahead of any row.
const SETTING: &str = "SELECT pg_advisory_xact_lock(7041969)";

#[tokio::test]
async fn what_is_old_waits_for_a_hold_that_is_being_set() {
    let held = Held::new("trusted").await;
    if one_after_the_other(&held.app) {
        // There one change comes after the other.
        return;
    }
    let said = held.says("De narwal ligt in de gracht.").await;
    let post = said.body["id"].as_str().unwrap();
    let post = format!("/v1/tenants/ess/posts/{post}");
    let word = format!("{post}/responses/heard");
    assert_eq!(held.joost.put(&word, &Value::Null).await.status, 200);
    let gone = held.fatima.delete(&post).await;
    assert!(gone.status < 300, "{}", gone.text);
    held.app.advance(DAY);
    let night = Box::pin(app::calendar::turn(&held.app.state));
    let done = set_behind(&held, SETTING, night).await;
    assert!(done.contains(&"forget-responses"), "{done:?}");
    assert_eq!(held.rows("post_response").await, 1);
}

#[tokio::test]
async fn what_is_taken_back_while_one_is_set_is_kept() {
    let held = Held::new("trusted").await;
    if one_after_the_other(&held.app) {
        // There one change comes after the other.
        return;
    }
    let said = held.says("De narwal ligt in de gracht.").await;
    let post = said.body["id"].as_str().unwrap();
    let post = format!("/v1/tenants/ess/posts/{post}");
    let gone = set_while(&held, Box::pin(held.fatima.delete(&post))).await;
    assert!(gone.status < 300, "{}", gone.text);
    assert_eq!(held.rows("post_hold WHERE body LIKE '%narwal%'").await, 1);
}

#[tokio::test]
async fn who_decides_about_a_report_reads_nothing_of_what_was_taken_back() {
    let held = Held::new("trusted").await;
    let karim = held.app.person("Karim").await;
    held.app
        .admit(&karim, held.tenant, &held.issue, IssueRole::Participant)
        .await;
    let said = held.says("Een zeeolifant, schreef ik eerst.").await;
    let id = said.body["id"].as_str().unwrap();
    let post = format!("/v1/tenants/ess/posts/{id}");
    let edited = json!({"body": "Een narwal, schrijf ik nu."});
    assert_eq!(held.fatima.patch(&post, "\"1\"", &edited).await.status, 200);
    let form = json!({"reason": "house-rules", "words": "Niet netjes."});
    let made = karim.post(&format!("{post}/reports"), &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let cases = "/v1/tenants/ess/moderation-cases";
    let list = held.joost.get(cases).await;
    let case = format!("{cases}/{}", list.body["items"][0]["id"].as_str().unwrap());
    let before = held.joost.get(&case).await;
    assert!(before.text.contains("zeeolifant") && before.text.contains("narwal"));
    held.sets(60).await;
    assert_eq!(held.fatima.delete(&post).await.status, 204);
    let after = held.joost.get(&case).await;
    assert_eq!(after.status, 200, "{}", after.text);
    assert!(!after.text.contains("zeeolifant") && !after.text.contains("narwal"));
}
