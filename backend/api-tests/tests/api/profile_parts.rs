//! What people say in their own words, and their languages: read with who was found, by whom they chose, and nobody is
//! found by it.

use std::time::Duration;

use kernel::{IssueRole, TenantId, TenantRole};
use platform::taxonomy::TermKind;
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::people::{declare, term};

const DIRECTORY: &str = "/v1/tenants/ess/people";
const LANGUAGES: &str = "/v1/me/languages";
const EXPERIENCE: &str = "/v1/me/profile/experience";
const STORY: &str = "/v1/me/profile/story";

async fn say(person: &Person, path: &str, version: u8, form: &Value) -> Answer {
    let said = person.put_from(path, &format!("\"{version}\""), form).await;
    assert_eq!(said.status, 200, "{path}: {}", said.text);
    said
}

fn text(text: &str, audience: &str) -> Value {
    json!({"text": text, "audience": audience})
}

fn languages(codes: &[&str], audience: &str) -> Value {
    json!({"languages": codes, "audience": audience})
}

/// What this asker reads of the one who is found, in one line.
async fn read(asker: &Person, path: &str) -> String {
    let found = asker.get(path).await;
    assert_eq!(found.status, 200, "{path}: {}", found.text);
    let it = &found.body["items"][0];
    let text = |part: &str| it[part].as_str().unwrap_or("-").to_owned();
    let spoken = it["languages"].as_array().cloned().unwrap_or_default();
    let spoken: Vec<&str> = spoken.iter().filter_map(Value::as_str).collect();
    format!(
        "{} {} {}",
        text("experience"),
        text("story"),
        spoken.join(",")
    )
}

/// Fatima is a member of `ess` who is found by everybody who signed in.
async fn fatima(app: &TestApp, tenant: TenantId) -> Person {
    let fatima = app.member("Fatima", tenant, TenantRole::Member).await;
    let sport = term(app, None, TermKind::Theme, "Sport").await;
    declare(&fatima, &[(&sport, "platform")], false).await;
    fatima
}

#[tokio::test]
async fn each_part_is_read_by_whom_it_is_for_and_by_nobody_else() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let fatima = fatima(&app, tenant).await;
    app.tenant("elders").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let facilitator = app.person("Gespreksleider").await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    app.admit(&facilitator, tenant, &issue, IssueRole::Facilitator)
        .await;
    let colleague = app.member("Collega", tenant, TenantRole::Member).await;
    let passer_by = app.person("Passant").await;
    say(
        &fatima,
        EXPERIENCE,
        0,
        &text("Tien-jaar-jongerenwerk", "tenants"),
    )
    .await;
    say(
        &fatima,
        STORY,
        0,
        &text("Opgegroeid-op-het-plein", "platform"),
    )
    .await;
    say(
        &fatima,
        LANGUAGES,
        0,
        &languages(&["nl", "ti"], "facilitators"),
    )
    .await;
    let seen = [
        (
            &convener,
            "Tien-jaar-jongerenwerk Opgegroeid-op-het-plein nl,ti",
        ),
        (
            &facilitator,
            "Tien-jaar-jongerenwerk Opgegroeid-op-het-plein nl,ti",
        ),
        (
            &colleague,
            "Tien-jaar-jongerenwerk Opgegroeid-op-het-plein ",
        ),
        (&passer_by, "- Opgegroeid-op-het-plein "),
    ];
    for (asker, expected) in seen {
        assert_eq!(read(asker, DIRECTORY).await, expected, "{}", asker.email);
    }
    let elsewhere = read(&colleague, "/v1/tenants/elders/people").await;
    assert_eq!(
        elsewhere, "- Opgegroeid-op-het-plein ",
        "a colleague here is none there"
    );
    for word in ["jongerenwerk", "plein", "Tigrinya", "ti"] {
        let found = convener.get(&format!("{DIRECTORY}?q={word}")).await;
        assert_eq!(found.body["items"], json!([]), "nobody is found by {word}");
    }
    app.settle().await;
    let search = convener.get("/v1/search?q=jongerenwerk").await;
    assert!(!search.text.contains("Fatima"), "{}", search.text);
    fatima.post("/v1/me/facets/_hide", &json!({})).await;
    let hidden = convener.get(DIRECTORY).await;
    assert!(!hidden.text.contains("plein"), "{}", hidden.text);
}

#[tokio::test]
async fn beside_a_suggestion_stands_what_somebody_shows_to_whoever_may_invite() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let fatima = app.member("Fatima", tenant, TenantRole::Member).await;
    let sport = term(&app, None, TermKind::Theme, "Sport").await;
    declare(&fatima, &[(&sport, "facilitators")], false).await;
    let issue = app
        .open_issue(&convener, "ess", json!({ "terms": [sport] }))
        .await;
    let path = format!("/v1/tenants/ess/issues/{issue}/suggestions");
    let words = |audience: &str| text("Tien-jaar-jongerenwerk", audience);
    let readers = [
        ("nobody", "- - "),
        ("facilitators", "Tien-jaar-jongerenwerk - ti"),
        ("tenants", "Tien-jaar-jongerenwerk - ti"),
        ("platform", "Tien-jaar-jongerenwerk - ti"),
    ];
    for (version, (audience, expected)) in (0_u8..).zip(readers) {
        say(&fatima, EXPERIENCE, version, &words(audience)).await;
        say(&fatima, LANGUAGES, version, &languages(&["ti"], audience)).await;
        // A story is read where somebody was looked for, not where they are put forward.
        say(&fatima, STORY, version, &text("Opgegroeid", audience)).await;
        let found = convener.get(&path).await;
        assert!(!found.text.contains("Opgegroeid"), "{}", found.text);
        assert_eq!(read(&convener, &path).await, expected, "{audience}");
    }
    let looks = fatima.get("/v1/me/looks").await;
    assert_eq!(looks.body["items"][0]["sight"], "suggestions");
    say(&fatima, EXPERIENCE, 4, &text("", "platform")).await;
    say(&fatima, LANGUAGES, 4, &languages(&[], "platform")).await;
    assert_eq!(read(&convener, &path).await, "- - ");
    let stranger = app.person("Passant").await;
    assert_eq!(stranger.get(&path).await.status, 403);
}

