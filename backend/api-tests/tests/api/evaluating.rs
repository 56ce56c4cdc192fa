//! A first circle is asked what it thinks of an issue, before more people are.

use std::time::Duration;

use kernel::{Clock, IssueRole, TenantId, TenantRole};
use serde_json::{Value, json};
use testkit::{ISSUE, Person, TestApp};

const ISSUES: &str = "/v1/tenants/ess/issues";
const DAY: Duration = Duration::from_secs(24 * 3_600);

/// An issue that is being explored, with two people in its first circle.
struct Circle {
    app: TestApp,
    tenant: TenantId,
    convener: Person,
    fatima: Person,
    daan: Person,
    path: String,
    id: String,
}

impl Circle {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let form: Value = serde_json::from_str(ISSUE).unwrap();
        let drafted = convener.post(ISSUES, &form).await;
        let id = drafted.body["id"].as_str().unwrap().to_owned();
        let path = format!("{ISSUES}/{id}");
        let moved = convener
            .post(&format!("{path}/_move"), &json!({"to": "orientation"}))
            .await;
        assert_eq!(moved.status, 200, "{}", moved.text);
        let fatima = app.person("Fatima").await;
        let daan = app.person("Daan").await;
        for person in [&fatima, &daan] {
            app.admit(person, tenant, &id, IssueRole::Participant).await;
        }
        Self {
            app,
            tenant,
            convener,
            fatima,
            daan,
            path,
            id,
        }
    }

    fn evaluations(&self, rest: &str) -> String {
        format!("{}/evaluations{rest}", self.path)
    }

    async fn ask(&self, days: u32) -> testkit::Answer {
        let until = self.app.clock.now().plus(DAY * days);
        let form = json!({"until": until});
        self.convener.post(&self.evaluations("/_ask"), &form).await
    }

    async fn kinds_told(&self, person: &Person) -> Vec<String> {
        self.app.settle().await;
        let told = person.get("/v1/me/notifications").await;
        let items = told.body["items"].as_array().unwrap().clone();
        let kinds = items
            .iter()
            .map(|it| it["kind"].as_str().unwrap().to_owned());
        kinds.collect()
    }
}

fn stop() -> Value {
    json!({
        "question": "different",
        "questionNote": "Vraag het de buurt.",
        "missing": "Jongeren die er hangen.",
        "advice": "stop",
        "adviceNote": "Er is al een plan."
    })
}

fn widen() -> Value {
    json!({"question": "right", "advice": "widen"})
}

#[tokio::test]
async fn the_first_circle_is_asked_and_only_who_runs_the_issue_reads_all_answers() {
    let circle = Circle::new().await;
    let own = circle.evaluations("/_me");
    let early = circle.fatima.put(&own, &stop()).await;
    assert_eq!((early.status, early.code()), (409, "evaluation.over"));
    let asked = circle.ask(10).await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    assert_eq!(
        (&asked.body["asked"], &asked.body["items"]),
        (&json!(2), &json!([]))
    );
    let asked = "evaluation-asked".to_owned();
    assert!(circle.kinds_told(&circle.fatima).await.contains(&asked));
    let own_question = circle.kinds_told(&circle.convener).await;
    assert!(!own_question.contains(&asked), "who asks is not told");

    for (person, form) in [(&circle.fatima, stop()), (&circle.daan, widen())] {
        let given = person.put(&own, &form).await;
        assert_eq!(given.status, 200, "{}", given.text);
    }
    let read = circle.convener.get(&circle.evaluations("")).await;
    let said = |place: usize, part: &str| read.body["items"][place]["evaluation"][part].clone();
    assert_eq!(read.body["items"][0]["by"]["name"], "daan", "by name");
    assert_eq!(
        (said(0, "advice"), said(1, "advice")),
        (json!("widen"), json!("stop"))
    );
    assert_eq!(said(1, "missing"), "Jongeren die er hangen.");

    let seen = circle.daan.get(&circle.evaluations("")).await;
    assert_eq!(seen.body["own"]["advice"], "widen");
    assert_eq!(
        (&seen.body["asked"], &seen.body["items"]),
        (&Value::Null, &json!([]))
    );
    assert!(!seen.text.contains("Jongeren"), "{}", seen.text);
}

