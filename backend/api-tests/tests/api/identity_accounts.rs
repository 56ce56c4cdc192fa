//! One's own addresses and password over the API, and what their owner hears of it.

use std::time::Duration;

use kernel::TenantRole;
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp, code_in};

const GOOD: &str = "kraan zondag fiets mosterd";
const BETTER: &str = "lantaarn kikker drieluik soep";

/// The asker's address as the API shows it.
async fn own_address(person: &Person, address: &str) -> Value {
    let me = person.get("/v1/me").await.body;
    let own = me["addresses"].as_array().unwrap().clone();
    own.into_iter()
        .find(|own| own["address"] == address)
        .unwrap_or(Value::Null)
}

async fn claim(app: &TestApp, person: &Person, address: &str) -> String {
    let claimed = person
        .post("/v1/me/email-addresses", &json!({"email": address}))
        .await;
    assert_eq!(claimed.status, 201, "{}", claimed.text);
    app.settle().await;
    let id = claimed.body["id"].as_str().unwrap();
    format!("/v1/me/email-addresses/{id}")
}

async fn prove(app: &TestApp, person: &Person, path: &str, address: &str) -> Answer {
    let code = code_in(app.mails_to(address).last().unwrap());
    let proven = person
        .post(&format!("{path}/_verify"), &json!({"code": code}))
        .await;
    app.settle().await;
    proven
}

async fn by_password(app: &TestApp, email: &str, password: &str) -> Answer {
    let proof = json!({"kind": "password", "email": email, "password": password});
    app.visitor().post("/v1/sessions", &proof).await
}

async fn choose(person: &Person, current: Option<&str>, new: &str) -> Answer {
    let form = json!({"current": current, "new": new});
    person.put("/v1/me/password", &form).await
}

#[tokio::test]
async fn another_address_is_proven_preferred_and_the_old_one_let_go() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    let (old, new) = ("fatima@example.org", "fatima@werk.example");
    let path = claim(&app, &person, new).await;
    assert_eq!(own_address(&person, new).await["verified"], false);
    assert_eq!(prove(&app, &person, &path, new).await.status, 204);
    let preferred = person.post(&format!("{path}/_promote"), &json!({})).await;
    assert_eq!(preferred.status, 204);
    assert_eq!(own_address(&person, new).await["primary"], true);
    let before = own_address(&person, old).await["id"].clone();
    let before = format!("/v1/me/email-addresses/{}", before.as_str().unwrap());
    let early = person.delete(&before).await;
    assert_eq!(
        (early.status, early.code()),
        (409, "identity.address-too-new")
    );
    app.advance(Duration::from_secs(7 * 24 * 3_600));
    let person = app.sign_in_again(&person).await;
    assert_eq!(person.delete(&before).await.status, 204);
    assert_eq!(own_address(&person, old).await, Value::Null);
}

#[tokio::test]
async fn the_address_that_was_primary_hears_of_a_change() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    let path = claim(&app, &person, "fatima@werk.example").await;
    assert_eq!(app.mails_to("fatima@example.org").len(), 0);
    prove(&app, &person, &path, "fatima@werk.example").await;
    assert_eq!(app.mails_to("fatima@example.org").len(), 1);
    person.post(&format!("{path}/_promote"), &json!({})).await;
    app.settle().await;
    assert_eq!(app.mails_to("fatima@example.org").len(), 2);
    assert_eq!(app.mails_to("fatima@werk.example").len(), 1, "its own code");
}

#[tokio::test]
async fn the_mail_that_proves_an_address_holds_no_link_that_signs_in() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    claim(&app, &person, "fatima@werk.example").await;
    let mail = app.mails_to("fatima@werk.example")[0].clone();
    assert!(!mail.contains("/aanmelden/link/"));
}

#[tokio::test]
async fn the_mail_that_proves_an_address_says_that_it_is_not_for_signing_in() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    claim(&app, &person, "fatima@werk.example").await;
    let mail = app.mails_to("fatima@werk.example")[0].replace("=\r\n", "");
    for words in [
        "Subject: Bevestig dit adres: ",
        "Iemand wil dit adres toevoegen aan een account op",
        "zonder de code gebeurt er niets",
    ] {
        assert!(mail.contains(words), "{words}: {mail}");
    }
    assert!(!mail.contains("is uw code"), "{mail}");
}

#[tokio::test]
async fn claiming_the_address_of_somebody_else_looks_like_any_claim_and_cannot_be_proven() {
    let app = TestApp::new().await;
    let (fatima, rachid) = (app.person("Fatima").await, app.person("Rachid").await);
    let path = claim(&app, &fatima, &rachid.email).await;
    let taken = prove(&app, &fatima, &path, &rachid.email).await;
    assert_eq!(
        (taken.status, taken.code()),
        (409, "identity.address-taken")
    );
    let nobodys = rachid.post(&format!("{path}/_promote"), &json!({})).await;
    assert_eq!(nobodys.code(), "identity.address-not-found");
}

#[tokio::test]
async fn a_wrong_code_proves_nothing_and_five_are_enough() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    let path = claim(&app, &person, "fatima@werk.example").await;
    for _ in 0..5 {
        let wrong = person
            .post(&format!("{path}/_verify"), &json!({"code": "12"}))
            .await;
        assert_eq!((wrong.status, wrong.code()), (400, "identity.code-wrong"));
        assert_eq!(wrong.body["errors"][0]["pointer"], "/code");
    }
    let refused = prove(&app, &person, &path, "fatima@werk.example").await;
    assert_eq!(refused.status, 429);
    assert!(!refused.header("retry-after").is_empty());
}

