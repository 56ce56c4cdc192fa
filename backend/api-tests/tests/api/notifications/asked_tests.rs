//! Whoever is asked to take part sees it in the notification centre, as long as it waits for them.

use std::time::Duration;

use kernel::TenantRole;
use serde_json::{Value, json};
use testkit::{Person, TestApp};

const DAY: Duration = Duration::from_secs(24 * 3_600);

struct Asked {
    app: TestApp,
    joost: Person,
    fatima: Person,
    issue: String,
}

impl Asked {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let closed = json!({"visibility": "invited", "regime": "confidential"});
        let issue = app.open_issue(&joost, "ess", closed).await;
        let fatima = app.person("Fatima").await;
        Self {
            app,
            joost,
            fatima,
            issue,
        }
    }

    fn path(&self) -> String {
        format!("/v1/tenants/ess/issues/{}/invitations", self.issue)
    }

    async fn invites(&self, email: &str) -> Value {
        let form = json!({"invitees": [{"email": email, "text": "Kom erbij."}]});
        let made = self.joost.post(&self.path(), &form).await;
        assert_eq!(made.status, 201, "{}", made.text);
        self.app.settle().await;
        made.body["items"][0].clone()
    }

    /// The lines of this kind, and how many lines were not seen.
    async fn lines(&self, person: &Person) -> (Vec<Value>, i64) {
        let told = person.get("/v1/me/notifications").await;
        assert_eq!(told.status, 200, "{}", told.text);
        let lines = told.body["items"].as_array().unwrap().iter();
        let own = lines.filter(|line| line["kind"] == "invitation-received");
        (
            own.cloned().collect(),
            told.body["unread"].as_i64().unwrap(),
        )
    }

    async fn answers(&self, form: Value, how: &str) {
        let (lines, _) = self.lines(&self.fatima).await;
        let token = lines[0]["link"]["invitation"].as_str().unwrap();
        let path = format!("/v1/invitations/{token}/_{how}");
        let done = self.fatima.post(&path, &form).await;
        assert!(done.status < 300, "{}", done.text);
        self.app.settle().await;
    }
}

#[tokio::test]
async fn whoever_proved_the_address_is_told_once_and_gets_no_second_mail() {
    let asked = Asked::new().await;
    asked.invites(&asked.fatima.email).await;
    let (lines, unread) = asked.lines(&asked.fatima).await;
    assert_eq!((lines.len(), unread), (1, 1), "{lines:?}");
    let line = &lines[0];
    assert_eq!(line["reason"], "you-are-asked");
    assert_eq!(line["link"]["tenant"], "ess");
    let open = asked.fatima.get("/v1/me/invitations").await;
    assert_eq!(line["link"]["invitation"], open.body["items"][0]["token"]);
    assert!(line["link"]["issueTitle"].is_string(), "{line}");
    assert_eq!(line["link"]["issue"], Value::Null, "not to be read yet");
    asked.app.advance(DAY);
    asked.app.settle().await;
    assert_eq!(asked.app.mails_to(&asked.fatima.email).len(), 1);
    let joost = asked.app.sign_in_again(&asked.joost).await;
    let list = joost.get(&asked.path()).await;
    let id = list.body["items"][0]["id"].as_str().unwrap();
    let again = format!("/v1/tenants/ess/invitations/{id}/_resend");
    let again = joost.post(&again, &json!({})).await;
    assert!(again.status < 300, "{}", again.text);
    asked.app.settle().await;
    assert_eq!(asked.app.mails_to(&asked.fatima.email).len(), 2);
    let fatima = asked.app.sign_in_again(&asked.fatima).await;
    let (lines, unread) = asked.lines(&fatima).await;
    assert_eq!((lines.len(), unread), (1, 1), "{lines:?}");
}

#[tokio::test]
async fn once_answered_it_waits_for_nobody() {
    for (form, how) in [
        (json!({}), "accept"),
        (json!({"answer": "no"}), "decline"),
        (json!({"answer": "later"}), "decline"),
    ] {
        let asked = Asked::new().await;
        asked.invites(&asked.fatima.email).await;
        asked.answers(form, how).await;
        assert_eq!(asked.lines(&asked.fatima).await, (Vec::new(), 0), "{how}");
    }
}

#[tokio::test]
async fn what_was_taken_back_or_is_over_is_gone_at_once() {
    let asked = Asked::new().await;
    let sent = asked.invites(&asked.fatima.email).await;
    let id = sent["invitation"].as_str().unwrap();
    let revoke = format!("/v1/tenants/ess/invitations/{id}/_revoke");
    let done = asked.joost.post(&revoke, &json!({})).await;
    assert!(done.status < 300, "{}", done.text);
    assert_eq!(asked.lines(&asked.fatima).await, (Vec::new(), 0));
    asked.app.settle().await;

    asked.invites(&asked.fatima.email).await;
    assert_eq!(asked.lines(&asked.fatima).await.0.len(), 1);
    asked.app.advance(DAY * 40);
    let later = asked.app.sign_in_again(&asked.fatima).await;
    assert_eq!(asked.lines(&later).await, (Vec::new(), 0));
}

#[tokio::test]
async fn nobody_else_learns_whether_an_address_belongs_to_somebody() {
    let asked = Asked::new().await;
    let known = asked.invites(&asked.fatima.email).await;
    let unknown = asked.invites("niemand@example.org").await;
    assert_eq!(known["outcome"], unknown["outcome"]);
    let sent = asked.joost.get(&asked.path()).await;
    let states = sent.body["items"].as_array().unwrap().iter();
    let states: Vec<_> = states
        .map(|it| (it["state"].clone(), it["delivery"].clone()))
        .collect();
    assert_eq!(states[0], states[1], "{}", sent.text);
    let ruben = asked.app.person("Ruben").await;
    for other in [&asked.joost, &ruben] {
        assert_eq!(asked.lines(other).await.0, Vec::<Value>::new());
    }
}

#[tokio::test]
async fn an_address_that_is_not_proven_brings_nothing() {
    let asked = Asked::new().await;
    let form = json!({"email": "ander@example.org"});
    let claimed = asked.fatima.post("/v1/me/email-addresses", &form).await;
    assert!(claimed.status < 300, "{}", claimed.text);
    asked.invites("ander@example.org").await;
    assert_eq!(asked.lines(&asked.fatima).await, (Vec::new(), 0));
}
