//! A tenant's own host name: what is there, what is elsewhere, and how a session gets there.

use kernel::TenantRole;
use reqwest::Method;
use serde_json::json;
use testkit::{Answer, Person, TestApp};

const HOST: &str = "praat.zaanrade.example";
const OWN: &str = "http://praat.zaanrade.example";

async fn at(who: &Person, method: Method, path: &str, cookie: &str) -> Answer {
    let cookie = format!("{}; {cookie}", who.cookie);
    let request = who
        .request(method, path)
        .header("host", HOST)
        .header("cookie", cookie);
    who.send(request).await
}

async fn get_at(who: &Person, path: &str) -> Answer {
    at(who, Method::GET, path, "").await
}

#[tokio::test]
async fn a_tenants_host_shows_that_tenant_and_sends_others_home() {
    let app = TestApp::new().await;
    app.tenant_at("zaanrade", Some(HOST)).await;
    app.tenant("ess").await;
    let visitor = app.visitor();
    let home = get_at(&visitor, "/").await;
    assert_eq!((home.status, home.header("location")), (307, "/o/zaanrade"));
    let page = get_at(&visitor, "/o/zaanrade").await;
    assert_eq!(page.status, 200);
    let canonical = format!("rel=\"canonical\" href=\"{OWN}/o/zaanrade\"");
    assert!(page.text.contains(&canonical));
    assert!(
        visitor.get("/o/zaanrade").await.text.contains(&canonical),
        "it has one address, wherever it is read"
    );
    let other = get_at(&visitor, "/o/ess/opgaven?state=open").await;
    assert_eq!(other.status, 307);
    assert_eq!(
        other.header("location"),
        format!("{}/o/ess/opgaven?state=open", app.base)
    );
}

#[tokio::test]
async fn a_host_tells_of_its_own_tenant_only() {
    let app = TestApp::new().await;
    app.tenant_at("zaanrade", Some(HOST)).await;
    app.tenant("ess").await;
    let visitor = app.visitor();
    let map = get_at(&visitor, "/sitemap.xml").await.text;
    assert!(map.contains(&format!("{OWN}/o/zaanrade/sitemap.xml")) && !map.contains("/o/ess/"));
    assert!(!visitor.get("/sitemap.xml").await.text.contains("zaanrade"));
    let security = get_at(&visitor, "/.well-known/security.txt").await.text;
    assert!(security.contains("Contact: mailto:zaanrade@example.org"));
    assert!(security.contains(&format!("Canonical: {OWN}/.well-known/security.txt")));
    let robots = get_at(&visitor, "/robots.txt").await.text;
    assert!(robots.contains(&format!("Sitemap: {OWN}/sitemap.xml")));
}

#[tokio::test]
async fn a_change_comes_from_a_page_of_the_same_host() {
    let app = TestApp::new().await;
    let tenant = app.tenant_at("zaanrade", Some(HOST)).await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let post = async |host: Option<&str>, origin: &str| {
        let mut request = convener
            .request(Method::POST, "/v1/tenants/zaanrade/issues")
            .header("origin", origin)
            .json(&json!({"title": "Plein", "visibility": "public", "regime": "open"}));
        if let Some(host) = host {
            request = request.header("host", host);
        }
        convener.send(request).await.status
    };
    assert_eq!(post(Some(HOST), OWN).await, 201);
    assert_eq!(post(None, &app.base).await, 201);
    assert_eq!(post(Some(HOST), &app.base).await, 403);
    assert_eq!(post(None, OWN).await, 403);
    assert_eq!(
        post(Some("elders.example"), "http://elders.example").await,
        403,
        "a host that nobody registered opens nothing"
    );
}

#[tokio::test]
async fn a_socket_opens_for_a_page_of_the_same_host() {
    let app = TestApp::new().await;
    app.tenant_at("zaanrade", Some(HOST)).await;
    let open = async |host: &str, origin: &str| {
        let visitor = app.visitor();
        let request = visitor
            .request(Method::GET, "/v1/socket")
            .header("host", host)
            .header("origin", origin)
            .header("connection", "upgrade")
            .header("upgrade", "websocket")
            .header("sec-websocket-version", "13")
            .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==")
            .header("sec-websocket-protocol", "netwerkplatform.v1");
        request.send().await.unwrap().status().as_u16()
    };
    assert_eq!(open(HOST, OWN).await, 101);
    assert_eq!(open(HOST, &app.base).await, 403);
    assert_eq!(open("elders.example", "http://elders.example").await, 403);
}

/// Asks on the tenant's host, and gives back what the browser keeps and where it is sent.
async fn ask(who: &Person) -> (String, String) {
    let asked = get_at(who, "/aanmelden?next=/o/zaanrade/opgaven").await;
    assert_eq!(asked.status, 303);
    let cookie = asked.header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    let kept = cookie.split(';').next().unwrap().to_owned();
    (kept, asked.header("location").to_owned())
}

