//! What the home of the installation shows to anybody, and what waits for somebody.

use std::time::Duration;

use kernel::{Clock, TenantRole};
use platform::tenants::TenantState;
use serde_json::{Value, json};
use testkit::{Person, TestApp};

/// By name: under a clock that stands still nothing is newer.
fn titles(list: &Value) -> Vec<String> {
    let items = list.as_array().unwrap().iter();
    let mut titles: Vec<String> = items
        .map(|item| item["title"].as_str().unwrap().to_owned())
        .collect();
    titles.sort();
    titles
}

/// Closes an issue with an outcome that is to be looked at tomorrow.
pub async fn close(app: &TestApp, convener: &Person, issue: &str) {
    let path = format!("/v1/tenants/ess/issues/{issue}/outcome");
    let text = json!({
        "title": "Wat wij hoorden",
        "intro": "Kort.",
        "reviewAt": app.clock.now().plus(Duration::from_secs(24 * 3_600)).to_string(),
        "statements": [
            {"kind": "heard", "text": "Het is er donker."},
            {"kind": "done", "text": "Er komen lampen."},
            {"kind": "not-done", "text": "Er komt geen hek.", "why": "Dat sluit mensen buiten."},
            {"kind": "you-can", "text": "Meld een kapotte lamp."}
        ]
    });
    let version = convener.get(&path).await.etag();
    let saved = convener.put_from(&path, &version, &text).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    let published = convener.post(&format!("{path}/_publish"), &json!({})).await;
    assert_eq!(published.status, 200, "{}", published.text);
}

#[tokio::test]
async fn the_home_shows_what_is_public_everywhere_and_nothing_else() {
    let app = TestApp::new().await;
    let (ess, other) = (app.tenant("ess").await, app.tenant("zaanrade").await);
    let joost = app.member("Joost", ess, TenantRole::Convener).await;
    let marieke = app.member("Marieke", other, TenantRole::Convener).await;
    let closed = app
        .open_issue(&joost, "ess", json!({"title": "Klaar"}))
        .await;
    close(&app, &joost, &closed).await;
    app.open_issue(&joost, "ess", json!({"title": "Voor iedereen"}))
        .await;
    for visibility in ["invited", "tenant", "platform"] {
        let change = json!({"title": visibility, "visibility": visibility});
        app.open_issue(&joost, "ess", change).await;
    }
    app.open_issue(&marieke, "zaanrade", json!({"title": "Elders"}))
        .await;
    for who in [&app.visitor(), &joost] {
        let home = who.get("/v1/highlights").await;
        assert_eq!(home.status, 200, "{}", home.text);
        assert_eq!(titles(&home.body["issues"]), ["Elders", "Voor iedereen"]);
        let issues = home.body["issues"].as_array().unwrap();
        let elsewhere = issues.iter().find(|it| it["title"] == "Elders").unwrap();
        assert_eq!(elsewhere["tenantName"], "Organisatie zaanrade");
        let outcome = &home.body["outcomes"][0];
        assert_eq!(
            (&outcome["issueTitle"], &outcome["tenant"]),
            (&json!("Klaar"), &json!("ess"))
        );
    }
    app.put_in("zaanrade", TenantState::Suspended).await;
    let home = app.visitor().get("/v1/highlights").await;
    assert_eq!(titles(&home.body["issues"]), ["Voor iedereen"]);
}

#[tokio::test]
async fn a_proposal_waits_for_who_decides_on_it_and_for_nobody_else() {
    let app = TestApp::new().await;
    let ess = app.tenant("ess").await;
    let joost = app.member("Joost", ess, TenantRole::Convener).await;
    let member = app.member("Lid", ess, TenantRole::Member).await;
    let citizen = app.person("Burger").await;
    let form: Value = serde_json::from_str(testkit::ISSUE).unwrap();
    let drafted = citizen.post("/v1/tenants/ess/issues", &form).await;
    let issue = drafted.body["id"].as_str().unwrap();
    let path = format!("/v1/tenants/ess/issues/{issue}/_move");
    let proposed = citizen.post(&path, &json!({"to": "proposed"})).await;
    assert_eq!(proposed.status, 200, "{}", proposed.text);
    let waiting = joost.get("/v1/me/waiting").await.body;
    assert_eq!(titles(&waiting["proposals"]), ["Van wie is het plein?"]);
    for who in [&member, &citizen] {
        let waiting = who.get("/v1/me/waiting").await.body;
        assert_eq!(waiting["proposals"], json!([]), "{}", who.email);
    }
    let accepted = joost.post(&path, &json!({"to": "orientation"})).await;
    assert_eq!(accepted.status, 200, "{}", accepted.text);
    let waiting = joost.get("/v1/me/waiting").await.body;
    assert_eq!(waiting["proposals"], json!([]));
}

#[tokio::test]
async fn an_outcome_waits_from_its_day_until_somebody_looked_again() {
    let app = TestApp::new().await;
    let ess = app.tenant("ess").await;
    let mut joost = app.member("Joost", ess, TenantRole::Convener).await;
    let issue = app
        .open_issue(&joost, "ess", json!({"title": "Klaar"}))
        .await;
    close(&app, &joost, &issue).await;
    let waiting = joost.get("/v1/me/waiting").await.body;
    assert_eq!(waiting["reviews"], json!([]), "its day has not come");
    app.advance(Duration::from_secs(25 * 3_600));
    let renewed = joost.get("/v1/me").await;
    joost.keep_cookies(&renewed);
    let waiting = joost.get("/v1/me/waiting").await.body;
    assert_eq!(titles(&waiting["reviews"]), ["Klaar"]);
    let path = format!("/v1/tenants/ess/issues/{issue}/outcome/_reviewed");
    let looked = joost.post(&path, &json!({"text": "Klaar."})).await;
    assert_eq!(looked.status, 200, "{}", looked.text);
    let waiting = joost.get("/v1/me/waiting").await.body;
    assert_eq!(waiting["reviews"], json!([]));
}

#[tokio::test]
async fn what_was_found_by_who_looked_again_is_found_by_its_words() {
    let app = TestApp::new().await;
    let ess = app.tenant("ess").await;
    let joost = app.member("Joost", ess, TenantRole::Convener).await;
    let issue = app.open_issue(&joost, "ess", json!({})).await;
    close(&app, &joost, &issue).await;
    let path = format!("/v1/tenants/ess/issues/{issue}/outcome/_reviewed");
    let found = json!({"text": "De wachtruimte is **geschilderd**."});
    assert_eq!(joost.post(&path, &found).await.status, 200);
    app.settle().await;
    let found = app.visitor().get("/v1/search?q=geschilderd").await.body;
    let hit = &found["items"][0];
    assert_eq!(hit["kind"], "outcome", "{found}");
    let snippet = hit["snippet"].as_str().unwrap();
    assert!(snippet.contains("<mark>geschilderd</mark>"), "{snippet}");
}
