//! Working agreements: put to everybody, agreed with by version, and a rhythm that is kept or reminded of.

use std::time::Duration;

use kernel::{IssueRole, TenantId, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::home::close;

const DAY: Duration = Duration::from_secs(24 * 3_600);

struct Issue {
    app: TestApp,
    tenant: TenantId,
    convener: Person,
    fatima: Person,
    id: String,
    path: String,
}

impl Issue {
    async fn new() -> Self {
        Self::under("open", "public").await
    }

    async fn under(regime: &str, visibility: &str) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let fatima = app.person("Fatima").await;
        let rules = json!({"regime": regime, "visibility": visibility});
        let id = app.open_issue(&convener, "ess", rules).await;
        app.admit(&fatima, tenant, &id, IssueRole::Participant)
            .await;
        let path = format!("/v1/tenants/ess/issues/{id}/agreement");
        Self {
            app,
            tenant,
            convener,
            fatima,
            id,
            path,
        }
    }

    async fn put(&self, person: &Person, version: i64, change: Value) -> Answer {
        let mut form = json!({
            "version": version,
            "expectations": "We komen **op tijd**.",
            "tasks": "Joost schrijft.",
            "rhythm": "weekly"
        });
        for (key, value) in change.as_object().unwrap() {
            form[key] = value.clone();
        }
        person.put(&self.path, &form).await
    }

    async fn agree(&self, version: i64) -> Answer {
        let path = format!("{}/_agree", self.path);
        self.fatima.post(&path, &json!({"version": version})).await
    }

    /// So many days go by, and each night has its turn.
    async fn nights(&self, days: u32) {
        for _ in 0..days {
            self.app.advance(DAY);
            app::calendar::turn(&self.app.state).await;
            self.app.settle().await;
        }
    }

    async fn told(&self, person: &Person, kind: &str) -> usize {
        self.app.settle().await;
        let person = self.app.sign_in_again(person).await;
        let told = person.get("/v1/me/notifications").await;
        let items = told.body["items"].as_array().unwrap();
        items.iter().filter(|it| it["kind"] == kind).count()
    }
}

#[tokio::test]
async fn whoever_takes_part_agrees_and_is_asked_again_when_it_changes() {
    let issue = Issue::new().await;
    let none = issue.fatima.get(&issue.path).await;
    assert_eq!(
        (
            &none.body["agreement"],
            &none.body["mayAgree"],
            &none.body["mayPut"]
        ),
        (&Value::Null, &json!(false), &json!(false))
    );
    let put = issue.put(&issue.convener, 0, json!({})).await;
    assert_eq!(put.status, 200, "{}", put.text);
    assert_eq!(put.body["agreed"], true, "whoever puts it agrees with it");
    assert_eq!(put.body["waiting"][0]["name"], "fatima");
    let again = issue.put(&issue.convener, 0, json!({})).await;
    assert_eq!(
        again.body["agreement"]["version"], 1,
        "an answer that was lost"
    );

    let seen = issue.fatima.get(&issue.path).await;
    assert!(
        seen.body["agreement"]["expectationsHtml"]
            .as_str()
            .unwrap()
            .contains("<strong>")
    );
    assert_eq!(
        (&seen.body["agreed"], &seen.body["waiting"]),
        (&json!(false), &json!([]))
    );
    assert_eq!(issue.agree(1).await.body["count"], 2);
    assert_eq!(issue.told(&issue.fatima, "agreement-put").await, 1);
    assert_eq!(issue.told(&issue.convener, "agreement-put").await, 0);

    let stale = issue
        .put(&issue.convener, 0, json!({"tasks": "Iedereen."}))
        .await;
    assert_eq!((stale.status, stale.code()), (409, "agreement.changed"));
    let never = issue.put(&issue.convener, i64::MAX, json!({})).await;
    assert_eq!((never.status, never.code()), (409, "agreement.changed"));
    let changed = issue
        .put(&issue.convener, 1, json!({"tasks": "Iedereen."}))
        .await;
    assert_eq!(
        (&changed.body["count"], &changed.body["people"]),
        (&json!(1), &json!(2))
    );
    let late = issue.agree(1).await;
    assert_eq!((late.status, late.code()), (409, "agreement.changed"));
    assert_eq!(issue.agree(2).await.body["agreed"], true);
    assert_eq!(issue.told(&issue.fatima, "agreement-put").await, 2);
}

#[tokio::test]
async fn only_who_takes_part_knows_of_it_and_only_who_runs_it_puts_it() {
    let issue = Issue::new().await;
    issue.put(&issue.convener, 0, json!({})).await;
    let refused = issue.put(&issue.fatima, 1, json!({})).await;
    assert_eq!((refused.status, refused.code()), (403, "issue.forbidden"));
    let colleague = issue
        .app
        .member("Karin", issue.tenant, TenantRole::Owner)
        .await;
    let stranger = issue.app.person("Ruben").await;
    for outside in [&colleague, &stranger] {
        let read = outside.get(&issue.path).await;
        let put = issue.put(outside, 1, json!({})).await;
        for answer in [read, put] {
            assert_eq!((answer.status, answer.code()), (404, "issue.not-found"));
        }
    }
    let empty = json!({"expectations": " ", "endsAt": "2020-01-01T00:00:00Z"});
    let wrong = issue.put(&issue.convener, 1, empty).await;
    let errors = wrong.body["errors"].as_array().unwrap();
    let pointers: Vec<_> = errors.iter().map(|it| &it["pointer"]).collect();
    assert_eq!(pointers, ["/expectations", "/endsAt"]);

    issue.agree(1).await;
    let part = format!("/v1/tenants/ess/issues/{}/participants/_me", issue.id);
    assert_eq!(issue.fatima.delete(&part).await.status, 204);
    assert_eq!(issue.fatima.get(&issue.path).await.status, 404);
    app::calendar::turn(&issue.app.state).await;
    issue.nights(1).await;
    let left = crate::schema::rows(&issue.app, "agreement_consent").await;
    assert_eq!(left, 1, "what somebody who left agreed with is forgotten");
}

