//! The first HTML: what anybody may read is in it, what somebody may not is not, and no post ever.

use kernel::{IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

const ISSUE: &str = "Van wie is het plein?";
const POST: &str = "Mijn buurman durft niet meer.";

/// An organisation with an issue of this visibility and a post under it.
async fn house(app: &TestApp, visibility: &str) -> (Person, String, String) {
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app
        .open_issue(&convener, "ess", json!({"visibility": visibility}))
        .await;
    let thread = app.thread(&convener, "ess", &issue).await;
    let said = convener
        .post(
            &format!("/v1/tenants/ess/threads/{thread}/posts"),
            &json!({"body": POST}),
        )
        .await;
    assert_eq!(said.status, 201, "{}", said.text);
    (convener, issue, thread)
}

fn is_page(answer: &Answer) -> bool {
    answer.header("content-type") == "text/html; charset=utf-8"
        && answer.text.starts_with("<!DOCTYPE html>")
        && answer.text.contains("<h1")
        && answer.text.contains("id=\"main\"")
}

#[tokio::test]
async fn a_public_issue_is_read_found_and_previewed_without_a_script() {
    let app = TestApp::new().await;
    let (_, issue, _) = house(&app, "public").await;
    let visitor = app.visitor();
    let path = format!("/o/ess/opgaven/{issue}");
    let page = visitor.get(&path).await;
    assert_eq!(page.status, 200);
    assert!(is_page(&page));
    for told in [
        ISSUE,
        "Hoe maken we het plein weer van iedereen?",
        "Sinds de zomer is het er onrustig.",
        "<strong>veel</strong>",
        "ouder",
        "Nog gezocht",
    ] {
        assert!(page.text.contains(told), "{told}");
    }
    let canonical = format!("rel=\"canonical\" href=\"{}{path}\"", app.base);
    for head in [
        "<html class=\"np-theme\" lang=\"nl\"",
        "<title>Van wie is het plein? · Netwerkplatform</title>",
        "<meta property=\"og:title\" content=\"Van wie is het plein?\">",
        "<meta name=\"description\" content=\"Hoe maken we het plein weer van iedereen?\">",
        &canonical,
    ] {
        assert!(page.text.contains(head), "{head}");
    }
    assert!(!page.text.contains("noindex"));
    assert!(!page.text.contains(POST) && !page.text.contains("Vertel."));
}

#[tokio::test]
async fn the_ways_to_an_issue_are_links() {
    let app = TestApp::new().await;
    let (_, issue, _) = house(&app, "public").await;
    let visitor = app.visitor();
    let home = visitor.get("/").await;
    assert!(is_page(&home) && home.text.contains("href=\"/o/ess\""));
    for list in [
        "/o/ess",
        "/o/ess/opgaven",
        "/o/ess/opgaven?state=open&theme=&region=",
    ] {
        let page = visitor.get(list).await;
        assert!(is_page(&page), "{list}");
        assert!(
            page.text
                .contains(&format!("href=\"/o/ess/opgaven/{issue}\"")),
            "{list}"
        );
    }
    let closed = visitor.get("/o/ess/opgaven?state=closed").await;
    assert!(!closed.text.contains(ISSUE) && closed.text.contains("href=\"/o/ess/opgaven\""));
    for text in [
        "/help",
        "/o/ess/kennis",
        "/o/ess/pagina/privacy",
        "/o/ess/pagina/accessibility",
        "/o/ess/pagina/house-rules",
        "/o/ess/pagina/contact",
        "/o/ess/pagina/about",
    ] {
        let page = visitor.get(text).await;
        assert!(is_page(&page) && !page.text.contains("noindex"), "{text}");
    }
}

#[tokio::test]
async fn the_title_of_a_closed_room_is_in_no_page_of_who_may_not_read_it() {
    let app = TestApp::new().await;
    let (convener, issue, thread) = house(&app, "invited").await;
    let other = app.tenant("zaanrade").await;
    let tenant = app.member("Rachid", other, TenantRole::Owner).await;
    let outsiders = [app.visitor(), app.person("Fatima").await, tenant];
    let pages = [
        "/".to_owned(),
        "/o/ess".into(),
        "/o/ess/opgaven".into(),
        "/o/ess/kennis".into(),
        "/sitemap.xml".into(),
        "/o/ess/sitemap.xml".into(),
        "/o/ess/nieuw.atom".into(),
        format!("/o/ess/opgaven/{issue}"),
        format!("/o/zaanrade/opgaven/{issue}"),
        format!("/o/ess/gesprekken/{thread}"),
    ];
    for reader in &outsiders {
        for page in &pages {
            let answer = reader.get(page).await;
            assert!(!answer.text.contains(ISSUE), "{page}");
            assert!(!answer.text.contains("Hoe maken we het plein"), "{page}");
        }
    }
    // Whoever takes part reads it, and it stays out of search engines and previews.
    let reader = app.person("Amina").await;
    let page = format!("/o/ess/opgaven/{issue}");
    let before = reader.get(&page).await;
    assert_eq!(before.status, 404);
    let own = convener.get(&page).await;
    assert!(own.text.contains(ISSUE) && own.text.contains("noindex"));
    assert!(!own.text.contains("og:title") && !own.text.contains("canonical"));
    assert_eq!(own.header("cache-control"), "no-store");
}

#[tokio::test]
async fn a_participant_reads_the_page_of_a_closed_issue() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app
        .open_issue(&convener, "ess", json!({"visibility": "invited"}))
        .await;
    let reader = app.person("Fatima").await;
    app.admit(&reader, tenant, &issue, IssueRole::Observer)
        .await;
    let page = reader.get(&format!("/o/ess/opgaven/{issue}")).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains(ISSUE) && page.text.contains("noindex"));
}

