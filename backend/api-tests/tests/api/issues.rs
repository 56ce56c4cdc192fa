//! The life of an issue: drafts, proposals, steps, who sees what.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::{ISSUE, TestApp};

const DAY: Duration = Duration::from_secs(24 * 3_600);

pub fn form(change: &Value) -> Value {
    let mut form: Value = serde_json::from_str(ISSUE).unwrap();
    for (key, value) in change.as_object().unwrap() {
        form[key] = value.clone();
    }
    form
}

#[tokio::test]
async fn a_citizen_proposes_and_reads_why_it_was_declined() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let (citizen, convener) = (
        app.person("Fatima").await,
        app.member("Joost", tenant, TenantRole::Convener).await,
    );
    let drafted = citizen
        .post("/v1/tenants/ess/issues", &form(&json!({})))
        .await;
    let path = format!(
        "/v1/tenants/ess/issues/{}",
        drafted.body["id"].as_str().unwrap()
    );
    assert_eq!(
        convener.get(&path).await.status,
        404,
        "a draft is its author's"
    );
    assert_eq!(
        citizen
            .post(&format!("{path}/_move"), &json!({"to": "open"}))
            .await
            .code(),
        "issue.forbidden"
    );
    assert_eq!(
        citizen
            .post(&format!("{path}/_move"), &json!({"to": "proposed"}))
            .await
            .status,
        200
    );
    assert_eq!(convener.get(&path).await.body["state"], "proposed");
    let silent = convener
        .post(&format!("{path}/_move"), &json!({"to": "declined"}))
        .await;
    assert_eq!(
        (silent.status, silent.code()),
        (400, "issue.reason-missing")
    );
    convener
        .post(
            &format!("{path}/_move"),
            &json!({"to": "declined", "reason": "Dit hoort bij de provincie."}),
        )
        .await;
    assert_eq!(
        citizen.get(&path).await.body["stateReason"],
        "Dit hoort bij de provincie."
    );
    assert_eq!(
        citizen
            .post(&format!("{path}/_move"), &json!({"to": "proposed"}))
            .await
            .status,
        200,
        "it may come again"
    );
    let accepted = convener
        .post(&format!("{path}/_move"), &json!({"to": "open"}))
        .await;
    assert_eq!(
        (&accepted.body["state"], &accepted.body["role"]),
        (&json!("open"), &json!("facilitator"))
    );
}

#[tokio::test]
async fn a_draft_may_be_unfinished_and_says_what_is_missing_when_it_goes_out() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let drafted = convener
        .post(
            "/v1/tenants/ess/issues",
            &json!({"title": "Alleen een titel", "visibility": "public", "regime": "open"}),
        )
        .await;
    assert_eq!(drafted.status, 201);
    let refused = convener
        .post(
            &format!(
                "/v1/tenants/ess/issues/{}/_move",
                drafted.body["id"].as_str().unwrap()
            ),
            &json!({"to": "open"}),
        )
        .await;
    let pointers: Vec<_> = refused.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["pointer"].as_str().unwrap())
        .collect();
    assert_eq!(
        (refused.status, pointers),
        (400, vec!["/coreQuestion", "/whyNow", "/perspectives"])
    );
}

#[tokio::test]
async fn an_issue_moves_only_along_its_life() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    let step = async |to: &str, reason: Option<&str>| {
        let answer = convener
            .post(
                &format!("/v1/tenants/ess/issues/{issue}/_move"),
                &json!({"to": to, "reason": reason}),
            )
            .await;
        (answer.status, answer.code().to_owned())
    };
    assert_eq!(
        step("closed", None).await,
        (403, "issue.forbidden".into()),
        "never in silence"
    );
    assert_eq!(
        step("archived", None).await,
        (409, "issue.no-such-step".into())
    );
    assert_eq!(step("concluding", None).await.0, 200);
    assert_eq!(step("paused", Some("Vakantie")).await.0, 200);
    for elsewhere in ["orientation", "closed", "archived", "draft"] {
        let refused = step(elsewhere, None).await;
        assert_eq!(refused, (409, "issue.no-such-step".into()), "{elsewhere}");
    }
    assert_eq!(step("open", None).await.0, 200);
    let resumed = convener
        .get(&format!("/v1/tenants/ess/issues/{issue}"))
        .await;
    assert_eq!(
        resumed.body["state"], "concluding",
        "it goes back to where it was"
    );
    assert_eq!(step("withdrawn", Some("Niet meer nodig")).await.0, 200);
    assert_eq!(step("open", None).await, (409, "issue.no-such-step".into()));
}

