//! What an operation costs in statements: the same for a long list as for a short one.

use kernel::{IssueRole, TenantRole};
use serde_json::json;
use testkit::{Person, TestApp};

async fn statements(app: &TestApp, who: &Person, path: &str) -> u64 {
    who.get(path).await;
    let before = app.state.db.statements();
    assert_eq!(who.get(path).await.status, 200, "{path}");
    app.state.db.statements() - before
}

#[tokio::test]
async fn lists_ask_the_database_a_fixed_number_of_times() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let (convener, fatima) = (
        app.member("Joost", tenant, TenantRole::Convener).await,
        app.person("Fatima").await,
    );
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    app.admit(&fatima, tenant, &issue, IssueRole::Participant)
        .await;
    let thread = app.thread(&convener, "ess", &issue).await;
    let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
    let first = convener.get(&posts).await.body["items"][0]["id"].clone();
    convener
        .post(&posts, &json!({"body": "x", "quotes": first}))
        .await;
    let paths = [
        posts.clone(),
        "/v1/me/issues".to_owned(),
        "/v1/tenants/ess/issues".to_owned(),
        format!("/v1/tenants/ess/issues/{issue}/threads"),
        format!("/v1/tenants/ess/issues/{issue}/participants"),
    ];
    let mut short = Vec::new();
    for path in &paths {
        short.push(statements(&app, &fatima, path).await);
    }
    for number in 0..15 {
        convener
            .post(&posts, &json!({"body": "x", "quotes": first}))
            .await;
        app.thread(&convener, "ess", &issue).await;
        let other = app.open_issue(&convener, "ess", json!({})).await;
        app.admit(&fatima, tenant, &other, IssueRole::Participant)
            .await;
        app.admit(
            &app.person(&format!("Iemand {number}")).await,
            tenant,
            &issue,
            IssueRole::Observer,
        )
        .await;
    }
    let mut long = Vec::new();
    for path in &paths {
        long.push(statements(&app, &fatima, path).await);
    }
    assert_eq!(short, long, "{paths:?}");
    assert!(long.iter().all(|count| *count <= 7), "{long:?}");
}