#[tokio::test]
async fn an_outcome_is_on_the_page_and_the_posts_it_rests_on_are_not() {
    let app = TestApp::new().await;
    let (convener, issue, thread) = house(&app, "public").await;
    let posts = convener
        .get(&format!("/v1/tenants/ess/threads/{thread}/posts"))
        .await;
    let post = &posts.body["items"][1]["id"];
    assert!(post.is_string(), "{}", posts.text);
    publish(&convener, &issue, post, "Het plein is weer van iedereen").await;
    let page = app.visitor().get(&format!("/o/ess/opgaven/{issue}")).await;
    for told in [
        "Het plein is weer van iedereen",
        "Er komt <em>licht</em>.",
        "Komt uit 1 bijdrage",
        "Dit hebben we gehoord",
    ] {
        assert!(page.text.contains(told), "{told}");
    }
    assert!(!page.text.contains(POST) && !page.text.contains("Joost"));
    let feed = app.visitor().get("/o/ess/nieuw.atom").await;
    assert_eq!(
        feed.header("content-type"),
        "application/atom+xml; charset=utf-8"
    );
    assert!(feed.text.contains("Het plein is weer van iedereen"));
    assert!(!feed.text.contains(POST));
}

#[tokio::test]
async fn an_outcome_without_a_title_says_once_that_it_is_one() {
    let app = TestApp::new().await;
    let (convener, issue, thread) = house(&app, "public").await;
    let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
    let post = convener.get(&posts).await.body["items"][1]["id"].clone();
    publish(&convener, &issue, &post, "").await;
    let page = app.visitor().get(&format!("/o/ess/opgaven/{issue}")).await;
    assert!(
        page.text.contains("<h2>Terugkoppeling</h2>"),
        "{}",
        page.text
    );
    assert!(!page.text.contains("np-outcome__label"), "{}", page.text);
}

async fn publish(convener: &Person, issue: &str, post: &Value, title: &str) {
    let path = format!("/v1/tenants/ess/issues/{issue}/outcome");
    let statement = |kind: &str, why: Option<&str>, posts: &[&Value]| json!({"kind": kind, "text": "Er komt *licht*.", "why": why, "posts": posts});
    let form = json!({
        "title": title,
        "intro": "Dank u wel.",
        "statements": [
            statement("heard", None, &[post]),
            statement("done", None, &[]),
            statement("not-done", Some("Geen geld."), &[]),
            statement("you-can", None, &[]),
        ],
        "reviewAt": "2027-03-01T00:00:00Z",
    });
    let move_to = json!({"to": "concluding"});
    convener
        .post(&format!("/v1/tenants/ess/issues/{issue}/_move"), &move_to)
        .await;
    let saved = convener.put_from(&path, "\"0\"", &form).await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    let published = convener.post(&format!("{path}/_publish"), &json!({})).await;
    assert_eq!(published.status, 200, "{}", published.text);
}