#[tokio::test]
async fn an_answer_that_says_no_says_why_and_a_day_is_near() {
    let circle = Circle::new().await;
    for days in [0, 61] {
        let refused = circle.ask(days).await;
        assert_eq!(
            (refused.status, &refused.body["errors"][0]["code"]),
            (400, &json!("evaluation.until"))
        );
    }
    circle.ask(10).await;
    let own = circle.evaluations("/_me");
    let silent = json!({"question": "different", "advice": "adjust"});
    let refused = circle.fatima.put(&own, &silent).await;
    let errors = refused.body["errors"].as_array().unwrap();
    let pointers: Vec<_> = errors.iter().map(|it| &it["pointer"]).collect();
    assert_eq!(pointers, ["/questionNote", "/adviceNote"]);
    let changed = [stop(), widen()];
    for form in &changed {
        assert_eq!(circle.fatima.put(&own, form).await.status, 200);
    }
    let read = circle.convener.get(&circle.evaluations("")).await;
    assert_eq!(
        read.body["items"].as_array().unwrap().len(),
        1,
        "the last one counts"
    );
    assert_eq!(read.body["items"][0]["evaluation"]["missing"], "");
    assert_eq!(circle.fatima.delete(&own).await.status, 204);
    let read = circle.convener.get(&circle.evaluations("")).await;
    assert_eq!(read.body["items"], json!([]));
}

#[tokio::test]
async fn who_is_not_within_hears_of_nothing_and_only_who_runs_it_asks() {
    let circle = Circle::new().await;
    circle.ask(10).await;
    circle
        .fatima
        .put(&circle.evaluations("/_me"), &stop())
        .await;
    let colleague = circle
        .app
        .member("Karin", circle.tenant, TenantRole::Owner)
        .await;
    let stranger = circle.app.person("Ruben").await;
    for outside in [&colleague, &stranger] {
        let list = outside.get(&circle.evaluations("")).await;
        let put = outside.put(&circle.evaluations("/_me"), &widen()).await;
        for answer in [list, put] {
            assert_eq!((answer.status, answer.code()), (404, "issue.not-found"));
        }
    }
    let until = circle.app.clock.now().plus(DAY);
    let form = json!({"until": until});
    let refused = circle.daan.post(&circle.evaluations("/_ask"), &form).await;
    assert_eq!((refused.status, refused.code()), (403, "issue.forbidden"));

    let left = circle
        .fatima
        .delete(&format!("{}/participants/_me", circle.path))
        .await;
    assert_eq!(left.status, 204, "{}", left.text);
    assert_eq!(circle.fatima.get(&circle.evaluations("")).await.status, 404);
    let read = circle.convener.get(&circle.evaluations("")).await;
    assert_eq!(
        (&read.body["asked"], &read.body["items"]),
        (&json!(1), &json!([])),
        "whoever leaves takes their opinion along"
    );
}

#[tokio::test]
async fn after_widening_nobody_answers_and_one_may_still_take_back() {
    let circle = Circle::new().await;
    circle.ask(10).await;
    let own = circle.evaluations("/_me");
    circle.fatima.put(&own, &stop()).await;
    let told = json!({"to": "open", "reason": "We vragen ook jongeren."});
    let moved = circle
        .convener
        .post(&format!("{}/_move", circle.path), &told)
        .await;
    assert_eq!(moved.body["stateReason"], "We vragen ook jongeren.");
    let late = circle.daan.put(&own, &widen()).await;
    assert_eq!((late.status, late.code()), (409, "evaluation.over"));
    let again = circle.ask(20).await;
    assert_eq!((again.status, again.code()), (409, "evaluation.over"));
    let seen = circle.fatima.get(&circle.evaluations("")).await;
    assert_eq!(
        (&seen.body["mayAnswer"], &seen.body["own"]["advice"]),
        (&json!(false), &json!("stop"))
    );
    assert_eq!(circle.fatima.delete(&own).await.status, 204);
}

#[tokio::test]
async fn what_a_first_circle_said_is_forgotten_in_time() {
    let circle = Circle::new().await;
    circle.ask(1).await;
    circle
        .fatima
        .put(&circle.evaluations("/_me"), &stop())
        .await;
    app::calendar::turn(&circle.app.state).await;
    for (days, left) in [(90, 1), (2, 0)] {
        circle.app.advance(DAY * days);
        app::calendar::turn(&circle.app.state).await;
        let convener = circle.app.sign_in_again(&circle.convener).await;
        let read = convener.get(&circle.evaluations("")).await;
        assert_eq!(
            read.body["items"].as_array().unwrap().len(),
            left,
            "{days}: {}",
            circle.id
        );
    }
}