#[tokio::test]
async fn a_password_signs_in_and_its_owner_hears_that_it_was_set() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    assert_eq!(person.get("/v1/me").await.body["hasPassword"], false);
    assert_eq!(choose(&person, None, GOOD).await.status, 204);
    app.settle().await;
    assert_eq!(app.mails_to(&person.email).len(), 1);
    let begun = by_password(&app, &person.email, GOOD).await;
    assert_eq!(begun.status, 201, "{}", begun.text);
    let mut again = app.visitor();
    again.keep_cookies(&begun);
    assert_eq!(again.get("/v1/me").await.body["hasPassword"], true);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_are_answered_alike() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    choose(&person, None, GOOD).await;
    let known = by_password(&app, &person.email, BETTER).await;
    let unknown = by_password(&app, "niemand@example.org", BETTER).await;
    assert_eq!(
        (known.status, known.code()),
        (400, "identity.password-wrong")
    );
    assert_eq!(known.text, unknown.text);
}

#[tokio::test]
async fn the_sixth_wrong_password_waits_a_quarter_and_others_come_in_meanwhile() {
    let app = TestApp::new().await;
    let (fatima, rachid) = (app.person("Fatima").await, app.person("Rachid").await);
    for person in [&fatima, &rachid] {
        choose(person, None, GOOD).await;
    }
    for _ in 0..5 {
        assert_eq!(by_password(&app, &fatima.email, BETTER).await.status, 400);
    }
    let refused = by_password(&app, &fatima.email, GOOD).await;
    assert_eq!((refused.status, refused.code()), (429, "limit.too-many"));
    let wait = refused.header("retry-after").parse().unwrap();
    assert_eq!(by_password(&app, &rachid.email, GOOD).await.status, 201);
    app.advance(Duration::from_secs(wait));
    assert_eq!(by_password(&app, &fatima.email, GOOD).await.status, 201);
}

#[tokio::test]
async fn a_weak_password_is_refused_in_the_words_of_the_meter() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    for weak in ["kort", "passwordpassword", "fatimafatima"] {
        let form = json!({"password": weak});
        let measured = person.post("/v1/password-strength", &form).await;
        assert!(measured.body["score"].as_u64().unwrap() <= 2, "{weak}");
        let refused = choose(&person, None, weak).await;
        assert_eq!(refused.code(), "input.invalid", "{weak}");
        assert_eq!(refused.body["errors"][0]["code"], measured.body["hint"]);
        assert_eq!(refused.body["errors"][0]["pointer"], "/new");
    }
    let strong = person
        .post("/v1/password-strength", &json!({"password": GOOD}))
        .await;
    assert_eq!(strong.body["hint"], Value::Null);
}

#[tokio::test]
async fn another_password_takes_the_old_one_or_a_fresh_sign_in_and_ends_other_sessions() {
    let app = TestApp::new().await;
    let mut person = app.person("Fatima").await;
    choose(&person, None, GOOD).await;
    let mut elsewhere = app.visitor();
    elsewhere.keep_cookies(&by_password(&app, &person.email, GOOD).await);
    app.advance(Duration::from_secs(16 * 60));
    let renewed = person.get("/v1/me").await;
    person.keep_cookies(&renewed);
    let stale = choose(&person, None, BETTER).await;
    assert_eq!((stale.status, stale.code()), (403, "identity.proof-needed"));
    let wrong = choose(&person, Some(BETTER), BETTER).await;
    assert_eq!(wrong.code(), "identity.current-wrong");
    assert_eq!(choose(&person, Some(GOOD), BETTER).await.status, 204);
    assert_eq!(person.get("/v1/me").await.status, 200);
    assert_eq!(elsewhere.get("/v1/me").await.status, 401);
}

#[tokio::test]
async fn who_one_is_says_where_one_belongs_and_differs_per_organisation() {
    let app = TestApp::new().await;
    let (one, two) = (app.tenant("ess").await, app.tenant("stad").await);
    let person = app.member("Fatima", one, TenantRole::Convener).await;
    let me = person.get("/v1/me").await;
    assert_eq!(me.body["memberships"].as_array().unwrap().len(), 1);
    assert_eq!(me.body["memberships"][0]["tenant"], "ess");
    assert_eq!(me.body["memberships"][0]["role"], "convener");
    let id = TestApp::id_of(&person).to_string();
    assert!(!me.text.contains(&id), "the id of a person stays inside");
    let other = app.member("Rachid", two, TenantRole::Owner).await;
    let theirs = other.get("/v1/me").await;
    assert_eq!(theirs.body["memberships"][0]["tenant"], "stad");
}

#[tokio::test]
async fn a_name_is_changed_from_the_version_that_was_read() {
    let app = TestApp::new().await;
    let person = app.person("Fatima").await;
    let version = person.get("/v1/me").await.etag();
    let form = json!({"name": "Fatima El Amrani", "locale": "en"});
    let changed = person.patch("/v1/me", &version, &form).await;
    assert_eq!(changed.body["name"], "Fatima El Amrani");
    assert_eq!(changed.body["locale"], "en");
    let stale = person.patch("/v1/me", &version, &form).await;
    assert_eq!((stale.status, stale.code()), (412, "precondition.failed"));
    let empty = person
        .patch("/v1/me", &changed.etag(), &json!({"name": " "}))
        .await;
    assert_eq!(empty.body["errors"][0]["pointer"], "/name");
}
