//! More of what came of it.

use super::*;

#[tokio::test]
async fn on_the_review_date_it_is_due_once_until_somebody_looked() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let mut convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&convener, "ess", json!({})).await;
    publish(&app, &convener, &issue, &json!({})).await;
    app::calendar::turn(&app.state).await;
    assert_eq!(events(&app, "outcome.review-due").await, 0);
    app.advance(DAY);
    app::calendar::turn(&app.state).await;
    app::calendar::turn(&app.state).await;
    assert_eq!(events(&app, "outcome.review-due").await, 1);
    let reviewed = format!("{}/_reviewed", outcome_of(&issue));
    let past = convener
        .post(
            &reviewed,
            &json!({"text": "Er brandt licht.", "reviewAt": app.clock.now().to_string()}),
        )
        .await;
    assert_eq!(
        (past.status, &past.body["errors"][0]["code"]),
        (400, &json!("outcome.review-not-in-future"))
    );
    let next = app.clock.now().plus(DAY);
    let noted = convener
        .post(
            &reviewed,
            &json!({"text": "Er brandt **licht**.", "reviewAt": next.to_string()}),
        )
        .await;
    convener.keep_cookies(&noted);
    assert_eq!(
        (
            &noted.body["reviewedAt"],
            &noted.body["published"]["reviewAt"]
        ),
        (&json!(app.clock.now()), &json!(next))
    );
    app.advance(DAY);
    app::calendar::turn(&app.state).await;
    assert_eq!(events(&app, "outcome.review-due").await, 2);
    let last = convener
        .post(&reviewed, &json!({"text": "Het is klaar."}))
        .await;
    assert_eq!(
        (last.status, &last.body["published"]["reviewAt"]),
        (200, &Value::Null),
        "the last time"
    );
    let found = last.body["reviews"].as_array().unwrap();
    let found: Vec<_> = found
        .iter()
        .map(|it| it["html"].as_str().unwrap().trim())
        .collect();
    assert_eq!(
        found,
        [
            "<p>Het is klaar.</p>",
            "<p>Er brandt <strong>licht</strong>.</p>"
        ]
    );
    app.advance(DAY);
    app::calendar::turn(&app.state).await;
    assert_eq!(events(&app, "outcome.review-due").await, 2);
}

const PRODUCTS: &str = "/v1/tenants/ess/products";

pub fn guide(change: &Value) -> Value {
    let mut form = json!({"kind": "guide", "title": "Een gesprek leiden", "summary": "Voor wie het morgen moet.", "body": "Begin **klein**."});
    for (key, value) in change.as_object().unwrap() {
        form[key] = value.clone();
    }
    form
}

pub async fn drafted(who: &Person, change: &Value) -> String {
    let answer = who.post(PRODUCTS, &guide(change)).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    format!("{PRODUCTS}/{}", answer.body["id"].as_str().unwrap())
}

