//! Bad input gets a clear answer at the right place and leaves nothing behind.

use kernel::{IssueRole, TenantRole};
use platform::taxonomy::TermKind;
use serde_json::json;
use testkit::{Person, TestApp};

use crate::people::term;

async fn room() -> (TestApp, Person, String) {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    let fatima = app.person("Fatima").await;
    app.admit(&fatima, tenant, &issue, IssueRole::Participant)
        .await;
    let thread = app.thread(&convener, "ess", &issue).await;
    (app, fatima, format!("/v1/tenants/ess/threads/{thread}"))
}

#[tokio::test]
async fn a_post_that_cannot_be_is_refused_at_its_field() {
    let (_app, fatima, thread) = room().await;
    let posts = format!("{thread}/posts");
    for (body, code) in [
        ("   ".to_owned(), "text.empty"),
        ("x".repeat(20_001), "text.too-long"),
        ("a\u{0}b".to_owned(), "text.control-character"),
    ] {
        let refused = fatima.post(&posts, &json!({"body": body})).await;
        assert_eq!(
            (
                refused.status,
                &refused.body["errors"][0]["pointer"],
                &refused.body["errors"][0]["code"]
            ),
            (400, &json!("/body"), &json!(code))
        );
    }
    let unknown = fatima
        .post(&posts, &json!({"body": "x", "admin": true}))
        .await;
    assert_eq!(
        (unknown.status, &unknown.body["errors"][0]["pointer"]),
        (400, &json!("/admin"))
    );
    let raw = |text: Vec<u8>| {
        fatima
            .request(reqwest::Method::POST, &posts)
            .header("content-type", "application/json")
            .body(text)
    };
    assert_eq!(
        fatima
            .send(raw(b"{\"body\":\"\xff\xfe\"}".to_vec()))
            .await
            .code(),
        "input.malformed"
    );
    assert_eq!(fatima.send(raw(vec![b'x'; 300 * 1024])).await.status, 413);
    let form = fatima
        .request(reqwest::Method::POST, &posts)
        .header("content-type", "text/plain")
        .body("{}");
    assert_eq!(fatima.send(form).await.status, 415);
    assert_eq!(
        fatima.get(&thread).await.body["lastSeq"],
        1,
        "nothing was left behind"
    );
}

#[tokio::test]
async fn hostile_markdown_comes_out_harmless() {
    let (_app, fatima, thread) = room().await;
    let hostile = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,x)",
        "<svg onload=alert(1)>",
    ];
    for body in hostile {
        let html = fatima
            .post(
                &format!("{thread}/posts"),
                &json!({"body": format!("Dag. {body}")}),
            )
            .await
            .body["html"]
            .as_str()
            .unwrap()
            .to_owned();
        for sign in [
            "<script",
            "<img",
            "<svg",
            "href=\"javascript",
            "href=\"data",
        ] {
            assert!(!html.contains(sign), "{body} gave {html}");
        }
    }
    let deep = fatima
        .post(
            &format!("{thread}/posts"),
            &json!({"body": format!("{} diep", "> ".repeat(1_000))}),
        )
        .await;
    assert!(deep.status == 201 && deep.text.len() < 20_000);
}

#[tokio::test]
async fn text_in_any_script_comes_back_as_it_was() {
    let (_app, fatima, thread) = room().await;
    for body in [
        "مرحبا بالجميع",
        "ሰላም ለሁላችሁም",
        "Zażółć gęślą jaźń",
        "👩‍👩‍👧 e\u{301} \u{202e}omgekeerd",
    ] {
        let html = fatima
            .post(&format!("{thread}/posts"), &json!({"body": body}))
            .await
            .body["html"]
            .as_str()
            .unwrap()
            .to_owned();
        assert!(html.contains(body), "{html}");
    }
}

#[tokio::test]
async fn a_theme_that_is_chosen_twice_is_kept_once() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let term = term(&app, None, TermKind::Theme, "Wonen").await;
    let issue = json!({"terms": [term, term]});
    let issue = app.open_issue(&convener, "ess", issue).await;
    let path = format!("/v1/tenants/ess/issues/{issue}");
    let seen = convener.get(&path).await;
    assert_eq!(
        seen.body["terms"].as_array().unwrap().len(),
        1,
        "{}",
        seen.text
    );
}
