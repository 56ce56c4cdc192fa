//! Tokens that were not given out as they are open nothing; renewing at once is not theft.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::Duration;

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::json;
use testkit::{Answer, Person, TestApp, code_in};

const MINUTE: Duration = Duration::from_secs(60);

fn cookie<'a>(person: &'a Person, name: &str) -> &'a str {
    let mut cookies = person.cookie.split("; ");
    cookies
        .find_map(|cookie| cookie.strip_prefix(name)?.strip_prefix('='))
        .unwrap()
}

async fn opens(person: &Person, cookies: &str) -> bool {
    let visitor = Person::visitor(&person.base);
    let ask = visitor
        .request(Method::GET, "/v1/me")
        .header("cookie", cookies);
    match visitor.send(ask).await.status {
        200 => true,
        401 => false,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_token_that_was_touched_opens_nothing() {
    let app = TestApp::new().await;
    let (fatima, bram) = (app.person("Fatima").await, app.person("Bram").await);
    let access = cookie(&fatima, "np_access").to_owned();
    assert!(opens(&fatima, &format!("np_access={access}")).await);
    let parts: Vec<&str> = access.split('.').collect();
    let (head, body, seal) = (parts[0], parts[1], parts[2]);
    let other: Vec<&str> = cookie(&bram, "np_access").split('.').collect();
    // {"alg":"none"}, {"alg":"NONE","typ":"JWT"}, {"alg":"HS384"}, {"alg":"RS256"}
    let heads = [
        "eyJhbGciOiJub25lIn0",
        "eyJhbGciOiJOT05FIiwidHlwIjoiSldUIn0",
        "eyJhbGciOiJIUzM4NCJ9",
        "eyJhbGciOiJSUzI1NiJ9",
    ];
    let mut touched: Vec<String> = heads
        .iter()
        .flat_map(|head| [format!("{head}.{body}."), format!("{head}.{body}.{seal}")])
        .collect();
    touched.extend([
        format!("{head}.{}.{seal}", other[1]),
        format!("{head}.{body}.{}", other[2]),
        format!("{head}.{body}"),
        format!("{head}.{body}."),
        format!("{access}.x"),
        format!(".{body}.{seal}"),
        access.to_uppercase(),
        cookie(&fatima, "np_refresh").to_owned(),
        "a".repeat(8_000),
    ]);
    for token in &touched {
        assert!(
            !opens(&fatima, &format!("np_access={token}")).await,
            "{token}"
        );
    }
    for refresh in [
        cookie(&fatima, "np_refresh").replacen(".1.", ".2.", 1),
        format!("{}x", cookie(&fatima, "np_refresh")),
        access,
        "..".to_owned(),
    ] {
        assert!(
            !opens(&fatima, &format!("np_refresh={refresh}")).await,
            "{refresh}"
        );
    }
}

#[tokio::test]
async fn an_access_token_ends_after_a_quarter_of_an_hour() {
    let app = TestApp::new().await;
    let fatima = app.person("Fatima").await;
    let access = format!("np_access={}", cookie(&fatima, "np_access"));
    app.advance(MINUTE * 15);
    assert!(opens(&fatima, &access).await, "a minute's grace for clocks");
    app.advance(MINUTE * 2);
    assert!(!opens(&fatima, &access).await);
}

#[tokio::test]
async fn ten_tabs_that_renew_at_once_get_the_same_successor() {
    let app = TestApp::new().await;
    let mut fatima = app.person("Fatima").await;
    app.advance(MINUTE * 20);
    let answers = join_all((0..10).map(|_| fatima.get("/v1/me"))).await;
    let mut given = BTreeSet::new();
    for answer in &answers {
        assert_eq!(answer.status, 200);
        let set = answer.headers.get_all("set-cookie").iter();
        let refresh = set
            .map(|value| value.to_str().unwrap().to_owned())
            .find(|value| value.starts_with("np_refresh="));
        given.insert(refresh.unwrap());
    }
    assert_eq!(given.len(), 1);
    let one = given.pop_first().unwrap();
    for wanted in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(one.contains(wanted), "{one}");
    }
    fatima.keep_cookies(&answers[0]);
    app.advance(MINUTE * 20);
    assert_eq!(fatima.get("/v1/me").await.status, 200, "and it goes on");
}

/// The cookies that a browser has after this answer: of two by one name the last.
fn as_a_browser_keeps(answer: &Answer) -> String {
    let mut kept = BTreeMap::new();
    for set in answer.headers.get_all("set-cookie") {
        let pair = set.to_str().unwrap().split(';').next().unwrap();
        let (name, value) = pair.split_once('=').unwrap();
        kept.insert(name, value);
    }
    let pairs: Vec<String> = kept
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    pairs.join("; ")
}

/// As whom this browser is seen after the answer.
async fn seen_as(app: &TestApp, answer: &Answer) -> String {
    let mut browser = app.visitor();
    browser.cookie = as_a_browser_keeps(answer);
    let me = browser.get("/v1/me").await;
    assert_eq!(me.status, 200, "{}", me.text);
    me.body["name"].as_str().unwrap().to_owned()
}

/// A code in the mail of this person, and the number of the request for it.
async fn code_for(app: &TestApp, person: &Person) -> (String, String) {
    let form = json!({"email": person.email});
    let asked = app.visitor().post("/v1/sign-in-codes", &form).await;
    assert_eq!(asked.status, 202, "{}", asked.text);
    app.settle().await;
    let code = code_in(app.mails_to(&person.email).last().unwrap());
    (asked.body["id"].as_str().unwrap().to_owned(), code)
}

#[tokio::test]
async fn who_signs_in_where_somebody_else_was_signed_in_does_not_become_them() {
    let app = TestApp::new().await;
    let (fatima, bram) = (app.person("Fatima").await, app.person("Bram").await);
    app.advance(MINUTE * 20);
    let (request, code) = code_for(&app, &bram).await;
    let proof = json!({"kind": "code", "signInCode": request, "code": code});
    let begun = fatima.post("/v1/sessions", &proof).await;
    assert_eq!(begun.status, 201, "{}", begun.text);
    assert_eq!(seen_as(&app, &begun).await, "Bram");

    let (request, code) = code_for(&app, &bram).await;
    let typed = fatima
        .request(Method::POST, &format!("/aanmelden/code/{request}"))
        .form(&HashMap::from([("code", code)]));
    let begun = fatima.send(typed).await;
    assert_eq!(begun.status, 303, "{}", begun.text);
    assert_eq!(seen_as(&app, &begun).await, "Bram", "on the page too");
}

#[tokio::test]
async fn whoever_is_refused_at_the_door_stays_signed_in() {
    let app = TestApp::new().await;
    let mut fatima = app.person("Fatima").await;
    for nowhere in ["/v1/tenants/nergens/issues", "/o/nergens"] {
        app.advance(MINUTE * 20);
        let refused = fatima.get(nowhere).await;
        assert_eq!(refused.status, 404, "{nowhere}");
        fatima.keep_cookies(&refused);
        app.advance(MINUTE * 20);
        let me = fatima.get("/v1/me").await;
        assert_eq!(me.status, 200, "{nowhere}: {}", me.text);
        fatima.keep_cookies(&me);
    }
}

#[tokio::test]
async fn a_renewed_session_goes_out_with_nothing_that_is_kept_for_others() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    let mut fatima = app.person("Fatima").await;
    for path in [
        "/o/ess/nieuw.atom",
        "/o/ess/kleuren.css",
        "/o/ess/sitemap.xml",
        "/robots.txt",
        "/site.css",
    ] {
        let usual = fatima.get(path).await;
        let usual = usual.header("cache-control");
        app.advance(MINUTE * 20);
        let renewed = fatima.get(path).await;
        assert_eq!(renewed.status, 200, "{path}");
        assert!(renewed.headers.contains_key("set-cookie"), "{path}");
        let alone = format!("private, {}", usual.trim_start_matches("public, "));
        assert_eq!(renewed.header("cache-control"), alone, "{path}: {usual}");
        fatima.keep_cookies(&renewed);
    }
    app.advance(MINUTE * 20);
    for path in ["/assets/index-1.js", "/health/live"] {
        let answer = fatima.get(path).await;
        assert!(!answer.headers.contains_key("set-cookie"), "{path}");
    }
}

