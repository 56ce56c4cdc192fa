//! The map of an issue: written by who runs it, read by who takes part once it is shown, of positions only.

use kernel::{IssueRole, TenantId, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

struct Issue {
    app: TestApp,
    convener: Person,
    fatima: Person,
    tenant: TenantId,
    id: String,
    path: String,
}

impl Issue {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let fatima = app.person("Fatima").await;
        let id = app.open_issue(&convener, "ess", json!({})).await;
        app.admit(&fatima, tenant, &id, IssueRole::Participant)
            .await;
        let path = format!("/v1/tenants/ess/issues/{id}/actor-map");
        Self {
            app,
            convener,
            fatima,
            tenant,
            id,
            path,
        }
    }

    async fn save(&self, person: &Person, version: i64, form: &Value) -> Answer {
        let version = format!("\"{version}\"");
        person.put_from(&self.path, &version, form).await
    }
}

fn form(shown: bool) -> Value {
    json!({"shown": shown, "text": {
        "subject": "Een hek om het plein",
        "one": "Het plein moet 's avonds dicht",
        "other": "Het plein is van iedereen",
        "question": "Wat maakt een avond op het plein goed?",
        "positions": [
            {"number": 1, "name": "Wie vlak aan het plein woont", "role": "pusher", "side": "one", "interests": "Slapen",
             "needs": "Serieus genomen worden",
             "risk": {"words": "Stapt naar de krant", "likelihood": "fair", "impact": "large"},
             "relations": [{"to": 2, "kind": "opposes"}]},
            {"number": 2, "name": "Jongeren van het plein", "role": "scapegoat", "side": "between"}
        ]
    }})
}

#[tokio::test]
async fn who_runs_the_issue_writes_it_and_the_others_read_it_once_it_is_shown() {
    let issue = Issue::new().await;
    let none = issue.fatima.get(&issue.path).await;
    assert_eq!(none.status, 200, "{}", none.text);
    assert_eq!(none.body["mayWrite"], false);
    let begun = issue.save(&issue.convener, 0, &form(false)).await;
    assert_eq!(begun.status, 200, "{}", begun.text);
    assert_eq!(
        begun.body["text"]["positions"][1]["name"],
        "Jongeren van het plein"
    );
    let hidden = issue.fatima.get(&issue.path).await;
    assert_eq!(hidden.text, none.text, "as good as none");
    let refused = issue.save(&issue.fatima, 1, &form(true)).await;
    assert_eq!((refused.status, refused.code()), (403, "issue.forbidden"));

    let shown = issue.save(&issue.convener, 1, &form(true)).await;
    assert_eq!(shown.body["version"], 2, "{}", shown.text);
    let seen = issue.fatima.get(&issue.path).await;
    assert_eq!(seen.body["text"]["subject"], "Een hek om het plein");
    let stale = issue.save(&issue.convener, 1, &form(false)).await;
    assert_eq!((stale.status, stale.code()), (412, "precondition.failed"));
    let still = issue.fatima.get(&issue.path).await;
    assert_eq!(still.text, seen.text);
}

