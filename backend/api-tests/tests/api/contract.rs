//! The committed contract, and what a linter cannot see of the API Design Rules.

use std::path::Path;

use reqwest::Method;
use serde_json::Value;
use testkit::TestApp;

#[test]
fn the_committed_document_is_what_the_code_says() {
    let committed =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../openapi.json"))
            .unwrap();
    assert!(committed == *app::openapi::TEXT, "run: make generate");
}

/// A thing that is told with more about it beside: who reads it gets only one of two fields with the same name.
#[test]
fn no_field_of_a_thing_is_said_twice() {
    let document: Value = serde_json::from_str(&app::openapi::TEXT).unwrap();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for (name, schema) in schemas {
        let mut fields = Vec::new();
        gather(&document, schema, &mut fields);
        fields.sort_unstable();
        let twice = fields.windows(2).find(|two| two[0] == two[1]);
        assert!(twice.is_none(), "{name}: {twice:?}");
    }
}

fn gather<'a>(document: &'a Value, schema: &'a Value, fields: &mut Vec<&'a str>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let there = document.pointer(reference.trim_start_matches('#'));
        return gather(document, there.unwrap(), fields);
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        gather(document, part, fields);
    }
    let properties = schema["properties"].as_object().into_iter().flatten();
    fields.extend(properties.map(|(name, _)| name.as_str()));
}

#[tokio::test]
async fn the_runtime_rules_hold() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    let visitor = app.visitor();
    let slash = visitor.get("/v1/tenants/").await;
    assert_eq!(
        (slash.status, slash.header("content-type")),
        (404, "application/problem+json")
    );
    let document = visitor.get("/v1/openapi.json").await;
    assert_eq!(
        (
            document.status,
            document.header("access-control-allow-origin")
        ),
        (200, "*")
    );
    let list = visitor.get("/v1/tenants").await;
    assert!(!list.header("api-version").is_empty());
    for (name, value) in [
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
    ] {
        assert_eq!(list.header(name), value);
    }
    assert!(
        list.header("content-security-policy")
            .contains("frame-ancestors 'none'")
    );
}

#[tokio::test]
async fn a_method_that_an_address_does_not_take_is_told_those_that_it_takes() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    let visitor = app.visitor();
    for (method, path, allow) in [
        (Method::PUT, "/v1/tenants", "GET, HEAD"),
        (Method::DELETE, "/v1/tenants/ess", "GET, HEAD, PATCH"),
        (Method::TRACE, "/v1/me/sessions/_current", "DELETE"),
        (Method::GET, "/v1/sessions", "POST"),
    ] {
        let refused = visitor.send(visitor.request(method, path)).await;
        assert_eq!(
            (refused.status, refused.header("allow"), refused.code()),
            (405, allow, "method-not-allowed"),
            "{path}"
        );
    }
    let nowhere = visitor.request(Method::DELETE, "/v1/tenants/ess/nowhere");
    assert_eq!(visitor.send(nowhere).await.status, 404);
}

#[tokio::test]
async fn a_problem_speaks_the_readers_language_and_names_no_request() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let ask = async |language: &str| {
        visitor
            .send(
                visitor
                    .request(Method::GET, "/v1/tenants/nooit")
                    .header("accept-language", language),
            )
            .await
    };
    let (dutch, english) = (ask("nl").await, ask("en-GB").await);
    assert_eq!(dutch.body["code"], english.body["code"]);
    assert_ne!(dutch.body["detail"], english.body["detail"]);
    assert!(
        !dutch.header("x-request-id").is_empty()
            && !dutch.text.contains(dutch.header("x-request-id"))
    );
}

#[tokio::test]
async fn the_process_says_how_it_is() {
    let app = TestApp::new().await;
    assert_eq!(app.visitor().get("/health/live").await.status, 200);
    assert_eq!(
        app.visitor().get("/health/ready").await.body["database"],
        "ok"
    );
    let security = app.visitor().get("/.well-known/security.txt").await;
    assert!(security.text.contains("Contact:") && security.text.contains("Expires: 2027-"));
    assert_eq!(
        app.visitor().get("/demo/in/fatima").await.status,
        404,
        "doors exist in a demonstration only"
    );
    assert_eq!(app.visitor().get("/demo/mail").await.status, 404);
}
