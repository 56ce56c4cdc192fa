//! Organisations: settings, pages, suspension.

use std::time::Duration;

use kernel::TenantRole;
use platform::tenants::TenantState;
use serde_json::json;
use testkit::TestApp;

use crate::behind::{behind, one_after_the_other};

#[tokio::test]
async fn only_an_owner_sets_an_organisation_up() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let (owner, convener) = (
        app.member("Eva", tenant, TenantRole::Owner).await,
        app.member("Joost", tenant, TenantRole::Convener).await,
    );
    let version = owner.get("/v1/tenants/ess").await.etag();
    assert_eq!(
        convener
            .patch("/v1/tenants/ess", &version, &json!({"name": "Van mij"}))
            .await
            .code(),
        "tenant.forbidden"
    );
    let light = owner
        .patch(
            "/v1/tenants/ess",
            &version,
            &json!({"colour": "#ffe000", "name": ""}),
        )
        .await;
    let codes: Vec<_> = light.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["text.empty", "tenant.colour.too-light"]);
    assert_eq!(
        owner
            .patch("/v1/tenants/ess", &version, &json!({"name": "Nieuwe naam"}))
            .await
            .body["name"],
        "Nieuwe naam"
    );
    assert_eq!(
        owner
            .patch("/v1/tenants/ess", &version, &json!({"name": "Te laat"}))
            .await
            .status,
        412
    );
}

#[tokio::test]
async fn a_page_is_the_installations_until_the_organisation_writes_its_own() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let owner = app.member("Eva", tenant, TenantRole::Owner).await;
    let page = "/v1/tenants/ess/pages/privacy";
    let before = app.visitor().get(page).await;
    assert_eq!(before.etag(), "\"0\"");
    assert_eq!(
        owner
            .put_from(
                page,
                "\"0\"",
                &json!({"body": "# Van ons <script>x</script>"})
            )
            .await
            .status,
        200
    );
    let after = app.visitor().get(page).await;
    assert!(
        after.body["html"].as_str().unwrap().contains("Van ons")
            && !after.body["html"].as_str().unwrap().contains("<script")
    );
    assert_eq!(
        owner
            .put_from(page, "\"0\"", &json!({"body": "Te laat"}))
            .await
            .status,
        412
    );
    assert_eq!(
        app.visitor()
            .get("/v1/tenants/ess/pages/onzin")
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn of_two_owners_who_write_a_page_at_one_moment_the_second_reads_the_first() {
    let app = TestApp::new().await;
    if one_after_the_other(&app) {
        return;
    }
    let tenant = app.tenant("ess").await;
    let owner = app.member("Eva", tenant, TenantRole::Owner).await;
    let page = "/v1/tenants/ess/pages/privacy";
    let first = "INSERT INTO tenant_page (tenant_id, kind, language, body, version, updated_at) \
         SELECT id, 'privacy', 'nl', 'Van een ander.', 1, 0 FROM tenant WHERE slug = 'ess'";
    let next =
        "UPDATE tenant_page SET body = 'Nog eens van een ander.', version = 2 WHERE version = 1";
    let form = json!({"body": "Van Eva."});
    for (version, ahead) in [("\"0\"", first), ("\"1\"", next)] {
        let ahead = [ahead.to_owned()];
        let late = behind(&app, &ahead, &[], owner.put_from(page, version, &form)).await;
        assert_eq!((late.status, late.code()), (412, "precondition.failed"));
    }
    let stands = owner.get(page).await;
    assert_eq!(stands.body["body"], "Nog eens van een ander.");
    let written = owner.put_from(page, &stands.etag(), &form).await;
    assert_eq!((written.status, written.etag().as_str()), (200, "\"3\""));
}

#[tokio::test]
async fn a_suspended_organisation_answers_as_if_it_does_not_exist() {
    let app = TestApp::new().await;
    app.tenant("ess").await;
    app.put_in("ess", TenantState::Suspended).await;
    let (gone, never) = (
        app.visitor().get("/v1/tenants/ess/issues").await,
        app.visitor().get("/v1/tenants/nooit/issues").await,
    );
    assert_eq!((gone.status, gone.text), (404, never.text));
    assert_eq!(
        app.visitor().get("/v1/tenants").await.body["items"],
        json!([])
    );
}

#[tokio::test]
async fn nothing_is_mailed_in_the_name_of_a_suspended_organisation() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let owner = app.member("Owner", tenant, TenantRole::Owner).await;
    let (colleague, hour) = ("collega@example.org", Duration::from_secs(3_600));
    let asked = json!({"email": colleague, "role": "member"});
    let asked = owner.post("/v1/tenants/ess/members", &asked).await;
    assert_eq!(asked.status, 201, "{}", asked.text);
    app.put_in("ess", TenantState::Suspended).await;
    for _ in 0..3 {
        app.settle().await;
        app.clock.advance(hour);
    }
    assert!(app.mails_to(colleague).is_empty());
    app.put_in("ess", TenantState::Active).await;
    app.settle().await;
    assert_eq!(app.mails_to(colleague).len(), 1, "it waited");
}
