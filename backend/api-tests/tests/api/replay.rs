//! What is delivered twice changes nothing the second time; what failed comes again.

use db::jobs;
use kernel::{Clock, Consumer, Scope, TenantSet};
use mail::Delivery;
use serde_json::json;
use testkit::TestApp;

#[tokio::test]
async fn an_event_delivered_twice_sends_one_mail() {
    let app = TestApp::new().await;
    app.visitor()
        .post("/v1/sign-in-codes", &json!({"email": "een@example.org"}))
        .await;
    let scope = Scope::worker(TenantSet::default(), app.clock.now());
    let tx = app.state.db.begin(&scope).await.unwrap();
    let taken = jobs::claim(&tx, Consumer::Mail.queue(), 10, jobs::LEASE)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(taken.len(), 1, "a worker took it, and died");
    app.settle().await;
    assert!(
        app.mails_to("een@example.org").is_empty(),
        "its lease still runs"
    );
    app.advance(jobs::LEASE);
    app.settle().await;
    app.settle().await;
    assert_eq!(app.mails_to("een@example.org").len(), 1);
}

#[tokio::test]
async fn a_mail_that_is_put_off_goes_out_later() {
    let app = TestApp::new().await;
    app.mails
        .answers
        .lock()
        .unwrap()
        .push(Delivery::Later("451 greylisted".into()));
    app.visitor()
        .post("/v1/sign-in-codes", &json!({"email": "een@example.org"}))
        .await;
    app.settle().await;
    assert!(app.mails_to("een@example.org").is_empty());
    app.advance(std::time::Duration::from_secs(60));
    app.settle().await;
    assert_eq!(app.mails_to("een@example.org").len(), 1);
}

#[tokio::test]
async fn a_mail_that_is_refused_is_not_tried_again() {
    let app = TestApp::new().await;
    app.mails.answers.lock().unwrap().push(Delivery::Refused {
        why: "550 no such user".into(),
        address_is_dead: true,
    });
    app.visitor()
        .post("/v1/sign-in-codes", &json!({"email": "weg@example.org"}))
        .await;
    for _ in 0..5 {
        app.settle().await;
        app.advance(std::time::Duration::from_secs(3_600));
    }
    assert!(app.mails_to("weg@example.org").is_empty());
}
