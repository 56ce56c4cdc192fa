//! What a question costs in statements: the same for many hits as for one.

use kernel::TenantRole;
use serde_json::json;
use testkit::{Person, TestApp};

async fn statements(app: &TestApp, asker: &Person, query: &str) -> u64 {
    let path = format!("/v1/search?{query}");
    asker.get(&path).await;
    let before = app.state.db.statements();
    assert_eq!(asker.get(&path).await.status, 200, "{query}");
    app.state.db.statements() - before
}

#[tokio::test]
async fn a_question_asks_the_database_a_fixed_number_of_times() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let mut first = Vec::new();
    let questions = [
        "q=plein",
        "q=gebeurt",
        "q=pleni",
        "q=plein&kind=issue&tenant=ess",
        "kind=post",
    ];
    for round in 0..2 {
        for _ in 0..=round * 30 {
            let issue = app.open_issue(&convener, "ess", json!({})).await;
            app.thread(&convener, "ess", &issue).await;
        }
        app.settle().await;
        let mut costs = Vec::new();
        for question in questions {
            costs.push(statements(&app, &convener, question).await);
        }
        if round == 0 {
            first = costs;
        } else {
            assert_eq!(costs, first, "{questions:?}");
        }
    }
    assert!(first.iter().all(|cost| *cost <= 30), "{first:?}");
}