async fn titles(who: &Person, query: &str) -> Vec<String> {
    let list = who.get(&format!("{PRODUCTS}?{query}")).await;
    assert_eq!(list.status, 200, "{}", list.text);
    list.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["title"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn a_product_is_for_everyone_once_it_is_published_and_for_as_long() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let (publisher, visitor) = (
        app.member("Noor", tenant, TenantRole::Publisher).await,
        app.visitor(),
    );
    let path = drafted(&publisher, &json!({})).await;
    assert_eq!(
        (
            visitor.get(&path).await.status,
            titles(&visitor, "").await.len(),
            titles(&publisher, "").await.len()
        ),
        (404, 0, 1)
    );
    assert_eq!(
        publisher
            .post(&format!("{path}/_retire"), &json!({}))
            .await
            .code(),
        "result.no-such-step"
    );
    let published = publisher
        .post(&format!("{path}/_publish"), &json!({}))
        .await;
    assert_eq!(
        (
            published.status,
            &published.body["state"],
            &published.body["publishedAt"]
        ),
        (200, &json!("published"), &json!(app.clock.now()))
    );
    let read = visitor.get(&path).await;
    assert_eq!(
        (
            read.body["html"].as_str().unwrap().trim(),
            &read.body["can"]["change"]
        ),
        ("<p>Begin <strong>klein</strong>.</p>", &json!(false))
    );
    assert_eq!(
        (
            titles(&visitor, "kind=guide").await.len(),
            titles(&visitor, "kind=study").await.len()
        ),
        (1, 0)
    );
    assert_eq!(
        publisher
            .post(&format!("{path}/_publish"), &json!({}))
            .await
            .status,
        409
    );
    assert_eq!(
        publisher
            .post(&format!("{path}/_retire"), &json!({}))
            .await
            .status,
        200
    );
    assert_eq!(
        (
            visitor.get(&path).await.status,
            publisher.get(&path).await.status
        ),
        (404, 200)
    );
    assert_eq!(
        (
            titles(&publisher, "").await.len(),
            titles(&publisher, "state=retired").await.len(),
            titles(&visitor, "state=retired").await.len()
        ),
        (0, 1, 0)
    );
    assert_eq!(
        publisher
            .post(&format!("{path}/_publish"), &json!({}))
            .await
            .status,
        200
    );
    assert_eq!(
        events(&app, "product.published").await,
        1,
        "it came back, it is not new"
    );
}

#[tokio::test]
async fn publishers_make_products_and_nobody_else_does() {
    let app = TestApp::new().await;
    let (tenant, elsewhere) = (app.tenant("ess").await, app.tenant("elders").await);
    let publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    let draft = drafted(&publisher, &json!({})).await;
    let shown = drafted(&publisher, &json!({})).await;
    publisher
        .post(&format!("{shown}/_publish"), &json!({}))
        .await;
    for who in [
        app.person("Vreemde").await,
        app.member("Elders", elsewhere, TenantRole::Owner).await,
        app.member("Lid", tenant, TenantRole::Member).await,
    ] {
        assert_eq!(
            who.post(PRODUCTS, &guide(&json!({}))).await.code(),
            "result.forbidden",
            "{}",
            who.email
        );
        assert_eq!(who.get(&draft).await.code(), "product.not-found");
        assert_eq!(
            who.patch(&draft, "\"1\"", &guide(&json!({}))).await.status,
            404
        );
        assert_eq!(
            who.patch(&shown, "\"2\"", &guide(&json!({}))).await.status,
            403
        );
        assert_eq!(
            who.post(&format!("{shown}/_retire"), &json!({}))
                .await
                .status,
            403
        );
        assert_eq!(
            who.get(&shown.replace("/ess/", "/elders/")).await.status,
            404,
            "another tenant's address"
        );
    }
    assert_eq!(
        app.visitor()
            .post(PRODUCTS, &guide(&json!({})))
            .await
            .status,
        401
    );
}

#[tokio::test]
async fn a_product_keeps_one_text_and_one_request_is_one_product() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    let twice = [
        publisher
            .post_once(PRODUCTS, "sleutel-1", &guide(&json!({})))
            .await,
        publisher
            .post_once(PRODUCTS, "sleutel-1", &guide(&json!({})))
            .await,
    ];
    assert_eq!(
        (twice[0].status, twice[1].status, &twice[0].body["id"]),
        (201, 201, &twice[1].body["id"])
    );
    let path = format!("{PRODUCTS}/{}", twice[0].body["id"].as_str().unwrap());
    assert_eq!(
        publisher
            .patch(&path, "\"1\"", &guide(&json!({"title": "Eerste"})))
            .await
            .etag(),
        "\"2\""
    );
    assert_eq!(
        publisher
            .patch(&path, "\"1\"", &guide(&json!({"title": "Tweede"})))
            .await
            .status,
        412
    );
    assert_eq!(publisher.get(&path).await.body["title"], "Eerste");
    let empty = drafted(&publisher, &json!({"title": "", "summary": "", "body": ""})).await;
    let refused = publisher
        .post(&format!("{empty}/_publish"), &json!({}))
        .await;
    let pointers: Vec<_> = refused.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["pointer"].as_str().unwrap())
        .collect();
    assert_eq!(
        (refused.status, pointers),
        (400, vec!["/title", "/summary", "/body"])
    );
    publisher
        .post(&format!("{path}/_publish"), &json!({}))
        .await;
    let half = guide(&json!({"title": " "}));
    assert_eq!(publisher.patch(&path, "\"3\"", &half).await.status, 200);
    let out = publisher
        .post(&format!("{path}/_publish"), &json!({}))
        .await;
    assert_eq!(
        out.code(),
        "result.unfinished",
        "what is out stays fit to read"
    );
    assert_eq!(app.visitor().get(&path).await.body["title"], "Eerste");
}

