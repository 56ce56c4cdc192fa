//! What came of it: outcomes that close issues, and knowledge products.

mod edition_tests;
mod outcome_tests;
mod product_tests;
mod told_tests;

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantRole};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use testkit::{Person, TestApp};

const DAY: Duration = Duration::from_secs(24 * 3_600);

fn story(app: &TestApp, change: &Value) -> Value {
    let mut form = json!({
        "title": "Wat wij hoorden",
        "intro": "Kort.",
        "reviewAt": app.clock.now().plus(DAY).to_string(),
        "statements": [
            {"kind": "heard", "text": "Het is er **donker**."},
            {"kind": "done", "text": "Er komen lampen."},
            {"kind": "not-done", "text": "Er komt geen hek.", "why": "Dat sluit mensen buiten."},
            {"kind": "you-can", "text": "Meld een kapotte lamp."}
        ]
    });
    for (key, value) in change.as_object().unwrap() {
        form[key] = value.clone();
    }
    form
}

fn outcome_of(issue: &str) -> String {
    format!("/v1/tenants/ess/issues/{issue}/outcome")
}

pub async fn publish(app: &TestApp, who: &Person, issue: &str, form: &Value) {
    publish_at(&outcome_of(issue), app, who, form).await;
}

pub async fn publish_at(path: &str, app: &TestApp, who: &Person, form: &Value) {
    let version = who.get(path).await.etag();
    let saved = who.put_from(path, &version, &story(app, form)).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    let published = who
        .post(&format!("{path}/_publish"), &json!({"quotingAgreed": true}))
        .await;
    assert_eq!(published.status, 200, "{}", published.text);
}

async fn events(app: &TestApp, kind: &str) -> i64 {
    let sql = format!("SELECT COUNT(*) AS n FROM event WHERE kind = '{kind}'");
    let row = app
        .whole_database()
        .await
        .query_one_raw(Statement::from_string(app.state.db.backend(), sql))
        .await
        .unwrap()
        .unwrap();
    row.try_get("", "n").unwrap()
}

#[tokio::test]
async fn an_issue_never_closes_in_silence() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    let path = outcome_of(&issue);
    let silent = convener.post(&format!("{path}/_publish"), &json!({})).await;
    assert_eq!((silent.status, silent.code()), (404, "outcome.not-found"));
    let half = json!({"reviewAt": "2020-01-01T00:00:00Z", "statements": [{"kind": "not-done", "text": "Er komt geen hek."}]});
    assert_eq!(
        convener.put_from(&path, "\"0\"", &half).await.status,
        200,
        "a draft may be unfinished"
    );
    let refused = convener.post(&format!("{path}/_publish"), &json!({})).await;
    let codes: Vec<_> = refused.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["code"].as_str().unwrap())
        .collect();
    assert_eq!((refused.status, refused.code()), (400, "result.unfinished"));
    assert_eq!(
        codes,
        [
            "outcome.heard-missing",
            "outcome.you-can-missing",
            "outcome.why-missing",
            "outcome.review-not-in-future"
        ]
    );
    assert_eq!(
        convener
            .get(&format!("/v1/tenants/ess/issues/{issue}"))
            .await
            .body["state"],
        "open"
    );
    assert_eq!(events(&app, "outcome.published").await, 0);
}

