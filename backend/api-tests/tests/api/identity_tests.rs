//! Signing in and out: codes, links, sessions, limits.

use std::time::Duration;

use serde_json::json;
use testkit::{Answer, Person, TestApp, code_in};

async fn ask(app: &TestApp, email: &str) -> Answer {
    let answer = app
        .visitor()
        .post(
            "/v1/sign-in-codes",
            &json!({"email": email, "next": "/o/ess"}),
        )
        .await;
    app.settle().await;
    answer
}

fn link_in(mail: &str) -> String {
    let joined = mail.replace("=\r\n", "");
    let start = joined.find("/aanmelden/link/").unwrap();
    joined[start..]
        .split(|c: char| c.is_whitespace() || c == '"')
        .next()
        .unwrap()
        .to_owned()
}

async fn sign_in(app: &TestApp, email: &str) -> Person {
    let asked = ask(app, email).await;
    let code = code_in(app.mails_to(email).last().unwrap());
    let mut person = app.visitor();
    let begun = person
        .post(
            "/v1/sessions",
            &json!({"kind": "code", "signInCode": asked.body["id"], "code": code}),
        )
        .await;
    assert_eq!((begun.status, &begun.body["next"]), (201, &json!("/o/ess")));
    person.keep_cookies(&begun);
    person
}

#[tokio::test]
async fn a_code_from_the_mail_signs_in_once() {
    let app = TestApp::new().await;
    let asked = ask(&app, "nieuw@example.org").await;
    assert_eq!(asked.status, 202);
    let code = code_in(&app.mails_to("nieuw@example.org")[0]);
    let body = json!({"kind": "code", "signInCode": asked.body["id"], "code": code});
    let begun = app.visitor().post("/v1/sessions", &body).await;
    assert_eq!(begun.status, 201);
    for cookie in begun.headers.get_all("set-cookie") {
        let cookie = cookie.to_str().unwrap();
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
            "{cookie}"
        );
    }
    let again = app.visitor().post("/v1/sessions", &body).await;
    assert_eq!((again.status, again.code()), (410, "identity.code-expired"));
}

#[tokio::test]
async fn opening_the_link_changes_nothing_and_the_button_signs_in() {
    let app = TestApp::new().await;
    ask(&app, "nieuw@example.org").await;
    let link = link_in(&app.mails_to("nieuw@example.org")[0]);
    for _ in 0..3 {
        let page = app.visitor().get(&link).await;
        assert!(
            page.status == 200
                && page.headers.get("set-cookie").is_none()
                && page.text.contains("<form method=\"post\"")
        );
    }
    let visitor = app.visitor();
    let pressed = visitor
        .send(visitor.request(reqwest::Method::POST, &link))
        .await;
    assert_eq!(
        (pressed.status, pressed.header("location")),
        (303, "/o/ess")
    );
}

#[tokio::test]
async fn a_wrong_code_is_refused_and_five_wrong_ones_are_enough() {
    let app = TestApp::new().await;
    let asked = ask(&app, "nieuw@example.org").await;
    let attempt = async |code: &str| {
        app.visitor()
            .post(
                "/v1/sessions",
                &json!({"kind": "code", "signInCode": asked.body["id"], "code": code}),
            )
            .await
    };
    for _ in 0..5 {
        assert_eq!(attempt("000000").await.code(), "identity.code-wrong");
    }
    let refused = attempt(&code_in(&app.mails_to("nieuw@example.org")[0])).await;
    assert_eq!((refused.status, refused.code()), (429, "limit.too-many"));
    assert!(refused.header("retry-after").parse::<u64>().unwrap() > 0);
}

#[tokio::test]
async fn a_code_expires_after_a_quarter_of_an_hour() {
    let app = TestApp::new().await;
    let asked = ask(&app, "nieuw@example.org").await;
    app.advance(Duration::from_secs(15 * 60));
    let late = app.visitor().post("/v1/sessions", &json!({"kind": "code", "signInCode": asked.body["id"], "code": code_in(&app.mails_to("nieuw@example.org")[0])})).await;
    assert_eq!(late.status, 410);
}

