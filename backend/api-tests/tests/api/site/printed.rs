//! What a page has on paper: where it is, when it was read, and a code to scan where anybody may read it.

use kernel::{Clock, IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::TestApp;
use web::i18n::Locales;

#[tokio::test]
async fn a_public_issue_has_a_code_on_paper_and_another_one_has_none() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let fatima = app.person("Fatima").await;
    let [mut open, mut closed] = [String::new(), String::new()];
    for (id, visibility) in [(&mut open, "public"), (&mut closed, "invited")] {
        let form = json!({"visibility": visibility});
        *id = app.open_issue(&convener, "ess", form).await;
    }
    app.admit(&fatima, tenant, &closed, IssueRole::Participant)
        .await;

    let path = format!("/o/ess/opgaven/{open}");
    let page = app.visitor().get(&path).await;
    let day = Locales::default().day(kernel::Locale::Nl, app.clock.now());
    let printed = format!("Afgedrukt van {}{path}, geraadpleegd op {day}", app.base);
    assert!(page.text.contains(&printed), "{}", page.text);
    assert!(page.text.contains(&format!("src=\"{path}/code.svg\"")));
    let code = app.visitor().get(&format!("{path}/code.svg")).await;
    assert_eq!(
        (code.status, code.header("content-type")),
        (200, "image/svg+xml")
    );
    assert!(code.text.contains("<svg") && !code.text.contains("<script"));

    let path = format!("/o/ess/opgaven/{closed}");
    let page = fatima.get(&path).await;
    assert!(page.text.contains("Afgedrukt van") && !page.text.contains("code.svg"));
    for reader in [&fatima, &app.visitor()] {
        let code = reader.get(&format!("{path}/code.svg")).await;
        assert_eq!(code.status, 404, "{}", code.text);
    }
}

#[tokio::test]
async fn a_product_has_a_code_once_it_is_published() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let publisher = app.member("Noor", tenant, TenantRole::Publisher).await;
    let product: Value = json!({
        "kind": "guide", "title": "Lichter maken",
        "summary": "Hoe een plein licht wordt.", "body": "Zet lampen neer."
    });
    let drafted = publisher.post("/v1/tenants/ess/products", &product).await;
    assert_eq!(drafted.status, 201, "{}", drafted.text);
    let id = drafted.body["id"].as_str().unwrap();
    let path = format!("/o/ess/kennis/{id}");
    let code = format!("{path}/code.svg");
    assert_eq!(publisher.get(&code).await.status, 404);
    let publish = format!("/v1/tenants/ess/products/{id}/_publish");
    let published = publisher.post(&publish, &json!({})).await;
    assert_eq!(published.status, 200, "{}", published.text);
    assert_eq!(app.visitor().get(&code).await.status, 200);
    let page = app.visitor().get(&path).await;
    assert!(
        page.text.contains(&format!("src=\"{code}\"")),
        "{}",
        page.text
    );
}