#[tokio::test]
async fn a_conversation_is_for_the_application_and_says_what_works_without() {
    let app = TestApp::new().await;
    let (convener, _, thread) = house(&app, "public").await;
    for reader in [&app.visitor(), &convener] {
        let page = reader.get(&format!("/o/ess/gesprekken/{thread}")).await;
        assert_eq!(page.status, 200);
        assert!(page.text.contains("noindex") && page.text.contains("<noscript>"));
        for hidden in [POST, "Vertel.", ISSUE, "Wat gebeurt er"] {
            assert!(!page.text.contains(hidden), "{hidden}");
        }
    }
}

#[tokio::test]
async fn pages_about_the_reader_ask_who_that_is() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    for page in [
        "/overzicht",
        "/profiel",
        "/o/ess/beheer",
        "/o/ess/opgaven/nieuw",
    ] {
        let answer = app.visitor().get(page).await;
        assert_eq!(answer.status, 303, "{page}");
        assert_eq!(answer.header("location"), format!("/aanmelden?next={page}"));
    }
    let known = app.person("Fatima").await.get("/overzicht").await;
    assert!(known.status == 200 && known.text.contains("<noscript>"));
}

#[tokio::test]
async fn the_reader_chooses_the_language_with_a_button() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    let visitor = app.visitor();
    let ask = |name: &'static str, value: &'static str| {
        visitor
            .request(reqwest::Method::GET, "/o/ess/opgaven")
            .header(name, value)
    };
    let english = visitor.send(ask("accept-language", "en-GB,nl;q=0.5")).await;
    assert!(
        english
            .text
            .contains("<html class=\"np-theme\" lang=\"en\"")
            && english.text.contains("Issues")
    );
    assert!(english.header("vary").contains("accept-language"));
    let chosen = visitor
        .send(
            visitor
                .request(reqwest::Method::POST, "/taal")
                .header("referer", format!("{}/o/ess/opgaven?state=open", app.base))
                .form(&[("taal", "en")]),
        )
        .await;
    assert_eq!(
        (chosen.status, chosen.header("location")),
        (303, "/o/ess/opgaven?state=open")
    );
    assert!(chosen.header("set-cookie").starts_with("np_lang=en;"));
    let kept = visitor.send(ask("cookie", "np_lang=en")).await;
    assert!(kept.text.contains("<html class=\"np-theme\" lang=\"en\""));
    let foreign = visitor
        .send(
            visitor
                .request(reqwest::Method::POST, "/taal")
                .header("referer", "https://elders.example/weg")
                .form(&[("taal", "en")]),
        )
        .await;
    assert_eq!(foreign.header("location"), "/");
}

#[tokio::test]
async fn every_page_of_the_application_is_one_that_the_server_knows() {
    let app = TestApp::new().await;
    let (convener, issue, thread) = house(&app, "public").await;
    let circle = json!({"kind": "learning", "name": "Kring", "visibility": "invited"});
    let founded = convener.post("/v1/tenants/ess/networks", &circle).await;
    let network = founded.body["id"].as_str().unwrap();
    let router = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frontend/src/app/router.tsx"),
    )
    .unwrap();
    let patterns: Vec<&str> = router
        .lines()
        .filter_map(|line| line.trim().strip_prefix("['"))
        .filter_map(|line| line.split('\'').next())
        .collect();
    assert!(patterns.len() > 15, "the table is read");
    for pattern in patterns {
        let path = pattern
            .replace(":tenant", "ess")
            .replace(":issue", &issue)
            .replace(":network", network)
            .replace(":thread", &thread)
            .replace(":case", &issue)
            .replace(":emergency", &issue)
            .replace(":kind", "privacy");
        // A product that is not there is not found, and that is right.
        if path.contains(":product") {
            continue;
        }
        let answer = convener.get(&path).await;
        assert_eq!(answer.status, 200, "{pattern}: see site/src/application.rs");
    }
}

#[tokio::test]
async fn a_page_in_english_says_that_what_people_wrote_is_dutch() {
    let app = TestApp::new().await;
    let (_, issue, _) = house(&app, "public").await;
    let visitor = app.visitor();
    let path = format!("/o/ess/opgaven/{issue}");
    let ask = visitor.request(reqwest::Method::GET, &path);
    let english = visitor.send(ask.header("accept-language", "en")).await;
    let dutch = visitor.get(&path).await;
    for said in [ISSUE, "Hoe maken we het plein weer van iedereen?"] {
        let marked = format!("lang=\"nl\">{said}");
        assert!(english.text.contains(&marked), "{said}");
        assert!(!dutch.text.contains(&marked), "{said}");
    }
}