#[tokio::test]
async fn who_shows_no_word_is_not_found_whatever_else_they_tell() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let silent = app.member("Samira", tenant, TenantRole::Member).await;
    say(&silent, STORY, 0, &text("Hier ben ik", "platform")).await;
    assert_eq!(convener.get(DIRECTORY).await.body["items"], json!([]));
}

#[tokio::test]
async fn what_is_taken_back_is_gone_at_once_and_what_was_agreed_to_can_be_read_back() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let fatima = fatima(&app, tenant).await;
    let other = app.person("Ander").await;
    say(
        &fatima,
        LANGUAGES,
        0,
        &languages(&["tr", "nl", "tr"], "platform"),
    )
    .await;
    say(&fatima, STORY, 0, &text("Mijn verhaal", "nobody")).await;
    assert_eq!(read(&other, DIRECTORY).await, "- - tr,nl");
    let consents = async || -> Vec<String> {
        let own = fatima.get("/v1/me/consents").await;
        let items = own.body["items"].as_array().unwrap().clone();
        let line = |it: &Value| {
            let over = if it["endedAt"].is_null() {
                "runs"
            } else {
                "over"
            };
            format!("{} {} {over}", it["kind"], it["audience"]).replace('"', "")
        };
        items.iter().map(line).collect()
    };
    // To show something to nobody takes no consent.
    assert_eq!(
        consents().await,
        ["interest platform runs", "languages platform runs"]
    );
    app.advance(Duration::from_secs(60));
    let own = say(&fatima, LANGUAGES, 1, &languages(&[], "platform")).await;
    assert_eq!(own.body["languages"], Value::Null);
    assert_eq!(read(&other, DIRECTORY).await, "- - ");
    assert_eq!(
        consents().await,
        ["interest platform runs", "languages platform over"]
    );
    let copy = fatima.get("/v1/me/records").await;
    assert!(copy.text.contains("Mijn verhaal"), "{}", copy.text);
    assert!(
        !other
            .get("/v1/me/records")
            .await
            .text
            .contains("Mijn verhaal")
    );
}

#[tokio::test]
async fn more_readers_are_consent_anew_and_fewer_are_not() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let fatima = fatima(&app, tenant).await;
    let first = say(&fatima, STORY, 0, &text("Een", "tenants")).await.body["story"].clone();
    app.advance(Duration::from_secs(60));
    let fewer = say(&fatima, STORY, 1, &text("Twee", "facilitators"))
        .await
        .body["story"]
        .clone();
    assert_eq!(fewer["consentedAt"], first["consentedAt"]);
    let more = say(&fatima, STORY, 2, &text("Twee", "platform")).await.body["story"].clone();
    assert_ne!(more["consentedAt"], first["consentedAt"]);
    assert_eq!(more["version"], 3);
}

#[tokio::test]
async fn a_part_that_is_wrong_or_late_changes_nothing_and_says_why() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let fatima = fatima(&app, tenant).await;
    let refused = [
        (
            LANGUAGES,
            languages(&["nl", "xx"], "platform"),
            "/languages/1",
            "language.unknown",
        ),
        (
            EXPERIENCE,
            text(&"a".repeat(601), "nobody"),
            "/text",
            "text.too-long",
        ),
        (
            STORY,
            text("a\u{7}b", "nobody"),
            "/text",
            "text.control-character",
        ),
    ];
    for (path, form, pointer, code) in refused {
        let answer = fatima.put_from(path, "\"0\"", &form).await;
        assert_eq!(answer.status, 400, "{path}: {}", answer.text);
        let fault = &answer.body["errors"][0];
        assert_eq!(
            (&fault["pointer"], &fault["code"]),
            (&json!(pointer), &json!(code))
        );
    }
    say(&fatima, STORY, 0, &text("Een", "nobody")).await;
    for late in ["\"0\"", "\"2\""] {
        let answer = fatima.put_from(STORY, late, &text("Twee", "nobody")).await;
        assert_eq!(answer.status, 412, "{late}: {}", answer.text);
    }
    let own = fatima.get("/v1/me/profile").await;
    assert_eq!(own.body["story"]["text"], "Een");
    assert_eq!(own.body["experience"], Value::Null);
    let nobody = app.visitor();
    assert_eq!(nobody.get("/v1/me/profile").await.status, 401);
    let unknown = fatima
        .put_from("/v1/me/profile/faith", "\"0\"", &text("x", "nobody"))
        .await;
    assert_eq!(unknown.status, 404, "{}", unknown.text);
}
