//! Asking to be erased, and not after all: by whom, with what, and until when.

use std::time::Duration;

use kernel::TenantRole;
use serde_json::json;
use testkit::{TestApp, code_in};

use crate::closed_rooms::traces;
use crate::erasure::{WEEK, asks, finishes, is_erased, lines_with, mail_about, nothing_is_left};

#[tokio::test]
async fn for_a_week_one_click_stops_it() {
    let app = TestApp::new().await;
    let fatima = app.person("Fatima").await;
    let other = app.person("Ander").await;
    let nothing = fatima.get("/v1/me/erasure").await;
    assert_eq!(nothing.body, json!({"ownedAlone": [], "keptBy": []}));
    assert_eq!(fatima.delete("/v1/me/erasure").await.status, 404);
    let asked = asks(&app, &fatima, "go").await;
    assert_eq!(asked.body["asked"]["texts"], "go", "{}", asked.text);
    app.settle().await;
    let told = mail_about(&app, &fatima, "Over zeven dagen");
    let told = told.replace("=\r\n", "");
    assert!(told.contains("/mijn-gegevens/wissen"), "{told}");
    // Of nobody else.
    assert_eq!(other.get("/v1/me/erasure").await.body, nothing.body);
    assert_eq!(other.delete("/v1/me/erasure").await.status, 404);
    app.advance(WEEK.saturating_sub(Duration::from_secs(60)));
    app::calendar::turn(&app.state).await;
    let fatima = app.sign_in_again(&fatima).await;
    let waits = fatima.get("/v1/me/erasure").await;
    assert_eq!(waits.body["asked"]["begun"], json!(false), "{}", waits.text);
    assert_eq!(fatima.delete("/v1/me/erasure").await.status, 204);
    app.settle().await;
    mail_about(&app, &fatima, "niet gewist");
    app.advance(WEEK);
    app::calendar::turn(&app.state).await;
    finishes(&app).await;
    let fatima = app.sign_in_again(&fatima).await;
    assert_eq!(fatima.get("/v1/me").await.body["name"], "Fatima");
}

#[tokio::test]
async fn a_session_alone_erases_nobody_and_nothing_stops_what_has_begun() {
    let app = TestApp::new().await;
    let fatima = app.person("Fatima").await;
    let form = json!({"texts": "stay", "code": "123456"});
    let none = fatima.put("/v1/me/erasure", &form).await;
    assert_eq!((none.status, none.code()), (410, "identity.code-expired"));
    assert_eq!(
        fatima.post("/v1/me/erasure/_code", &json!({})).await.status,
        204
    );
    app.settle().await;
    let wrong = fatima.put("/v1/me/erasure", &form).await;
    assert_eq!((wrong.status, wrong.code()), (400, "identity.code-wrong"));
    // A code to sign in with is for signing in.
    let asked = json!({"email": fatima.email});
    assert!(app.visitor().post("/v1/sign-in-codes", &asked).await.status < 300);
    app.settle().await;
    let code = code_in(&mail_about(&app, &fatima, "voor Netwerkplatform"));
    let other = fatima
        .put("/v1/me/erasure", &json!({"texts": "stay", "code": code}))
        .await;
    assert_eq!(other.code(), "identity.code-wrong");
    for path in ["/v1/me/erasure"] {
        assert_eq!(app.visitor().get(path).await.status, 401);
        assert_eq!(app.visitor().delete(path).await.status, 401);
    }
    let asked = asks(&app, &fatima, "stay").await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    app.advance(WEEK);
    app::calendar::turn(&app.state).await;
    let again = app.sign_in_again(&fatima).await;
    let late = asks(&app, &again, "go").await;
    assert_eq!((late.status, late.code()), (409, "erasure.begun"));
    let stopped = again.delete("/v1/me/erasure").await;
    assert_eq!((stopped.status, stopped.code()), (409, "erasure.begun"));
    finishes(&app).await;
    nothing_is_left(&app, &fatima, "Fatima").await;
    assert_eq!(again.get("/v1/me").await.status, 401);
    // Whoever comes again is somebody new.
    let anew = app.person("Fatima").await;
    assert_ne!(anew.id(), fatima.id());
}