/// The code with which the host where people sign in sends somebody back.
async fn code(app: &TestApp, who: &Person, to: &str) -> String {
    let path = to.strip_prefix(&app.base).unwrap();
    let page = who.get(path).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let back = page.text.split("0;url=").nth(1).unwrap();
    let back = back.split('"').next().unwrap().replace("&amp;", "&");
    back.strip_prefix(OWN).unwrap().to_owned()
}

#[tokio::test]
async fn a_session_crosses_to_the_tenants_host_once() {
    let app = TestApp::new().await;
    app.tenant_at("zaanrade", Some(HOST)).await;
    let (visitor, fatima) = (app.visitor(), app.person("Fatima").await);
    let (kept, to) = ask(&visitor).await;
    let unknown = visitor.get(to.strip_prefix(&app.base).unwrap()).await;
    assert_eq!(unknown.status, 303, "first one signs in");
    assert!(
        unknown
            .header("location")
            .starts_with("/aanmelden?next=/aanmelden/overdracht")
    );
    let back = code(&app, &fatima, &to).await;
    let stolen = at(&visitor, Method::GET, &back, "np_handover=x").await;
    assert_eq!(stolen.status, 400, "another browser gets nothing");
    let elsewhere = visitor
        .send(
            visitor
                .request(Method::GET, &back)
                .header("cookie", kept.clone()),
        )
        .await;
    assert_eq!(elsewhere.status, 404, "it is for the tenant's host only");
    let mut here = app.visitor();
    let came = at(&here, Method::GET, &back, &kept).await;
    assert_eq!(
        (came.status, came.header("location")),
        (303, "/o/zaanrade/opgaven")
    );
    here.keep_cookies(&came);
    assert_eq!(get_at(&here, "/v1/me").await.body["name"], "Fatima");
    let again = at(&app.visitor(), Method::GET, &back, &kept).await;
    assert_eq!(again.status, 400, "a code is spent once");
}

#[tokio::test]
async fn a_code_that_waited_a_minute_is_worth_nothing() {
    let app = TestApp::new().await;
    app.tenant_at("zaanrade", Some(HOST)).await;
    let fatima = app.person("Fatima").await;
    let (kept, to) = ask(&app.visitor()).await;
    let back = code(&app, &fatima, &to).await;
    app.advance(std::time::Duration::from_secs(61));
    let late = at(&app.visitor(), Method::GET, &back, &kept).await;
    assert_eq!(late.status, 400);
}

#[tokio::test]
async fn nobody_is_handed_over_to_a_tenant_without_a_host() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    let fatima = app.person("Fatima").await;
    let asked = "01a00000-0000-7000-8000-000000000000";
    for to in ["ess", "nergens"] {
        let path = format!("/aanmelden/overdracht?naar={to}&vraag={asked}&next=/");
        assert_eq!(fatima.get(&path).await.status, 404, "{to}");
    }
}

#[tokio::test]
async fn mails_of_a_tenant_lead_to_its_own_host() {
    let app = TestApp::new().await;
    let tenant = app.tenant_at("zaanrade", Some(HOST)).await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "zaanrade", json!({})).await;
    let form = json!({"invitees": [{"email": "nieuw@example.org", "text": "Kom erbij."}]});
    let sent = convener
        .post(
            &format!("/v1/tenants/zaanrade/issues/{issue}/invitations"),
            &form,
        )
        .await;
    assert!(sent.status < 300, "{}", sent.text);
    app.settle().await;
    let mails = app.mails_to("nieuw@example.org");
    let mail = mails.first().unwrap().replace("=\r\n", "");
    assert!(mail.contains(&format!("{OWN}/uitnodiging/")), "{mail}");
    assert!(
        mail.contains(&format!("List-Unsubscribe: <{OWN}/v1/invitations/")) || mail.contains(OWN)
    );
}

#[tokio::test]
async fn behind_tls_no_other_host_plants_the_secret_of_a_hand_over() {
    let app = TestApp::with(|settings| {
        settings.public_url = "https://platform.example.org".to_owned();
    })
    .await;
    app.tenant_at("zaanrade", Some(HOST)).await;
    let (visitor, fatima) = (app.visitor(), app.person("Fatima").await);
    let asked = get_at(&visitor, "/aanmelden").await;
    let said: Vec<&str> = asked.header("set-cookie").split("; ").collect();
    assert!(said[0].starts_with("__Host-np_handover="), "{said:?}");
    assert!(said.contains(&"Secure") && said.contains(&"Path=/"));
    let to = asked.header("location");
    let to = to.strip_prefix("https://platform.example.org").unwrap();
    let page = fatima.get(to).await;
    let back = page.text.split("0;url=https://").nth(1).unwrap();
    let back = back.split('"').next().unwrap().replace("&amp;", "&");
    let back = back.strip_prefix(HOST).unwrap();
    let planted = said[0].replace("__Host-", "");
    let came = at(&visitor, Method::GET, back, &planted).await;
    assert_eq!(came.status, 400);
    let came = at(&visitor, Method::GET, back, said[0]).await;
    assert_eq!(came.status, 303, "{}", came.text);
    assert!(came.header("set-cookie").starts_with("__Host-np_access="));
}
