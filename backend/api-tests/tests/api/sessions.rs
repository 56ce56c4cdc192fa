//! Tokens that were not given out as they are open nothing; renewing at once is not theft.

use std::collections::BTreeSet;
use std::time::Duration;

use futures_util::future::join_all;
use testkit::{Person, TestApp};

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
        .request(reqwest::Method::GET, "/v1/me")
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
            .request(reqwest::Method::DELETE, "/v1/me/sessions")
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
