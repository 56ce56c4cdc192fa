//! Refusals of pages: a real status, the same page for absent and invisible, a number for what is our fault.

use kernel::TenantRole;
use platform::tenants::TenantState;
use serde_json::json;
use testkit::TestApp;

#[tokio::test]
async fn what_is_invisible_and_what_never_was_are_one_page() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let hidden = app
        .open_issue(&convener, "ess", json!({"visibility": "invited"}))
        .await;
    let draft = convener
        .post(
            "/v1/tenants/ess/products",
            &json!({"kind": "guide", "title": "Nog niet"}),
        )
        .await;
    let thread = app.thread(&convener, "ess", &hidden).await;
    let visitor = app.visitor();
    let never = visitor
        .get("/o/ess/opgaven/01a00000-0000-7000-8000-000000000000")
        .await;
    assert_eq!(never.status, 404);
    assert_eq!(never.header("content-type"), "text/html; charset=utf-8");
    assert!(never.text.contains("noindex") && never.text.contains("href=\"/aanmelden\""));
    assert!(!never.text.contains(never.header("x-request-id")));
    for path in [
        format!("/o/ess/opgaven/{hidden}"),
        format!("/o/ess/opgaven/{hidden}/uitnodigen"),
        format!("/o/ess/gesprekken/{thread}"),
        format!("/o/ess/kennis/{}", draft.body["id"].as_str().unwrap_or("x")),
        "/o/ess/kennis/geen-nummer".into(),
        "/o/ess/pagina/geheim".into(),
        "/o/nergens".into(),
        "/o/ess/".into(),
        "/nergens".into(),
    ] {
        let page = visitor.get(&path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(page.text == never.text, "{path}");
    }
}

#[tokio::test]
async fn a_suspended_organisation_has_no_pages() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    app.put_in("ess", TenantState::Suspended).await;
    for page in [
        "/o/ess",
        "/o/ess/opgaven",
        "/o/ess/sitemap.xml",
        "/o/ess/kleuren.css",
    ] {
        assert_eq!(app.visitor().get(page).await.status, 404, "{page}");
    }
    assert!(!app.visitor().get("/").await.text.contains("/o/ess"));
}

#[tokio::test]
async fn a_fault_of_ours_has_a_number_to_quote() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    app.state.db.clone().close().await.unwrap();
    let page = app.visitor().get("/o/ess").await;
    assert!(page.status >= 500, "{}", page.status);
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert!(page.text.contains(page.header("x-request-id")));
    let api = app.visitor().get("/v1/tenants").await;
    assert_eq!(api.header("content-type"), "application/problem+json");
}

#[tokio::test]
async fn a_form_says_what_is_wrong_at_its_field() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let send = async |path: &str, form: &[(&str, &str)]| {
        visitor
            .send(visitor.request(reqwest::Method::POST, path).form(form))
            .await
    };
    let page = send("/aanmelden", &[("email", "geen adres"), ("next", "/o/ess")]).await;
    assert_eq!(page.status, 400);
    for part in [
        "id=\"email-error\"",
        "aria-describedby=\"email-error\"",
        "aria-invalid=\"true\"",
        "value=\"geen adres\"",
        "value=\"/o/ess\"",
    ] {
        assert!(page.text.contains(part), "{part}");
    }
    let asked = send("/aanmelden", &[("email", "fatima@example.org")]).await;
    let wrong = send(asked.header("location"), &[("code", "000000")]).await;
    assert_eq!(wrong.status, 400);
    assert!(
        wrong
            .text
            .contains("aria-describedby=\"code-hint code-error\"")
    );
    let unreadable = send("/aanmelden", &[("naam", "x")]).await;
    assert_eq!(unreadable.status, 400);
    assert!(unreadable.text.starts_with("<!DOCTYPE html>"));
}

#[tokio::test]
async fn every_answer_is_safe_in_a_browser() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    for path in [
        "/",
        "/o/ess",
        "/aanmelden",
        "/site.css",
        "/manifest.webmanifest",
        "/o/ess/kleuren.css",
        "/nergens",
        "/v1/docs",
        "/v1/tenants",
        "/v1/nergens",
        "/health/live",
        "/sitemap.xml",
        "/.well-known/security.txt",
    ] {
        let answer = app.visitor().get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("unsafe-eval"));
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{path}");
        }
        assert!(answer.header("permissions-policy").contains("camera=()"));
        assert!(!answer.header("x-request-id").is_empty());
        let html = answer.header("content-type").starts_with("text/html");
        let inline = [
            "<style",
            "style=",
            "onclick=",
            "<script>",
            "http://fonts",
            "//cdn",
        ];
        assert!(
            !html || inline.iter().all(|bad| !answer.text.contains(bad)),
            "{path}"
        );
    }
}