#[tokio::test]
async fn nothing_tells_whether_an_address_exists() {
    let app = TestApp::new().await;
    app.person("Fatima").await;
    let (known, unknown) = (
        ask(&app, "fatima@example.org").await,
        ask(&app, "niemand@example.org").await,
    );
    assert_eq!(
        (known.status, known.body["expiresAt"].clone()),
        (unknown.status, unknown.body["expiresAt"].clone())
    );
    assert_eq!(
        app.mails_to("fatima@example.org").len(),
        app.mails_to("niemand@example.org").len()
    );
}

#[tokio::test]
async fn an_address_gets_three_codes_an_hour_and_others_still_get_theirs() {
    let app = TestApp::new().await;
    for _ in 0..3 {
        assert_eq!(ask(&app, "druk@example.org").await.status, 202);
    }
    assert_eq!(ask(&app, "druk@example.org").await.status, 429);
    assert_eq!(
        ask(&app, "ander@example.org").await.status,
        202,
        "a whole hall sits behind one address"
    );
}

#[tokio::test]
async fn a_mark_in_an_address_brings_no_more_mails_and_is_no_other_persons() {
    let app = TestApp::new().await;
    for number in 1..=3 {
        let marked = format!("druk+{number}@example.org");
        assert_eq!(ask(&app, &marked).await.status, 202);
        assert_eq!(
            app.mails_to(&marked).len(),
            1,
            "it goes where it was asked for"
        );
    }
    for more in [
        "druk+4@example.org",
        "Druk+Vijf@Example.org",
        "druk@example.org",
    ] {
        assert_eq!(ask(&app, more).await.status, 429, "{more}");
    }
    assert_eq!(ask(&app, "drukker@example.org").await.status, 202);

    let (plain, marked) = (
        sign_in(&app, "wie@example.org").await,
        sign_in(&app, "wie+twee@example.org").await,
    );
    let (plain, marked) = (plain.get("/v1/me").await, marked.get("/v1/me").await);
    for me in [&plain, &marked] {
        assert_eq!(me.status, 200);
        assert_eq!(me.body["addresses"].as_array().map(Vec::len), Some(1));
    }
    assert_ne!(plain.body["addresses"], marked.body["addresses"]);
}

#[tokio::test]
async fn a_session_renews_itself_and_a_stolen_token_ends_it() {
    let app = TestApp::new().await;
    let mut person = sign_in(&app, "nieuw@example.org").await;
    let old = person.cookie.clone();
    app.advance(Duration::from_secs(20 * 60));
    let renewed = person.get("/v1/me").await;
    assert_eq!(renewed.status, 200);
    person.keep_cookies(&renewed);
    let mut second_tab = app.visitor();
    second_tab.cookie = old.clone();
    assert_eq!(
        second_tab.get("/v1/me").await.status,
        200,
        "a lost answer is not theft"
    );
    app.advance(Duration::from_secs(20 * 60));
    assert_eq!(
        second_tab.get("/v1/me").await.status,
        401,
        "the replaced token came back"
    );
    assert_eq!(
        person.get("/v1/me").await.status,
        401,
        "and ended the whole session"
    );
}

