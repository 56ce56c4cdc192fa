//! An invitation that is taken back at the moment at which it is accepted.

use kernel::TenantRole;
use serde_json::json;
use testkit::TestApp;

use crate::behind::{behind, one_after_the_other};

#[tokio::test]
async fn a_yes_that_came_first_is_not_taken_back() {
    let app = TestApp::new().await;
    if one_after_the_other(&app) {
        return;
    }
    let tenant = app.tenant("ess").await;
    let joost = app.member("Joost", tenant, TenantRole::Convener).await;
    let issue = app.open_issue(&joost, "ess", json!({})).await;
    let path = format!("/v1/tenants/ess/issues/{issue}/invitations");
    let form = json!({"invitees": [{"email": "oma@example.org"}]});
    let sent = joost.post(&path, &form).await;
    let id = sent.body["items"][0]["invitation"].as_str().unwrap();
    let yes = format!("UPDATE invitation SET state = 'accepted' WHERE id = '{id}'");
    let revoke = format!("/v1/tenants/ess/invitations/{id}/_revoke");
    let nothing = json!({});
    let revoked = behind(&app, &[yes], &[], joost.post(&revoke, &nothing)).await;
    assert_eq!(revoked.code(), "invitation.answered", "{}", revoked.text);
    let list = joost.get(&path).await;
    assert_eq!(list.body["items"][0]["state"], "accepted", "{}", list.text);
}
