//! The reasons that an organisation keeps ready: ours until it writes its own, which only its owners do.

use kernel::TenantRole;
use serde_json::json;
use testkit::TestApp;

const REASONS: &str = "/v1/tenants/ess/standard-reasons";

#[tokio::test]
async fn there_are_reasons_until_an_organisation_writes_its_own() {
    let app = TestApp::new().await;
    let ess = app.tenant("ess").await;
    app.tenant("elders").await;
    let owner = app.member("Ines", ess, TenantRole::Owner).await;
    let convener = app.member("Joost", ess, TenantRole::Convener).await;
    let stranger = app.person("Vreemde").await;

    let ours = stranger.get(REASONS).await;
    assert_eq!(
        (&ours.body["version"], &ours.body["canWrite"]),
        (&json!(0), &json!(false)),
        "{}",
        ours.text
    );
    assert!(ours.body["items"].as_array().unwrap().len() >= 6);
    assert_eq!(owner.get(REASONS).await.body["canWrite"], true);

    let about = json!({"name": "Over een persoon", "words": "Schrijf over wat iemand vindt."});
    let off = json!({"name": "Ander onderwerp", "words": "Dit hoort in een ander gesprek."});
    let form = json!({"items": [about, off]});
    for (who, status) in [(&convener, 403), (&stranger, 404)] {
        assert_eq!(who.put_from(REASONS, "\"0\"", &form).await.status, status);
    }
    let written = owner.put_from(REASONS, "\"0\"", &form).await;
    assert_eq!(written.status, 200, "{}", written.text);
    assert_eq!(written.body["version"], 1);
    assert_eq!(
        owner.put_from(REASONS, "\"0\"", &form).await.status,
        412,
        "somebody was ahead"
    );

    let turned = json!({"items": [off, about]});
    let turned = owner.put_from(REASONS, "\"1\"", &turned).await;
    assert_eq!(turned.body["items"], json!([off, about]), "{}", turned.text);
    assert_eq!(
        convener.get(REASONS).await.body["items"],
        json!([off, about])
    );

    let twice = json!({"items": [about, {"name": "over een Persoon", "words": " "}]});
    let wrong = owner.put_from(REASONS, "\"2\"", &twice).await;
    assert_eq!(wrong.status, 400, "{}", wrong.text);
    assert_eq!(wrong.body["errors"][0]["pointer"], "/items/1/words");

    let none = owner
        .put_from(REASONS, "\"2\"", &json!({"items": []}))
        .await;
    assert_eq!(none.body["items"], json!([]), "an empty list is a list");
    let elsewhere = stranger.get("/v1/tenants/elders/standard-reasons").await;
    assert_eq!(elsewhere.body["version"], 0, "another's list is its own");
}
