//! What search engines are told: only what a visitor may read.

use kernel::TenantRole;
use serde_json::json;
use testkit::TestApp;

#[tokio::test]
async fn the_sitemap_lists_what_a_visitor_reads_whoever_asks() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let open = app.open_issue(&convener, "ess", json!({})).await;
    let mut closed = Vec::new();
    for visibility in ["platform", "tenant", "invited"] {
        let change = json!({"visibility": visibility});
        closed.push(app.open_issue(&convener, "ess", change).await);
    }
    for reader in [&app.visitor(), &convener] {
        let index = reader.get("/sitemap.xml").await;
        assert_eq!(
            index.header("content-type"),
            "application/xml; charset=utf-8"
        );
        let part = format!("<loc>{}/o/ess/sitemap.xml</loc>", app.base);
        assert!(index.text.contains(&part), "{}", index.text);
        let map = reader.get("/o/ess/sitemap.xml").await.text;
        let address = format!("<loc>{}/o/ess/opgaven/{open}</loc><lastmod>", app.base);
        assert!(map.contains(&address), "{map}");
        assert!(map.contains(&format!("{}/o/ess/pagina/privacy</loc>", app.base)));
        assert!(closed.iter().all(|issue| !map.contains(issue.as_str())));
    }
}

#[tokio::test]
async fn a_long_list_is_in_the_sitemap_whole() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    for _ in 0..53 {
        app.open_issue(&convener, "ess", json!({})).await;
    }
    let map = app.visitor().get("/o/ess/sitemap.xml").await.text;
    assert_eq!(map.matches("<lastmod>").count(), 53);
    let first = app.visitor().get("/o/ess/opgaven").await.text;
    let next = first
        .split("href=\"?after=")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap();
    let second = app
        .visitor()
        .get(&format!("/o/ess/opgaven?after={next}"))
        .await;
    assert!(second.text.contains("np-card__link") && second.text.contains("noindex"));
}

#[tokio::test]
async fn robots_are_told_where_the_map_is() {
    let app = TestApp::new().await;
    let robots = app.visitor().get("/robots.txt").await;
    assert_eq!(robots.header("content-type"), "text/plain; charset=utf-8");
    assert!(
        robots
            .text
            .contains(&format!("Sitemap: {}/sitemap.xml", app.base))
    );
    assert!(robots.text.contains("Disallow: /v1/"));
}

#[tokio::test]
async fn a_feed_says_in_which_language_it_is_and_that_there_are_others() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    let visitor = app.visitor();
    for (language, title) in [("nl", "Nieuw bij "), ("en", "New at ")] {
        let ask = visitor
            .request(reqwest::Method::GET, "/o/ess/nieuw.atom")
            .header("accept-language", language);
        let feed = visitor.send(ask).await;
        assert!(feed.text.contains(title), "{}", feed.text);
        assert_eq!(feed.header("content-language"), language);
        assert_eq!(feed.header("vary"), "accept-language, cookie");
    }
}