#[tokio::test]
async fn who_promised_to_report_and_did_not_is_reminded_and_nobody_else_hears_of_it() {
    let issue = Issue::new().await;
    let thread = issue.app.thread(&issue.convener, "ess", &issue.id).await;
    let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
    issue.put(&issue.convener, 0, json!({})).await;
    app::calendar::turn(&issue.app.state).await;
    issue.nights(3).await;
    let convener = issue.app.sign_in_again(&issue.convener).await;
    let said = convener
        .post(&posts, &json!({"body": "Zo staat het ervoor."}))
        .await;
    assert_eq!(said.status, 201, "{}", said.text);
    issue.nights(5).await;
    assert_eq!(
        issue.told(&issue.convener, "report-due").await,
        0,
        "somebody reported"
    );

    // Others may write as much as they like: the promise was not theirs.
    let fatima = issue.app.sign_in_again(&issue.fatima).await;
    let said = fatima
        .post(&posts, &json!({"body": "Hoe staat het?"}))
        .await;
    assert_eq!(said.status, 201, "{}", said.text);
    issue.nights(7).await;
    assert_eq!(issue.told(&issue.convener, "report-due").await, 1);
    assert_eq!(issue.told(&issue.fatima, "report-due").await, 0);
    issue.nights(7).await;
    assert_eq!(
        issue.told(&issue.convener, "report-due").await,
        2,
        "once for each time"
    );
}

#[tokio::test]
async fn where_nobody_is_named_nobody_is_reminded_of_what_they_may_have_done() {
    for regime in ["confidential", "authorless"] {
        let issue = Issue::under(regime, "invited").await;
        let put = issue.put(&issue.convener, 0, json!({})).await;
        assert_eq!(put.status, 200, "{}", put.text);
        app::calendar::turn(&issue.app.state).await;
        issue.nights(3).await;
        let convener = issue.app.sign_in_again(&issue.convener).await;
        issue.app.thread(&convener, "ess", &issue.id).await;
        issue.nights(5).await;
        let told = issue.told(&issue.convener, "report-due").await;
        assert_eq!(told, 0, "{regime}");
    }
}

#[tokio::test]
async fn what_somebody_wrote_who_runs_it_no_more_is_no_report() {
    let issue = Issue::new().await;
    let els = issue.app.person("Els").await;
    let role = IssueRole::Facilitator;
    issue.app.admit(&els, issue.tenant, &issue.id, role).await;
    issue.put(&issue.convener, 0, json!({})).await;
    app::calendar::turn(&issue.app.state).await;
    issue.app.thread(&els, "ess", &issue.id).await;
    let part = format!("/v1/tenants/ess/issues/{}/participants/_me", issue.id);
    assert_eq!(els.delete(&part).await.status, 204);
    issue.nights(8).await;
    assert_eq!(issue.told(&issue.convener, "report-due").await, 1);
}

#[tokio::test]
async fn an_issue_that_opens_again_goes_on_in_its_rhythm() {
    let issue = Issue::new().await;
    issue.put(&issue.convener, 0, json!({})).await;
    app::calendar::turn(&issue.app.state).await;
    close(&issue.app, &issue.convener, &issue.id).await;
    issue.nights(8).await;
    let told = issue.told(&issue.convener, "report-due").await;
    assert_eq!(told, 0, "nobody owes a word about what is closed");
    let convener = issue.app.sign_in_again(&issue.convener).await;
    let path = format!("/v1/tenants/ess/issues/{}/_move", issue.id);
    let open = json!({"to": "open", "reason": "Het is weer onrustig."});
    let opened = convener.post(&path, &open).await;
    assert_eq!(opened.status, 200, "{}", opened.text);
    issue.nights(8).await;
    assert_eq!(issue.told(&issue.convener, "report-due").await, 1);
}

#[tokio::test]
async fn an_end_is_told_of_once_and_a_pause_breaks_no_promise() {
    let issue = Issue::new().await;
    let end = kernel::Clock::now(&*issue.app.clock).plus(DAY * 17);
    issue
        .put(
            &issue.convener,
            0,
            json!({"endsAt": end, "rhythm": "fortnightly"}),
        )
        .await;
    let path = format!("/v1/tenants/ess/issues/{}/_move", issue.id);
    let pause = json!({"to": "paused", "reason": "Vakantie."});
    assert_eq!(issue.convener.post(&path, &pause).await.status, 200);
    app::calendar::turn(&issue.app.state).await;
    issue.nights(15).await;
    assert_eq!(issue.told(&issue.convener, "report-due").await, 0);
    let convener = issue.app.sign_in_again(&issue.convener).await;
    assert_eq!(
        convener.post(&path, &json!({"to": "open"})).await.status,
        200
    );
    issue.nights(20).await;
    assert_eq!(issue.told(&issue.convener, "report-due").await, 0);
    assert_eq!(issue.told(&issue.convener, "agreement-ended").await, 1);
}