#[tokio::test]
async fn publishing_closes_the_issue_and_says_so_once() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    publish(&app, &convener, &issue, &json!({})).await;
    assert_eq!(
        convener
            .get(&format!("/v1/tenants/ess/issues/{issue}"))
            .await
            .body["state"],
        "closed"
    );
    assert_eq!(events(&app, "outcome.published").await, 1);
    let path = outcome_of(&issue);
    let read = app.visitor().get(&path).await;
    assert_eq!(
        (
            &read.body["publishedVersion"],
            &read.body["draft"],
            &read.body["can"]["write"]
        ),
        (&json!(1), &Value::Null, &json!(false))
    );
    assert_eq!(
        read.body["published"]["statements"][0]["html"]
            .as_str()
            .unwrap()
            .trim(),
        "<p>Het is er <strong>donker</strong>.</p>"
    );
    let version = convener.get(&path).await.etag();
    convener
        .put_from(&path, &version, &story(&app, &json!({"title": "Nieuwer"})))
        .await;
    assert_eq!(
        app.visitor().get(&path).await.body["published"]["title"],
        "Wat wij hoorden",
        "readers see no draft"
    );
    assert_eq!(
        convener
            .post(&format!("{path}/_publish"), &json!({}))
            .await
            .status,
        200
    );
    let after = app.visitor().get(&path).await;
    assert_eq!(
        (
            &after.body["publishedVersion"],
            &after.body["published"]["title"]
        ),
        (&json!(2), &json!("Nieuwer"))
    );
    assert_eq!(
        (
            events(&app, "outcome.published").await,
            events(&app, "issue.moved").await
        ),
        (2, 2),
        "opened, and closed once"
    );
}

#[tokio::test]
async fn two_people_writing_one_outcome_lose_nothing() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let (joost, amina) = (
        app.member("Joost", tenant, TenantRole::Convener).await,
        app.member("Amina", tenant, TenantRole::Convener).await,
    );
    let issue = app.open_issue(&joost, "ess", json!({})).await;
    let path = outcome_of(&issue);
    let begun = joost.get(&path).await;
    assert_eq!((begun.status, begun.etag()), (200, "\"0\"".to_owned()));
    assert_eq!(
        joost
            .put_from(&path, "\"0\"", &story(&app, &json!({})))
            .await
            .status,
        200
    );
    let second = amina
        .put_from(&path, "\"0\"", &story(&app, &json!({"title": "Tweede"})))
        .await;
    assert_eq!((second.status, second.code()), (412, "precondition.failed"));
    assert_eq!(
        amina
            .put_from(&path, "\"1\"", &story(&app, &json!({"title": "Derde"})))
            .await
            .status,
        200
    );
    assert_eq!(
        joost
            .put_from(&path, "\"1\"", &story(&app, &json!({})))
            .await
            .status,
        412
    );
    assert_eq!(joost.get(&path).await.body["draft"]["title"], "Derde");
    assert_eq!(joost.put(&path, &story(&app, &json!({}))).await.status, 428);
    let unknown = story(&app, &json!({"extra": 1}));
    assert_eq!(joost.put_from(&path, "\"2\"", &unknown).await.status, 400);
}