#[tokio::test]
async fn what_a_product_came_from_is_shown_to_who_may_see_it() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let (convener, publisher) = (
        app.member("Joost", tenant, TenantRole::Convener).await,
        app.member("Noor", tenant, TenantRole::Publisher).await,
    );
    let open = app
        .open_issue(&convener, "ess", json!({"title": "Open"}))
        .await;
    let hidden = app
        .open_issue(
            &convener,
            "ess",
            json!({"title": "Besloten", "visibility": "invited", "regime": "trusted"}),
        )
        .await;
    let refused = publisher
        .post(PRODUCTS, &guide(&json!({"sources": [open, hidden]})))
        .await;
    assert_eq!(
        (refused.status, &refused.body["errors"][0]["pointer"]),
        (400, &json!("/sources/1"))
    );
    let path = drafted(&convener, &json!({"sources": [open, hidden]})).await;
    assert_eq!(
        publisher
            .patch(&path, "\"1\"", &guide(&json!({"sources": [open, hidden]})))
            .await
            .status,
        200,
        "what was named stays named"
    );
    convener.post(&format!("{path}/_publish"), &json!({})).await;
    let read = app.visitor().get(&path).await;
    assert_eq!(read.body["sources"].as_array().unwrap().len(), 1);
    assert!(!read.text.contains("Besloten") && !read.text.contains(&hidden));
    assert_eq!(
        convener.get(&path).await.body["sources"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    assert_eq!(
        titles(&app.visitor(), &format!("issue={open}")).await.len(),
        1
    );
    assert_eq!(
        app.visitor()
            .get(&format!("{PRODUCTS}?issue={hidden}"))
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn the_library_shows_the_newest_first_and_resumes_by_key() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    let mut paths = Vec::new();
    for title in ["a", "b", "c"] {
        paths.push(drafted(&publisher, &json!({"title": title})).await);
        app.advance(Duration::from_secs(1));
    }
    for path in [&paths[1], &paths[0], &paths[2]] {
        publisher
            .post(&format!("{path}/_publish"), &json!({}))
            .await;
        app.advance(Duration::from_secs(1));
    }
    let visitor = app.visitor();
    assert_eq!(titles(&visitor, "").await, ["c", "a", "b"]);
    let first = visitor.get(&format!("{PRODUCTS}?limit=2")).await;
    let next = first.body["next"].as_str().unwrap();
    assert!(first.header("link").contains("rel=\"next\""));
    assert_eq!(
        titles(&visitor, &format!("limit=2&cursor={next}")).await,
        ["b"]
    );
    for wrong in ["cursor=onzin", "kind=roman"] {
        assert_eq!(
            visitor.get(&format!("{PRODUCTS}?{wrong}")).await.status,
            400,
            "{wrong}"
        );
    }
    assert_eq!(
        visitor
            .get(&PRODUCTS.replace("ess", "nergens"))
            .await
            .status,
        404
    );
}
