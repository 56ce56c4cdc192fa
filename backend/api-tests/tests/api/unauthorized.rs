//! Every operation of the contract, tried by people who have no business there.

use kernel::TenantRole;
use serde_json::{Value, json};
use testkit::{Person, TestApp};

/// Operations that may answer people who belong nowhere; it may only shrink.
const ALLOWED: &str = include_str!("unauthorized.allow");

struct Operation {
    id: String,
    method: reqwest::Method,
    path: String,
}

fn operations() -> Vec<Operation> {
    let document: Value = serde_json::from_str(&app::openapi::text()).unwrap();
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if let Some(id) = operation["operationId"].as_str() {
                operations.push(Operation {
                    id: id.to_owned(),
                    method: method.to_uppercase().parse().unwrap(),
                    path: format!("/v1{path}"),
                });
            }
        }
    }
    assert!(operations.len() > 30);
    // Whoever ends their sessions is nobody from then on.
    operations.sort_by_key(|operation| {
        ["end_all_sessions", "end_current_session"].contains(&operation.id.as_str())
    });
    operations
}

fn allowed(id: &str, who: &str) -> bool {
    ALLOWED.lines().any(|line| line == format!("{who} {id}"))
}

struct Hidden {
    issue: String,
    thread: String,
    post: String,
}

fn filled(path: &str, hidden: &Hidden) -> String {
    let known = path
        .replace("{tenant}", "ess")
        .replace("{issue}", &hidden.issue)
        .replace("{thread}", &hidden.thread)
        .replace("{post}", &hidden.post)
        .replace("{kind}", "privacy")
        .replace("{key}", "reply-x")
        .replace("{token}", "0190a2b0-0000-7000-8000-000000000001.1.onzin");
    let mut filled = String::new();
    for (place, part) in known.split(['{', '}']).enumerate() {
        filled.push_str(if place % 2 == 0 {
            part
        } else {
            "0190a2b0-0000-7000-8000-000000000009"
        });
    }
    filled
}

async fn attempt(person: &Person, operation: &Operation, path: &str) -> (u16, String) {
    let request = person
        .request(operation.method.clone(), path)
        .header("if-match", "\"1\"");
    let body = json!({"title": "x", "body": "x", "text": "x", "to": "open", "visibility": "public", "regime": "open", "ranges": []});
    let request = if matches!(operation.method.as_str(), "POST" | "PUT" | "PATCH") {
        request.json(&body)
    } else {
        request
    };
    let answer = person.send(request).await;
    (answer.status, answer.text)
}

#[tokio::test]
async fn no_operation_answers_somebody_without_business_there() {
    let app = TestApp::new().await;
    let (tenant, elsewhere) = (app.tenant("ess").await, app.tenant("elders").await);
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app
        .open_issue(
            &convener,
            "ess",
            json!({"visibility": "invited", "regime": "trusted"}),
        )
        .await;
    let thread = app.thread(&convener, "ess", &issue).await;
    let post = convener
        .get(&format!("/v1/tenants/ess/threads/{thread}/posts"))
        .await
        .body["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let hidden = Hidden {
        issue,
        thread,
        post,
    };
    let leaver = app.person("Oud-deelnemer").await;
    app.admit(
        &leaver,
        tenant,
        &hidden.issue,
        kernel::IssueRole::Participant,
    )
    .await;
    assert_eq!(
        leaver
            .delete(&format!(
                "/v1/tenants/ess/issues/{}/participants/_me",
                hidden.issue
            ))
            .await
            .status,
        204
    );
    let people = [
        ("visitor", app.visitor()),
        ("stranger", app.person("Vreemde").await),
        (
            "stranger",
            app.member("Eigenaar", elsewhere, TenantRole::Owner).await,
        ),
        ("stranger", leaver),
    ];
    let mut leaks = Vec::new();
    for operation in operations() {
        let path = filled(&operation.path, &hidden);
        for (who, person) in &people {
            let (status, text) = attempt(person, &operation, &path).await;
            let refused = match *who {
                "visitor" => matches!(status, 401 | 404),
                _ => matches!(status, 400 | 404 | 415),
            };
            if !refused && !allowed(&operation.id, who) {
                leaks.push(format!(
                    "{who} {} -> {status} {}",
                    operation.id,
                    text.chars().take(80).collect::<String>()
                ));
            }
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

#[tokio::test]
async fn invisible_and_absent_look_the_same() {
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
    let thread = app.thread(&convener, "ess", &issue).await;
    let nothing = "0190a2b0-0000-7000-8000-000000000009";
    let stranger = app.person("Vreemde").await;
    for (hidden, absent) in [
        (
            format!("/v1/tenants/ess/issues/{issue}"),
            format!("/v1/tenants/ess/issues/{nothing}"),
        ),
        (
            format!("/v1/tenants/ess/threads/{thread}"),
            format!("/v1/tenants/ess/threads/{nothing}"),
        ),
        (
            format!("/v1/tenants/ess/threads/{thread}/posts"),
            format!("/v1/tenants/ess/threads/{nothing}/posts"),
        ),
    ] {
        let (hidden, absent) = (stranger.get(&hidden).await, stranger.get(&absent).await);
        assert_eq!((hidden.status, &hidden.text), (404, &absent.text));
    }
}