#[tokio::test]
async fn asking_for_the_head_only_gives_the_same_status() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    let visitor = app.visitor();
    for (path, status) in [("/o/ess", 200), ("/o/nergens", 404), ("/v1/tenants", 200)] {
        let answer = visitor
            .send(visitor.request(reqwest::Method::HEAD, path))
            .await;
        assert_eq!(
            (answer.status, answer.text.as_str()),
            (status, ""),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_machine_that_asks_codes_for_everybody_is_stopped_at_the_page_too() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let ask = async |number: usize| {
        let form = [("email", format!("{number}@example.org"))];
        let request = visitor.request(reqwest::Method::POST, "/aanmelden");
        visitor.send(request.form(&form)).await
    };
    for number in 0..200 {
        assert_eq!(ask(number).await.status, 303, "{number}");
    }
    let refused = ask(200).await;
    assert_eq!(refused.status, 429);
    assert!(!refused.header("retry-after").is_empty());
    let form = [("email", "iemand@example.org"), ("password", "geraden")];
    let request = visitor.request(reqwest::Method::POST, "/aanmelden/wachtwoord");
    assert_eq!(visitor.send(request.form(&form)).await.status, 429);
}

#[tokio::test]
async fn the_other_way_to_sign_in_and_another_language_keep_the_address() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    for page in ["/aanmelden", "/aanmelden/wachtwoord"] {
        for button in [("anders", "ja"), ("taal", "en")] {
            let form = [
                ("email", "iemand@example.org"),
                ("next", "/overzicht"),
                button,
            ];
            let request = visitor.request(reqwest::Method::POST, page).form(&form);
            let shown = visitor.send(request).await;
            assert_eq!(shown.status, 200, "{page} {button:?}");
            for kept in ["value=\"iemand@example.org\"", "value=\"/overzicht\""] {
                assert!(shown.text.contains(kept), "{page}: {}", shown.text);
            }
        }
    }
    assert_eq!(app.mails_to("iemand@example.org").len(), 0);
}

#[tokio::test]
async fn what_is_wrong_is_said_first_and_has_the_focus() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let request = visitor
        .request(reqwest::Method::POST, "/aanmelden")
        .form(&[("email", "geen adres")]);
    let refused = visitor.send(request).await;
    assert_eq!(refused.status, 400);
    assert!(refused.text.contains("<title>Fout: Aanmelden"));
    let field = refused
        .text
        .split("<input")
        .find(|it| it.contains("type=\"email\""));
    let field = field.and_then(|it| it.split('>').next()).unwrap();
    assert!(field.contains("autofocus") && field.contains("aria-invalid=\"true\""));
    assert!(!visitor.get("/aanmelden").await.text.contains("autofocus"));
}

#[tokio::test]
async fn who_is_brought_to_sign_in_because_their_session_ended_reads_so() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let ended = "Uw sessie is verlopen.";
    let brought = visitor.get("/aanmelden?next=/overzicht&verlopen=ja").await;
    assert!(brought.text.contains(ended) && brought.text.contains("value=\"/overzicht\""));
    let came = visitor.get("/aanmelden?next=/overzicht").await;
    assert!(!came.text.contains(ended));
}

#[tokio::test]
async fn behind_a_proxy_an_invented_address_in_a_line_before_its_own_counts_for_nothing() {
    let app = TestApp::with(|settings| settings.behind_proxy = true).await;
    let visitor = app.visitor();
    let ask = async |number: usize| {
        let form = [("email", format!("{number}@example.org"))];
        let request = visitor
            .request(reqwest::Method::POST, "/aanmelden")
            .header("x-forwarded-for", format!("10.0.{number}.1"))
            .header("x-forwarded-for", "203.0.113.9");
        visitor.send(request.form(&form)).await
    };
    for number in 0..200 {
        assert_eq!(ask(number).await.status, 303, "{number}");
    }
    assert_eq!(ask(200).await.status, 429);
}

#[tokio::test]
async fn the_browser_that_asked_for_a_code_reads_where_it_went_and_no_other_one_does() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let asks = visitor.request(reqwest::Method::POST, "/aanmelden");
    let form = [("email", " Fatima+buurt@example.org ")];
    let asked = visitor.send(asks.form(&form)).await;
    let (page, kept) = (asked.header("location"), asked.header("set-cookie"));
    let (kept, how) = kept.split_once(';').unwrap();
    assert!(how.contains("HttpOnly") && how.contains("Path=/aanmelden"));

    let shown = visitor.request(reqwest::Method::GET, page);
    let shown = visitor.send(shown.header("cookie", kept)).await;
    assert!(
        shown
            .text
            .contains("Als Fatima+buurt@example.org mail kan ontvangen")
    );
    let wrong = visitor.request(reqwest::Method::POST, page);
    let wrong = wrong.header("cookie", kept).form(&[("code", "000000")]);
    assert!(visitor.send(wrong).await.text.contains("Fatima+buurt"));

    let elsewhere = visitor.get(page).await;
    assert!(elsewhere.text.contains("Als dit adres mail kan ontvangen"));
    assert!(!elsewhere.text.contains("Fatima"));
    let asks = visitor.request(reqwest::Method::POST, "/aanmelden");
    let other = visitor
        .send(asks.form(&[("email", "noor@example.org")]))
        .await;
    let other = visitor.request(reqwest::Method::GET, other.header("location"));
    let other = visitor.send(other.header("cookie", kept)).await;
    assert!(!other.text.contains("Fatima"), "of another code");
}