#[tokio::test]
async fn two_people_editing_lose_nothing() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    let path = format!("/v1/tenants/ess/issues/{issue}");
    let version = convener.get(&path).await.etag();
    assert_eq!(
        convener
            .patch(&path, &version, &form(&json!({"title": "Eerste"})))
            .await
            .status,
        200
    );
    let second = convener
        .patch(&path, &version, &form(&json!({"title": "Tweede"})))
        .await;
    assert_eq!((second.status, second.code()), (412, "precondition.failed"));
    assert_eq!(convener.get(&path).await.body["title"], "Eerste");
    let never = r#""9223372036854775807""#;
    let third = convener
        .patch(&path, never, &form(&json!({"title": "Derde"})))
        .await;
    assert_eq!((third.status, third.code()), (400, "header.malformed"));
}

#[tokio::test]
async fn visibility_stays_once_others_saw_it() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app
        .open_issue(
            &convener,
            "ess",
            json!({"visibility": "invited", "regime": "trusted"}),
        )
        .await;
    let path = format!("/v1/tenants/ess/issues/{issue}");
    let version = convener.get(&path).await.etag();
    convener
        .patch(
            &path,
            &version,
            &form(&json!({"visibility": "public", "regime": "open"})),
        )
        .await;
    let after = convener.get(&path).await;
    assert_eq!(
        (&after.body["visibility"], &after.body["regime"]),
        (&json!("invited"), &json!("trusted"))
    );
}