#[tokio::test]
async fn a_change_that_another_site_asks_for_is_refused() {
    let app = TestApp::new().await;
    let fatima = app.person("Fatima").await;
    for (name, value) in [
        ("origin", "https://elders.example"),
        ("origin", "null"),
        ("origin", ""),
        ("sec-fetch-site", "cross-site"),
    ] {
        let ask = fatima
            .request(Method::DELETE, "/v1/me/sessions")
            .header(name, value);
        let refused = fatima.send(ask).await;
        assert_eq!(
            (refused.status, refused.code()),
            (403, "origin.foreign"),
            "{name}: {value}"
        );
    }
    assert_eq!(fatima.get("/v1/me").await.status, 200);
}

#[tokio::test]
async fn behind_tls_no_other_host_plants_a_session() {
    let app = TestApp::with(|settings| {
        settings.public_url = "https://platform.example.org".to_owned();
    })
    .await;
    let (fatima, mallory) = (app.person("Fatima").await, app.person("Mallory").await);
    assert!(opens(&fatima, &fatima.cookie).await);
    // A host beside this one sets cookies for the domain of both, but none whose name begins so.
    let planted = mallory.cookie.replace("__Host-", "");
    assert!(planted.starts_with("np_access=") && planted.contains("; np_refresh="));
    assert!(!opens(&fatima, &planted).await);
    let both = app.visitor();
    let ask = both
        .request(Method::GET, "/v1/me")
        .header("cookie", format!("{planted}; {}", fatima.cookie));
    assert_eq!(both.send(ask).await.body["name"], "Fatima");

    app.advance(MINUTE * 20);
    let renewed = fatima.get("/v1/me").await;
    assert_eq!(renewed.status, 200, "{}", renewed.text);
    let set: Vec<&str> = renewed
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|value| value.to_str().unwrap())
        .collect();
    assert_eq!(set.len(), 2);
    for (cookie, name) in set.iter().zip(["__Host-np_access=", "__Host-np_refresh="]) {
        let said: Vec<&str> = cookie.split("; ").collect();
        assert!(said[0].starts_with(name), "{cookie}");
        assert!(said.contains(&"Secure") && said.contains(&"Path=/"));
        assert!(!cookie.to_lowercase().contains("domain"), "{cookie}");
    }
}