#[tokio::test]
async fn an_outcome_is_written_by_who_runs_the_issue_and_read_by_who_sees_it() {
    let app = TestApp::new().await;
    let (tenant, elsewhere) = (app.tenant("ess").await, app.tenant("elders").await);
    let host = app.member("Gastheer", tenant, TenantRole::Convener).await;
    for (visibility, outside, shut) in [
        ("public", 200, "result.forbidden"),
        ("invited", 404, "issue.not-found"),
    ] {
        let issue = app
            .open_issue(
                &host,
                "ess",
                json!({"visibility": visibility, "regime": "trusted"}),
            )
            .await;
        let path = outcome_of(&issue);
        let (participant, leaver) = (
            app.person(&format!("Deelnemer {visibility}")).await,
            app.person(&format!("Leider {visibility}")).await,
        );
        app.admit(&participant, tenant, &issue, IssueRole::Participant)
            .await;
        app.admit(&leaver, tenant, &issue, IssueRole::Facilitator)
            .await;
        let written = leaver
            .put_from(&path, "\"0\"", &story(&app, &json!({})))
            .await;
        assert_eq!(written.status, 200, "a facilitator writes");
        assert_eq!(
            leaver
                .delete(&format!("/v1/tenants/ess/issues/{issue}/participants/_me"))
                .await
                .status,
            204
        );
        let outsiders = [
            leaver,
            app.person(&format!("Vreemde {visibility}")).await,
            app.member(
                &format!("Elders {visibility}"),
                elsewhere,
                TenantRole::Owner,
            )
            .await,
            app.member(&format!("Lid {visibility}"), tenant, TenantRole::Member)
                .await,
        ];
        for who in outsiders.iter().chain([&participant]) {
            assert_eq!(
                who.get(&path).await.status,
                404,
                "a draft is not for readers"
            );
        }
        for who in &outsiders {
            for refused in [
                who.put_from(&path, "\"1\"", &story(&app, &json!({}))).await,
                who.post(&format!("{path}/_publish"), &json!({})).await,
                who.post(&format!("{path}/_reviewed"), &json!({"text": "Klaar."}))
                    .await,
            ] {
                assert_eq!(refused.code(), shut, "{} {visibility}", who.email);
            }
        }
        assert_eq!(
            participant
                .put_from(&path, "\"1\"", &story(&app, &json!({})))
                .await
                .code(),
            "result.forbidden"
        );
        assert_eq!(
            app.visitor()
                .put_from(&path, "\"1\"", &json!({}))
                .await
                .status,
            401
        );
        publish(&app, &host, &issue, &json!({})).await;
        for who in outsiders.iter().chain([&app.visitor()]) {
            assert_eq!(
                who.get(&path).await.status,
                outside,
                "{} {visibility}",
                who.email
            );
        }
        assert_eq!(participant.get(&path).await.status, 200);
        assert_eq!(
            outsiders[2]
                .get(&format!("/v1/tenants/elders/issues/{issue}/outcome"))
                .await
                .status,
            404,
            "another tenant's address"
        );
    }
}

#[tokio::test]
async fn a_statement_shows_its_posts_to_who_may_read_them() {
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
            json!({"visibility": "public", "regime": "trusted"}),
        )
        .await;
    let elsewhere = app.open_issue(&convener, "ess", json!({})).await;
    app.admit(&fatima, tenant, &issue, IssueRole::Participant)
        .await;
    let first_post = async |issue: &str| {
        let thread = app.thread(&convener, "ess", issue).await;
        convener
            .get(&format!("/v1/tenants/ess/threads/{thread}/posts"))
            .await
            .body["items"][0]["id"]
            .clone()
    };
    let (own, foreign) = (first_post(&issue).await, first_post(&elsewhere).await);
    let path = outcome_of(&issue);
    let form = |post: &Value| {
        let mut form = story(&app, &json!({}));
        form["statements"][0]["posts"] = json!([post]);
        form
    };
    let refused = convener.put_from(&path, "\"0\"", &form(&foreign)).await;
    assert_eq!(
        (refused.status, &refused.body["errors"][0]["pointer"]),
        (400, &json!("/statements/0/posts/0"))
    );
    publish(
        &app,
        &convener,
        &issue,
        &json!({"statements": form(&own)["statements"]}),
    )
    .await;
    let inside = fatima.get(&path).await.body["published"]["statements"][0].clone();
    assert_eq!(
        (
            &inside["sources"][0]["post"],
            &inside["sources"][0]["excerpt"]
        ),
        (&own, &json!("Vertel."))
    );
    let outside = app.visitor().get(&path).await;
    assert_eq!(
        (
            &outside.body["published"]["statements"][0]["sources"],
            &outside.body["published"]["statements"][0]["closedSources"]
        ),
        (&json!([]), &json!(1))
    );
    assert!(!outside.text.contains("Vertel.") && !outside.text.contains(own.as_str().unwrap()));
    assert_eq!(
        convener
            .delete(&format!("/v1/tenants/ess/posts/{}", own.as_str().unwrap()))
            .await
            .status,
        204
    );
    assert_eq!(
        fatima.get(&path).await.body["published"]["statements"][0]["sources"],
        json!([]),
        "taken back is taken back"
    );
}
