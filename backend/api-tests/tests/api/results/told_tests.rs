//! What came of it goes back to everybody who took part, also who does no more.

use kernel::TenantId;

use super::product_tests::drafted;
use super::*;
use crate::ended_parts::ends;

/// An issue that Fatima left, from which Karim was put out, and in which Rachid goes on.
struct Square {
    app: TestApp,
    joost: Person,
    fatima: Person,
    karim: Person,
    rachid: Person,
    issue: String,
}

impl Square {
    async fn seen_by(visibility: &str) -> Self {
        let app = TestApp::new().await;
        let tenant: TenantId = app.tenant("ess").await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let form = json!({"visibility": visibility, "regime": "open"});
        let issue = app.open_issue(&joost, "ess", form).await;
        let path = format!("/v1/tenants/ess/issues/{issue}");
        let [fatima, karim, rachid] = [
            app.person("Fatima").await,
            app.person("Karim").await,
            app.person("Rachid").await,
        ];
        for person in [&fatima, &karim, &rachid] {
            let part = IssueRole::Participant;
            app.admit(person, tenant, &issue, part).await;
        }
        let left = fatima.delete(&format!("{path}/participants/_me")).await;
        assert_eq!(left.status, 204, "{}", left.text);
        let out = ends(&path, &joost, &joost, ("Karim", "Het bleef schelden.")).await;
        assert!(out.status < 300, "{}", out.text);
        app.settle().await;
        Self {
            app,
            joost,
            fatima,
            karim,
            rachid,
            issue,
        }
    }

    /// What somebody is told of this kind, and why; and all mails.
    async fn told(&self, person: &Person, kind: &str) -> (Vec<Value>, String) {
        self.app.settle().await;
        let list = person.get("/v1/me/notifications").await;
        let items = list.body["items"].as_array().unwrap();
        let of_kind = items.iter().filter(|it| it["kind"] == kind);
        let reasons = of_kind.map(|it| it["reason"].clone()).collect();
        let mails = self.app.mails_to(&person.email).concat();
        (reasons, mails.replace("=\r\n", ""))
    }
}

#[tokio::test]
async fn who_left_hears_what_came_of_it_and_who_was_put_out_does_not() {
    let square = Square::seen_by("public").await;
    publish(&square.app, &square.joost, &square.issue, &json!({})).await;
    let (why, mail) = square.told(&square.fatima, "outcome-published").await;
    assert_eq!(why, ["you-took-part"]);
    assert!(mail.contains("omdat u meedeed aan"), "{mail}");
    assert!(mail.contains("Er komen lampen."), "{mail}");
    let (why, _) = square.told(&square.rachid, "outcome-published").await;
    assert_eq!(why, ["you-take-part"]);
    let (why, _) = square.told(&square.karim, "outcome-published").await;
    assert!(why.is_empty(), "{why:?}");
}

#[tokio::test]
async fn of_what_one_may_read_no_more_one_hears_nothing() {
    let square = Square::seen_by("invited").await;
    publish(&square.app, &square.joost, &square.issue, &json!({})).await;
    let (why, mail) = square.told(&square.fatima, "outcome-published").await;
    assert!(why.is_empty(), "{why:?}");
    assert!(!mail.contains("lampen"), "{mail}");
}

#[tokio::test]
async fn who_took_part_hears_of_a_product_that_came_from_it_without_a_theme() {
    let square = Square::seen_by("public").await;
    let path = drafted(&square.joost, &json!({"sources": [square.issue]})).await;
    let published = square
        .joost
        .post(&format!("{path}/_publish"), &json!({}))
        .await;
    assert_eq!(published.status, 200, "{}", published.text);
    for person in [&square.fatima, &square.rachid] {
        let (why, mail) = square.told(person, "product-published").await;
        assert_eq!(why, ["you-took-part"]);
        assert!(mail.contains("waar dit uit voortkwam"), "{mail}");
    }
    let (why, _) = square.told(&square.karim, "product-published").await;
    assert!(why.is_empty(), "{why:?}");
    let (why, _) = square.told(&square.joost, "product-published").await;
    assert!(why.is_empty(), "he published it");
}

#[tokio::test]
async fn what_was_found_by_who_looked_again_goes_back_to_everybody_too() {
    let square = Square::seen_by("public").await;
    publish(&square.app, &square.joost, &square.issue, &json!({})).await;
    let path = format!("{}/_reviewed", outcome_of(&square.issue));
    let empty = square.joost.post(&path, &json!({"text": " "})).await;
    assert_eq!(
        (empty.status, &empty.body["errors"][0]["pointer"]),
        (400, &json!("/text"))
    );
    let found = json!({"text": "De lampen branden, het hek kwam er niet."});
    let looked = square.joost.post_once(&path, "eens-gekeken", &found).await;
    assert_eq!(looked.status, 200, "{}", looked.text);
    let again = square.joost.post_once(&path, "eens-gekeken", &found).await;
    assert_eq!(again.status, 200, "{}", again.text);
    assert_eq!(
        again.body["reviews"].as_array().unwrap().len(),
        1,
        "an answer that was lost"
    );
    for (person, reason) in [
        (&square.rachid, "you-take-part"),
        (&square.fatima, "you-took-part"),
    ] {
        let (why, mail) = square.told(person, "outcome-reviewed").await;
        assert_eq!(why, [reason]);
        assert!(mail.contains("De lampen branden"), "{mail}");
    }
    let (why, _) = square.told(&square.karim, "outcome-reviewed").await;
    assert!(why.is_empty(), "{why:?}");
    let read = square.app.visitor().get(&outcome_of(&square.issue)).await;
    assert!(read.text.contains("het hek kwam er niet"), "{}", read.text);
    let page = format!("/o/ess/opgaven/{}", square.issue);
    let page = square.app.visitor().get(&page).await;
    assert!(
        page.text.contains("het hek kwam er niet"),
        "without a script too"
    );
}