#[tokio::test]
async fn the_list_shows_each_reader_what_is_theirs_to_see_and_resumes_by_key() {
    let app = TestApp::new().await;
    let (ess, other) = (app.tenant("ess").await, app.tenant("zaanrade").await);
    let (convener, stranger) = (
        app.member("Joost", ess, TenantRole::Convener).await,
        app.member("Vreemde", other, TenantRole::Owner).await,
    );
    for visibility in ["public", "platform", "tenant", "invited"] {
        app.open_issue(
            &convener,
            "ess",
            json!({"visibility": visibility, "title": visibility}),
        )
        .await;
        app.advance(Duration::from_secs(1));
    }
    let seen = async |who: &testkit::Person| -> Vec<String> {
        let list = who.get("/v1/tenants/ess/issues").await;
        list.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|issue| issue["title"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(seen(&app.visitor()).await, ["public"]);
    assert_eq!(seen(&stranger).await, ["platform", "public"]);
    assert_eq!(
        seen(&app.member("Lid", ess, TenantRole::Member).await).await,
        ["tenant", "platform", "public"]
    );
    assert_eq!(
        seen(&convener).await,
        ["invited", "tenant", "platform", "public"]
    );
    let first = convener.get("/v1/tenants/ess/issues?limit=3").await;
    assert!(first.header("link").contains("rel=\"next\""));
    let rest = convener
        .get(&format!(
            "/v1/tenants/ess/issues?limit=3&cursor={}",
            first.body["next"].as_str().unwrap()
        ))
        .await;
    assert_eq!(
        (rest.body["items"][0]["title"].as_str(), &rest.body["next"]),
        (Some("public"), &Value::Null)
    );
    assert_eq!(
        convener
            .get("/v1/tenants/ess/issues?cursor=onzin")
            .await
            .status,
        400
    );
    assert_eq!(
        convener.get("/v1/tenants/zaanrade/issues").await.body["items"],
        json!([]),
        "another tenant's list is another list"
    );
}

#[tokio::test]
async fn who_leaves_loses_the_room_and_the_last_facilitator_stays() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let (convener, fatima) = (
        app.member("Joost", tenant, TenantRole::Convener).await,
        app.person("Fatima").await,
    );
    let issue = app
        .open_issue(
            &convener,
            "ess",
            json!({"visibility": "invited", "regime": "trusted"}),
        )
        .await;
    app.admit(&fatima, tenant, &issue, IssueRole::Participant)
        .await;
    let path = format!("/v1/tenants/ess/issues/{issue}");
    assert_eq!(
        fatima.get(&format!("{path}/participants")).await.body["items"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    assert_eq!(
        fatima
            .delete(&format!("{path}/participants/_me"))
            .await
            .status,
        204
    );
    assert_eq!(fatima.get(&path).await.status, 404);
    assert_eq!(
        convener
            .delete(&format!("{path}/participants/_me"))
            .await
            .code(),
        "issue.last-facilitator"
    );
}

#[tokio::test]
async fn a_role_stops_working_at_the_second_it_ends() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let (convener, guest) = (
        app.member("Joost", tenant, TenantRole::Convener).await,
        app.person("Gast").await,
    );
    let issue = app
        .open_issue(
            &convener,
            "ess",
            json!({"visibility": "invited", "regime": "trusted"}),
        )
        .await;
    let end = app.clock.now().plus(Duration::from_secs(60));
    app.admit_until(&guest, tenant, &issue, IssueRole::Official, Some(end))
        .await;
    let path = format!("/v1/tenants/ess/issues/{issue}");
    assert_eq!(guest.get(&path).await.status, 200);
    app.advance(Duration::from_secs(60));
    assert_eq!(guest.get(&path).await.status, 404);
}

#[tokio::test]
async fn the_gap_is_a_word_and_it_does_not_move_when_somebody_joins() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    let gap = async || {
        convener
            .get(&format!("/v1/tenants/ess/issues/{issue}"))
            .await
            .body["perspectives"][0]
            .clone()
    };
    let before = gap().await;
    assert_eq!(
        (&before["gap"], &before["wanted"]),
        (&json!("wanted"), &json!(2))
    );
    app.admit(
        &app.person("Fatima").await,
        tenant,
        &issue,
        IssueRole::Participant,
    )
    .await;
    assert_eq!(gap().await, before);
}

#[tokio::test]
async fn an_end_in_the_past_is_refused_at_its_field_and_one_that_passed_stays() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let list = "/v1/tenants/ess/issues";
    let soon = || app.clock.now().plus(DAY * 2);
    let passed = form(&json!({"plannedEnd": "2020-01-01T12:00:00Z"}));
    let refused = convener.post(list, &passed).await;
    let field = &refused.body["errors"][0];
    assert_eq!(
        (refused.status, &field["pointer"], &field["code"]),
        (400, &json!("/plannedEnd"), &json!("issue.planned-end-past"))
    );
    let coming = form(&json!({"plannedEnd": soon()}));
    let drafted = convener.post(list, &coming).await;
    assert_eq!(drafted.status, 201, "{}", drafted.text);
    let path = format!("{list}/{}", drafted.body["id"].as_str().unwrap());
    let open = json!({"to": "open"});

    app.advance(DAY * 4);
    let convener = app.sign_in_again(&convener).await;
    let late = convener.post(&format!("{path}/_move"), &open).await;
    assert_eq!(
        late.body["errors"][0]["pointer"], "/plannedEnd",
        "{}",
        late.text
    );
    let version = convener.get(&path).await.etag();
    let later = form(&json!({"plannedEnd": soon()}));
    let changed = convener.patch(&path, &version, &later).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let moved = convener.post(&format!("{path}/_move"), &open).await;
    assert_eq!(moved.status, 200, "{}", moved.text);

    app.advance(DAY * 4);
    let convener = app.sign_in_again(&convener).await;
    let mut same = later.clone();
    same["title"] = json!("Een andere titel");
    let version = convener.get(&path).await.etag();
    let changed = convener.patch(&path, &version, &same).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
}