#[tokio::test]
async fn who_owns_alone_passes_it_on_first() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let owner = app.member("Eigenaar", tenant, TenantRole::Owner).await;
    let stands = owner.get("/v1/me/erasure").await;
    assert_eq!(
        stands.body["ownedAlone"][0]["slug"], "ess",
        "{}",
        stands.text
    );
    let refused = asks(&app, &owner, "stay").await;
    assert_eq!(
        (refused.status, refused.code()),
        (409, "erasure.last-owner")
    );
    let second = app.member("Tweede", tenant, TenantRole::Owner).await;
    let asked = asks(&app, &owner, "stay").await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    // The other one goes first: then it waits for somebody.
    let gone = asks(&app, &second, "stay").await;
    assert_eq!(gone.status, 200, "{}", gone.text);
    app.advance(WEEK);
    app::calendar::turn(&app.state).await;
    finishes(&app).await;
    let left = [owner.id(), second.id()];
    let rows = traces::rows(&app).await;
    let waiting = &rows["erasure"];
    assert_eq!(
        waiting.len(),
        1,
        "one of the two stays: {left:?} {waiting:?}"
    );
    app.member("Derde", tenant, TenantRole::Owner).await;
    app.advance(Duration::from_secs(24 * 3_600));
    app::calendar::turn(&app.state).await;
    app.settle().await;
    finishes(&app).await;
    nothing_is_left(&app, &owner, "Eigenaar").await;
    nothing_is_left(&app, &second, "Tweede").await;
}

#[tokio::test]
async fn an_address_that_was_only_claimed_finds_nothing_of_whoever_has_it() {
    let app = TestApp::new().await;
    let fatima = app.person("Fatima").await;
    let other = app.person("Ander").await;
    let asked = json!({"email": other.email});
    assert!(app.visitor().post("/v1/sign-in-codes", &asked).await.status < 300);
    let claimed = fatima.post("/v1/me/email-addresses", &asked).await;
    assert_eq!(claimed.status, 201, "{}", claimed.text);
    app.settle().await;
    is_erased(&app, &fatima, "go").await;
    let rows = traces::rows(&app).await;
    let left = lines_with(&rows, std::slice::from_ref(&other.email));
    let mails = left.iter().filter(|line| line.starts_with("mail_message"));
    assert!(mails.count() > 0, "{left:?}");
    mail_about(&app, &other, "voor Netwerkplatform");
    assert_eq!(fatima.get("/v1/me").await.status, 401);
}

#[tokio::test]
async fn who_is_being_erased_counts_no_more_as_somebody_who_owns() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let owner = app.member("Eigenaar", tenant, TenantRole::Owner).await;
    let second = app.member("Tweede", tenant, TenantRole::Owner).await;
    let asked = asks(&app, &owner, "stay").await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    app.advance(WEEK);
    app::calendar::turn(&app.state).await;
    let second = app.sign_in_again(&second).await;
    let members = second.get("/v1/tenants/ess/members").await;
    let listed = members.body["items"].as_array().unwrap();
    assert_eq!(listed.len(), 1, "{}", members.text);
    let own = listed[0]["person"].as_str().unwrap();
    let left = second
        .delete(&format!("/v1/tenants/ess/members/{own}"))
        .await;
    assert_eq!((left.status, left.code()), (409, "member.last-owner"));
}

#[tokio::test]
async fn whoever_took_a_session_asks_nothing_by_an_address_of_their_own() {
    let app = TestApp::new().await;
    let fatima = app.person("Fatima").await;
    app.advance(Duration::from_secs(60));
    let thief = "dief@example.org";
    let claimed = fatima
        .post("/v1/me/email-addresses", &json!({"email": thief}))
        .await;
    app.settle().await;
    let path = format!(
        "/v1/me/email-addresses/{}",
        claimed.body["id"].as_str().unwrap()
    );
    let code = json!({"code": code_in(app.mails_to(thief).last().unwrap())});
    let proven = fatima.post(&format!("{path}/_verify"), &code).await;
    assert_eq!(proven.status, 204, "{}", proven.text);
    let first = fatima.post(&format!("{path}/_promote"), &json!({})).await;
    assert_eq!(first.status, 204, "{}", first.text);
    let asked = asks(&app, &fatima, "go").await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    app.settle().await;
    mail_about(&app, &fatima, "Over zeven dagen");
    let theirs = app.mails_to(thief).join("\n");
    assert!(!theirs.contains("te laten wissen"), "{theirs}");
    assert!(!theirs.contains("zeven dagen"), "{theirs}");
}