#[tokio::test]
async fn signing_out_ends_the_session_at_once_and_everywhere_when_asked() {
    let app = TestApp::new().await;
    let (phone, laptop) = (
        sign_in(&app, "nieuw@example.org").await,
        sign_in(&app, "nieuw@example.org").await,
    );
    assert_eq!(
        phone.get("/v1/me/sessions").await.body["items"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    assert_eq!(phone.delete("/v1/me/sessions/_current").await.status, 204);
    assert_eq!(
        (
            phone.get("/v1/me").await.status,
            laptop.get("/v1/me").await.status
        ),
        (401, 200)
    );
    assert_eq!(laptop.delete("/v1/me/sessions").await.status, 204);
    assert_eq!(laptop.get("/v1/me").await.status, 401);
}

#[tokio::test]
async fn a_page_of_another_site_cannot_act() {
    let app = TestApp::new().await;
    let person = sign_in(&app, "nieuw@example.org").await;
    let refused = person
        .send(
            person
                .request(reqwest::Method::DELETE, "/v1/me/sessions")
                .header("origin", "https://elders.example"),
        )
        .await;
    assert_eq!((refused.status, refused.code()), (403, "origin.foreign"));
    assert_eq!(person.get("/v1/me").await.status, 200);
}

#[tokio::test]
async fn signing_in_works_without_a_script() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let wrong = visitor
        .send(
            visitor
                .request(reqwest::Method::POST, "/aanmelden")
                .form(&[("email", "geen adres")]),
        )
        .await;
    assert!(
        wrong.status == 400
            && wrong.text.contains("role=\"alert\"")
            && wrong.text.contains("geen adres"),
        "what was typed stays"
    );
    let sent = visitor
        .send(
            visitor
                .request(reqwest::Method::POST, "/aanmelden")
                .form(&[("email", "nieuw@example.org")]),
        )
        .await;
    app.settle().await;
    let code = code_in(&app.mails_to("nieuw@example.org")[0]);
    let done = visitor
        .send(
            visitor
                .request(reqwest::Method::POST, sent.header("location"))
                .form(&[("code", code)]),
        )
        .await;
    assert_eq!((done.status, done.header("location")), (303, "/overzicht"));
}

#[tokio::test]
async fn a_password_signs_in_on_its_own_page_and_goes_on_to_where_one_was() {
    let app = TestApp::new().await;
    let fatima = app.person("Fatima").await;
    let form = json!({"new": "kraan zondag fiets mosterd"});
    assert_eq!(fatima.put("/v1/me/password", &form).await.status, 204);
    let visitor = app.visitor();
    let page = "/aanmelden/wachtwoord";
    let send = async |password: &str| {
        let form = [
            ("email", "fatima@example.org"),
            ("password", password),
            ("next", "/o/ess/opgaven"),
        ];
        let post = visitor.request(reqwest::Method::POST, page).form(&form);
        visitor.send(post).await
    };
    let opened = visitor.get(&format!("{page}?next=/o/ess/opgaven")).await;
    assert!(opened.text.contains("/o/ess/opgaven"), "{}", opened.text);
    let wrong = send("lantaarn kikker").await;
    assert!(wrong.status == 400 && wrong.text.contains("fatima@example.org"));
    assert!(!wrong.text.contains("lantaarn kikker"));
    let right = send("kraan zondag fiets mosterd").await;
    assert_eq!(
        (right.status, right.header("location")),
        (303, "/o/ess/opgaven")
    );
    for _ in 0..5 {
        send("lantaarn kikker").await;
    }
    let waits = send("kraan zondag fiets mosterd").await;
    assert_eq!(waits.status, 429);
    assert_eq!(waits.header("retry-after"), "901");
    assert!(waits.text.contains("over 16 minuten"), "{}", waits.text);
}

#[tokio::test]
async fn a_refusal_that_passes_says_when() {
    let app = TestApp::new().await;
    for _ in 0..3 {
        ask(&app, "fatima@example.org").await;
    }
    let waits = ask(&app, "fatima@example.org").await;
    assert_eq!((waits.status, waits.header("retry-after")), (429, "3601"));
    let detail = waits.body["detail"].as_str().unwrap();
    assert!(detail.contains("over 61 minuten"), "{detail}");
}

#[tokio::test]
async fn a_whole_meeting_behind_one_address_signs_in() {
    let app = TestApp::new().await;
    for guest in 0..40 {
        sign_in(&app, &format!("gast-{guest}@example.org")).await;
    }
}