#[tokio::test]
async fn to_whoever_does_not_take_part_there_is_none() {
    let issue = Issue::new().await;
    issue.save(&issue.convener, 0, &form(true)).await;
    let tenant = issue.app.tenant("elders").await;
    let other = issue.app.member("Karin", tenant, TenantRole::Owner).await;
    let stranger = issue.app.person("Ruben").await;
    let part = format!("/v1/tenants/ess/issues/{}/participants/_me", issue.id);
    assert_eq!(issue.fatima.delete(&part).await.status, 204);
    for outside in [&other, &stranger, &issue.fatima] {
        let read = outside.get(&issue.path).await;
        let written = issue.save(outside, 1, &form(true)).await;
        for answer in [read, written] {
            assert_eq!((answer.status, answer.code()), (404, "issue.not-found"));
        }
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_with_its_place() {
    let issue = Issue::new().await;
    let mut wrong = form(true);
    wrong["text"]["one"] = json!(" ");
    wrong["text"]["positions"][1]["side"] = json!("other");
    wrong["text"]["positions"][0]["relations"][0]["to"] = json!(9);
    let answer = issue.save(&issue.convener, 0, &wrong).await;
    assert_eq!(answer.status, 400, "{}", answer.text);
    let errors = answer.body["errors"].as_array().unwrap();
    let pointers: Vec<_> = errors.iter().map(|it| &it["pointer"]).collect();
    assert_eq!(
        pointers,
        [
            "/text/one",
            "/text/positions/0/relations",
            "/text/positions/1/side"
        ]
    );
    let without = issue.convener.put(&issue.path, &form(true)).await;
    assert_eq!(without.status, 428, "{}", without.text);
}

fn pointers(answer: &Answer) -> Vec<(String, String)> {
    let errors = answer.body["errors"].as_array().unwrap();
    let own = |it: &Value, field: &str| it[field].as_str().unwrap().to_owned();
    let all = errors
        .iter()
        .map(|it| (own(it, "pointer"), own(it, "code")));
    all.collect()
}

fn told(all: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(pointer, code): &(&str, &str)| ((*pointer).to_owned(), (*code).to_owned());
    all.iter().map(owned).collect()
}

#[tokio::test]
async fn what_names_a_person_is_told_with_its_place_and_a_role_is_nobody() {
    let issue = Issue::new().await;
    let mut wrong = form(true);
    let text = &mut wrong["text"];
    text["subject"] = json!("Vraag het aan buurt@example.org");
    text["one"] = json!("Zoals @buurtvader zegt");
    text["other"] = json!("Bel 06 12 34 56 78");
    text["question"] = json!(" ");
    text["positions"][0]["name"] = json!("Mevrouw de Vries");
    text["positions"][0]["risk"]["words"] = json!("Dat FATIMA weggaat");
    text["positions"][1]["name"] = json!("F\u{e1}tima");
    text["positions"][1]["side"] = json!("one");
    let answer = issue.save(&issue.convener, 0, &wrong).await;
    assert_eq!(answer.status, 400, "{}", answer.text);
    assert_eq!(
        pointers(&answer),
        told(&[
            ("/text/positions/1/side", "map.side"),
            ("/text/subject", "map.address"),
            ("/text/one", "map.handle"),
            ("/text/other", "map.telephone"),
            ("/text/positions/0/name", "map.courtesy-title"),
            ("/text/positions/0/risk/words", "map.participant"),
            ("/text/positions/1/name", "map.participant"),
        ])
    );
    let mut right = form(true);
    right["text"]["positions"][0]["name"] = json!("De burgemeester");
    right["text"]["positions"][1]["needs"] = json!("Weten wat een fatima kost");
    let answer = issue.save(&issue.convener, 0, &right).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

#[tokio::test]
async fn only_who_takes_part_now_and_by_name_is_looked_for() {
    let issue = Issue::new().await;
    let mut named = form(true);
    named["text"]["one"] = json!("Dat vindt Fatima ook");
    let answer = issue.save(&issue.convener, 0, &named).await;
    assert_eq!(pointers(&answer), told(&[("/text/one", "map.participant")]));
    // Of somebody who does not take part any more, or never did, nothing is told.
    let part = format!("/v1/tenants/ess/issues/{}/participants/_me", issue.id);
    assert_eq!(issue.fatima.delete(&part).await.status, 204);
    issue.app.person("Ruben").await;
    named["text"]["other"] = json!("Dat vindt Ruben ook");
    let answer = issue.save(&issue.convener, 0, &named).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

#[tokio::test]
async fn where_people_talk_under_another_name_no_name_is_looked_for() {
    let issue = Issue::new().await;
    let closed = json!({"regime": "confidential", "visibility": "invited"});
    let id = issue.app.open_issue(&issue.convener, "ess", closed).await;
    let role = IssueRole::Participant;
    issue
        .app
        .admit(&issue.fatima, issue.tenant, &id, role)
        .await;
    let path = format!("/v1/tenants/ess/issues/{id}/actor-map");
    let mut named = form(true);
    named["text"]["one"] = json!("Dat vindt Fatima ook");
    let saved = issue.convener.put_from(&path, "\"0\"", &named).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
}
