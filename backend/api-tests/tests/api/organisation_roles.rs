//! What people say that they do at an organisation: confirmed by their membership, shown to whom they chose, gone with
//! the membership, and never beside what they write.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantId, TenantRole};
use platform::taxonomy::TermKind;
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::people::{declare, term};

const HERE: &str = "/v1/tenants/ess/people";
const ROLE: &str = "/v1/me/organisation-roles/ess";
const WORDS: &str = "beleidsadviseur jeugd";

async fn say(person: &Person, path: &str, version: u8, role: &str, audience: &str) -> Answer {
    let form = json!({"role": role, "audience": audience});
    person
        .put_from(path, &format!("\"{version}\""), &form)
        .await
}

async fn said(person: &Person, path: &str, version: u8, role: &str, audience: &str) {
    let answer = say(person, path, version, role, audience).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text);
}

/// What this asker reads there of what somebody does.
async fn read(asker: &Person, path: &str) -> String {
    let found = asker.get(path).await;
    assert_eq!(found.status, 200, "{path}: {}", found.text);
    let items = found.body["items"].as_array().unwrap();
    let roles = items
        .iter()
        .filter_map(|it| it["roles"].as_array())
        .flatten();
    let line = |it: &Value| format!("{}: {}", it["organisation"], it["role"]).replace('"', "");
    roles.map(line).collect::<Vec<_>>().join(" | ")
}

/// Fatima is a member of `ess`, found by everybody who signed in.
async fn fatima(app: &TestApp, tenant: TenantId) -> Person {
    let fatima = app.member("Fatima", tenant, TenantRole::Member).await;
    let sport = term(app, None, TermKind::Theme, "Sport").await;
    declare(&fatima, &[(&sport, "platform")], false).await;
    fatima
}

/// What ran and what is over of her consent to show a role.
async fn consents(person: &Person) -> Vec<String> {
    let own = person.get("/v1/me/consents").await;
    let items = own.body["items"].as_array().unwrap().iter();
    let roles = items.filter(|it| it["kind"] == "organisation-role");
    let line = |it: &Value| {
        let until = if it["endedAt"].is_null() {
            "runs"
        } else {
            "over"
        };
        let words = (&it["organisation"], &it["audience"]);
        format!("{} {} {until}", words.0, words.1).replace('"', "")
    };
    roles.map(line).collect()
}

async fn out_of(app: &TestApp, owner: &Person, person: &Person) {
    let members = owner.get("/v1/tenants/ess/members").await;
    let items = members.body["items"].as_array().unwrap().clone();
    let name = person.get("/v1/me").await.body["name"].clone();
    let member = items.iter().find(|it| it["name"] == name).unwrap();
    let path = format!(
        "/v1/tenants/ess/members/{}",
        member["person"].as_str().unwrap()
    );
    assert_eq!(owner.delete(&path).await.status, 204);
    app.advance(Duration::from_secs(1));
}

#[tokio::test]
async fn a_role_is_read_by_whom_it_is_for_and_by_nobody_else() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let elders = app.tenant("elders").await;
    let fatima = fatima(&app, tenant).await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let facilitator = app.person("Gespreksleider").await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    app.admit(&facilitator, tenant, &issue, IssueRole::Facilitator)
        .await;
    // Who runs an organisation or the whole of it reads no more than anybody there.
    let owner = app.member("Beheerder", tenant, TenantRole::Owner).await;
    let colleague = app.member("Collega", tenant, TenantRole::Member).await;
    let elsewhere = app.member("Elders", elders, TenantRole::Member).await;
    let stranger = app.person("Passant").await;
    let everyone = [
        &convener,
        &facilitator,
        &owner,
        &colleague,
        &elsewhere,
        &stranger,
    ];
    let full = format!("Organisatie ess: {WORDS}");
    let readers = [
        ("nobody", ["", "", "", "", "", ""]),
        ("facilitators", [&full, &full, &full, "", "", ""]),
        ("tenants", [&full, &full, &full, &full, "", ""]),
        ("platform", [&full, &full, &full, &full, &full, &full]),
    ];
    for (version, (audience, expected)) in (0_u8..).zip(readers) {
        said(&fatima, ROLE, version, WORDS, audience).await;
        for (asker, expected) in everyone.into_iter().zip(expected) {
            assert_eq!(
                read(asker, HERE).await,
                expected,
                "{audience} {}",
                asker.email
            );
        }
    }
    // Whoever is found elsewhere shows it there too, to whom it is for.
    assert_eq!(read(&elsewhere, "/v1/tenants/elders/people").await, full);
    said(&fatima, ROLE, 4, WORDS, "tenants").await;
    assert_eq!(read(&colleague, "/v1/tenants/elders/people").await, "");
    for word in ["beleidsadviseur", "jeugd"] {
        let found = convener.get(&format!("{HERE}?q={word}")).await;
        assert_eq!(found.body["items"], json!([]), "nobody is found by {word}");
    }
    fatima.post("/v1/me/facets/_hide", &json!({})).await;
    assert_eq!(read(&convener, HERE).await, "");
    assert_eq!(app.visitor().get(HERE).await.status, 401);
}

