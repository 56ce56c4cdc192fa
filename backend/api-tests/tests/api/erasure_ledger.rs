//! The ledger of who was erased: whoever comes back with an archive or an old copy goes again.

use std::time::Duration;

use kernel::{Clock, IssueRole, Locale, TenantRole};
use sea_orm::ConnectionTrait;
use serde_json::json;
use testkit::{Person, TestApp};

use crate::closed_rooms::traces;
use crate::erasure::{WEEK, asks, finishes, is_erased, lines_with, nothing_is_left, words_of};
use crate::moving::installations::Archive;

/// A convener, and somebody who opened a conversation there.
async fn conversation() -> (TestApp, Person, Person, String) {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let joost = app.member("Joost", tenant, TenantRole::Convener).await;
    let fatima = app.person("Fatima").await;
    let issue = app.open_issue(&joost, "ess", json!({})).await;
    app.admit(&fatima, tenant, &issue, IssueRole::Participant)
        .await;
    let thread = app.thread(&fatima, "ess", &issue).await;
    (app, joost, fatima, thread)
}

#[tokio::test]
async fn who_was_erased_and_comes_with_an_archive_goes_again() {
    let (app, joost, fatima, thread) = conversation().await;
    let archive = Archive::of(&app, "ess").await;
    is_erased(&app, &fatima, "stay").await;
    // Somebody new with the same address is somebody new.
    let anew = app.person("Fatima").await;
    archive.import(&app, Some("terug")).await.unwrap();
    app::calendar::turn(&app.state).await;
    let words = traces::ids(&fatima).to_vec();
    let mut rows = traces::rows(&app).await;
    rows.remove("erased_person");
    assert_eq!(lines_with(&rows, &words), Vec::<String>::new());
    let own = lines_with(&rows, &traces::ids(&anew));
    assert!(!own.iter().any(|line| line.starts_with("post:")), "{own:?}");
    assert!(
        !own.iter().any(|line| line.starts_with("participation:")),
        "{own:?}"
    );
    let joost = app.sign_in_again(&joost).await;
    let threads = joost
        .get(&format!("/v1/tenants/ess/threads/{thread}/posts?after=0"))
        .await;
    assert_eq!(threads.body["items"][0]["name"], "", "{}", threads.text);
}

#[tokio::test]
async fn who_was_erased_and_comes_with_an_old_copy_goes_again() {
    let app = TestApp::new().await;
    let fatima = app.person("Fatima").await;
    is_erased(&app, &fatima, "go").await;
    nothing_is_left(&app, &fatima, "Fatima").await;
    let now = app.clock.now();
    let lines = erasure::ledger(&app.state.db, now).await.unwrap();
    assert_eq!(lines.lines().count(), 1, "{lines}");
    // An older copy: the person is there, and no ledger says otherwise.
    let old = app.whole_database().await;
    old.execute_unprepared("DELETE FROM erased_person")
        .await
        .unwrap();
    let scope = kernel::Scope::worker(kernel::TenantSet::default(), now);
    let tx = app.state.db.begin(&scope).await.unwrap();
    identity::take_in(&tx, fatima.id(), Some(&fatima.email), "Fatima", Locale::Nl)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let words = words_of(&fatima, "Fatima");
    assert!(!lines_with(&traces::rows(&app).await, &words).is_empty());
    for bad in ["x go 5", "geen regel"] {
        let new = erasure::replay(&app.state.db, bad, now).await.unwrap();
        assert_eq!(new, None);
    }
    let new = erasure::replay(&app.state.db, &lines, now).await.unwrap();
    assert_eq!(new, Some(1));
    app::calendar::turn(&app.state).await;
    nothing_is_left(&app, &fatima, "Fatima").await;
    let again = erasure::replay(&app.state.db, &lines, now).await.unwrap();
    assert_eq!(again, Some(0), "known lines change nothing");
}

#[tokio::test]
async fn an_old_copy_in_which_texts_were_to_stay_does_as_the_ledger_says() {
    let (app, joost, fatima, thread) = conversation().await;
    let asked = asks(&app, &fatima, "stay").await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    // After the copy was made she thought again.
    let now = app.clock.now();
    let lines = format!("{} go {}", fatima.id(), now.millis());
    let new = erasure::replay(&app.state.db, &lines, now).await.unwrap();
    assert_eq!(new, Some(1));
    app::calendar::turn(&app.state).await;
    app.settle().await;
    finishes(&app).await;
    let joost = app.sign_in_again(&joost).await;
    let page = joost
        .get(&format!("/v1/tenants/ess/threads/{thread}/posts?after=0"))
        .await;
    let post = &page.body["items"][0];
    assert_eq!(
        (&post["name"], &post["html"]),
        (&json!(""), &json!("")),
        "{}",
        page.text
    );
}

#[tokio::test]
async fn an_operator_asks_for_who_cannot_and_the_person_can_stop_it() {
    let app = TestApp::new().await;
    let fatima = app.person("Fatima").await;
    let now = app.clock.now();
    let order = erasure::order(&app.state.db, fatima.id(), erasure::Texts::Stay, now).await;
    assert_eq!(order.unwrap(), Some(now.plus(WEEK)));
    app.settle().await;
    assert_eq!(app.mails_to(&fatima.email).len(), 1);
    assert_eq!(fatima.delete("/v1/me/erasure").await.status, 204);
    let asked = asks(&app, &fatima, "stay").await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    app.advance(WEEK);
    app::calendar::turn(&app.state).await;
    finishes(&app).await;
    nothing_is_left(&app, &fatima, "Fatima").await;
    let nobody = erasure::order(&app.state.db, fatima.id(), erasure::Texts::Stay, now).await;
    assert_eq!(nobody.unwrap(), None);
    app.advance(Duration::from_secs(60));
}