#[tokio::test]
async fn only_a_member_says_it_and_only_of_themselves() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    app.tenant("elders").await;
    let fatima = fatima(&app, tenant).await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let guest = app.person("Gast").await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    app.admit(&guest, tenant, &issue, IssueRole::Participant)
        .await;
    assert_eq!(say(&guest, ROLE, 0, WORDS, "platform").await.status, 404);
    for elsewhere in ["elders", "nergens"] {
        let path = format!("/v1/me/organisation-roles/{elsewhere}");
        let refused = say(&fatima, &path, 0, WORDS, "platform").await;
        assert_eq!(refused.status, 404, "{elsewhere}: {}", refused.text);
    }
    let visitor = app.visitor();
    assert_eq!(say(&visitor, ROLE, 0, WORDS, "platform").await.status, 401);
    assert_eq!(guest.get("/v1/me/profile").await.body["roles"], json!([]));

    let long = say(&fatima, ROLE, 0, &"a".repeat(121), "nobody").await;
    assert_eq!(long.status, 400, "{}", long.text);
    let fault = &long.body["errors"][0];
    assert_eq!(
        (&fault["pointer"], &fault["code"]),
        (&json!("/role"), &json!("text.too-long"))
    );
    said(&fatima, ROLE, 0, WORDS, "nobody").await;
    for late in [0, 2] {
        let answer = say(&fatima, ROLE, late, "Iets anders", "nobody").await;
        assert_eq!(answer.status, 412, "{late}: {}", answer.text);
    }
    let own = fatima.get("/v1/me/profile").await;
    assert_eq!(own.body["roles"][0]["organisation"], "ess");
    assert_eq!(own.body["roles"][0]["said"]["text"], WORDS);
}

#[tokio::test]
async fn what_is_taken_back_is_gone_at_once_and_stays_readable_as_consent() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let fatima = fatima(&app, tenant).await;
    let other = app.person("Ander").await;
    said(&fatima, ROLE, 0, WORDS, "platform").await;
    assert_eq!(
        read(&other, HERE).await,
        format!("Organisatie ess: {WORDS}")
    );
    assert_eq!(consents(&fatima).await, ["Organisatie ess platform runs"]);
    let copy = fatima.get("/v1/me/records").await;
    assert!(copy.text.contains(WORDS), "{}", copy.text);
    assert!(!other.get("/v1/me/records").await.text.contains(WORDS));
    app.advance(Duration::from_secs(60));
    said(&fatima, ROLE, 1, "", "platform").await;
    assert_eq!(read(&other, HERE).await, "");
    assert_eq!(consents(&fatima).await, ["Organisatie ess platform over"]);
}

#[tokio::test]
async fn it_goes_with_the_membership() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let fatima = fatima(&app, tenant).await;
    let owner = app.member("Eigenaar", tenant, TenantRole::Owner).await;
    let other = app.person("Ander").await;
    said(&fatima, ROLE, 0, WORDS, "platform").await;
    out_of(&app, &owner, &fatima).await;
    assert_eq!(read(&other, HERE).await, "");
    assert_eq!(say(&fatima, ROLE, 1, WORDS, "platform").await.status, 404);
    assert_eq!(fatima.get("/v1/me/profile").await.body["roles"], json!([]));
    assert_eq!(consents(&fatima).await, ["Organisatie ess platform over"]);
    assert!(!fatima.get("/v1/me/records").await.text.contains(WORDS));
}

#[tokio::test]
async fn it_goes_at_the_second_that_a_membership_ends_by_itself() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let fatima = fatima(&app, tenant).await;
    let owner = app.member("Eigenaar", tenant, TenantRole::Owner).await;
    let other = app.person("Ander").await;
    said(&fatima, ROLE, 0, WORDS, "platform").await;
    app::calendar::turn(&app.state).await;
    let members = owner.get("/v1/tenants/ess/members").await;
    let items = members.body["items"].as_array().unwrap().clone();
    let member = items.iter().find(|it| it["name"] == "Fatima").unwrap();
    let path = format!(
        "/v1/tenants/ess/members/{}",
        member["person"].as_str().unwrap()
    );
    let end = app.clock.now().plus(Duration::from_secs(60));
    let form = json!({"role": "member", "endsAt": end});
    let changed = owner.patch(&path, "", &form).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    assert_ne!(read(&other, HERE).await, "");
    app.advance(Duration::from_secs(60));
    assert_eq!(read(&other, HERE).await, "");
    assert_eq!(fatima.get("/v1/me/profile").await.body["roles"], json!([]));
    // The night takes what is left of it, and writes down that the consent is over.
    app.advance(Duration::from_secs(24 * 3_600));
    app::calendar::turn(&app.state).await;
    let fatima = app.sign_in_again(&fatima).await;
    assert_eq!(consents(&fatima).await, ["Organisatie ess platform over"]);
    assert!(!fatima.get("/v1/me/records").await.text.contains(WORDS));
}

#[tokio::test]
async fn it_never_stands_beside_what_somebody_writes_for_themselves() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let elders = app.tenant("elders").await;
    let fatima = fatima(&app, tenant).await;
    said(&fatima, ROLE, 0, WORDS, "platform").await;
    let convener = app.member("Joost", elders, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "elders", json!({})).await;
    app.admit(&fatima, elders, &issue, IssueRole::Participant)
        .await;
    let thread = app.thread(&fatima, "elders", &issue).await;
    let paths = [
        format!("/v1/tenants/elders/threads/{thread}"),
        format!("/v1/tenants/elders/threads/{thread}/posts"),
        format!("/v1/tenants/elders/issues/{issue}"),
        format!("/v1/tenants/elders/issues/{issue}/participants"),
    ];
    for path in paths {
        let answer = convener.get(&path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        for word in [WORDS, "Organisatie ess"] {
            assert!(!answer.text.contains(word), "{path}: {}", answer.text);
        }
    }
}
