//! Asking people, and what they answer: the whole path of an invitation.

mod answer_tests;
mod at_once_tests;
mod hall_door_tests;
mod hall_page_tests;
mod hall_tests;
mod hand_tests;
mod later_tests;
mod page_tests;
mod reach_tests;
mod sheet_tests;
mod wave_tests;

use std::time::Duration;

use kernel::{IssueRole, TenantId, TenantRole};
use mail::Delivery;
use mail_parser::MessageParser;
use platform::taxonomy::TermKind;
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::people::{declare, term};

const DAY: Duration = Duration::from_secs(24 * 3_600);

struct Table {
    app: TestApp,
    tenant: TenantId,
    convener: Person,
    issue: String,
}

impl Table {
    async fn new() -> Self {
        Self::of("trusted").await
    }

    async fn of(regime: &str) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let issue = app
            .open_issue(
                &convener,
                "ess",
                json!({"visibility": "invited", "regime": regime}),
            )
            .await;
        Self {
            app,
            tenant,
            convener,
            issue,
        }
    }

    fn path(&self, rest: &str) -> String {
        format!("/v1/tenants/ess/issues/{}/{rest}", self.issue)
    }

    async fn invite(&self, invitees: Value) -> Answer {
        self.convener
            .post(&self.path("invitations"), &json!({ "invitees": invitees }))
            .await
    }

    /// Asks this address, and takes the token out of the mail.
    async fn asked(&self, email: &str) -> String {
        let answer = self
            .invite(json!([{"email": email, "text": "Ik hoop dat u meedoet."}]))
            .await;
        assert_eq!(
            (answer.status, &answer.body["items"][0]["outcome"]),
            (201, &json!("sent")),
            "{}",
            answer.text
        );
        self.app.settle().await;
        token_in(&self.last_mail(email))
    }

    fn last_mail(&self, email: &str) -> String {
        let raw = self.app.mails_to(email).pop().expect("a mail");
        let mail = MessageParser::default().parse(raw.as_bytes()).unwrap();
        format!(
            "{}\n{}",
            mail.subject().unwrap(),
            mail.body_text(0).unwrap()
        )
    }

    async fn sent(&self) -> Vec<Value> {
        let list = self.convener.get(&self.path("invitations")).await;
        assert_eq!(list.status, 200, "{}", list.text);
        list.body["items"].as_array().unwrap().clone()
    }

    async fn states(&self) -> Vec<String> {
        self.sent()
            .await
            .iter()
            .map(|it| it["state"].as_str().unwrap().to_owned())
            .collect()
    }
}

fn token_in(mail: &str) -> String {
    let (_, rest) = mail.split_once("/uitnodiging/").expect("a link");
    rest.split_whitespace().next().unwrap().to_owned()
}

fn link(token: &str) -> String {
    format!("/v1/invitations/{token}")
}

/// Proves an address with the code of a mail.
async fn sign_in(app: &TestApp, email: &str) -> Person {
    let mut person = app.visitor();
    let asked = person
        .post("/v1/sign-in-codes", &json!({"email": email}))
        .await;
    let id = asked.body["id"].as_str().unwrap();
    let code = identity::codes::code_for(&app.state.secrets, id.parse().unwrap());
    let begun = person
        .post(
            "/v1/sessions",
            &json!({"kind": "code", "signInCode": id, "code": code}),
        )
        .await;
    assert_eq!(begun.status, 201, "{}", begun.text);
    person.keep_cookies(&begun);
    person
}

#[tokio::test]
async fn the_link_proves_itself_to_a_visitor_and_lets_a_new_person_in() {
    let table = Table::new().await;
    let token = table.asked("nieuw@example.org").await;
    let visitor = table.app.visitor();
    let look = visitor.get(&link(&token)).await;
    assert_eq!(look.status, 200, "{}", look.text);
    assert_eq!(
        (&look.body["inviter"], &look.body["organisation"]["name"]),
        (&json!("Joost"), &json!("Organisatie ess"))
    );
    assert_eq!(look.body["issue"]["title"], "Van wie is het plein?");
    assert_eq!(
        (&look.body["text"], &look.body["addressHint"]),
        (&json!("Ik hoop dat u meedoet."), &json!("n…@example.org"))
    );
    assert_eq!(look.body["can"], json!({"accept": false, "decline": true}));
    assert!(!look.text.contains("nieuw@example.org"));
    let accept = format!("{}/_accept", link(&token));
    assert_eq!(
        visitor.post(&accept, &json!({})).await.status,
        401,
        "a link signs nobody in"
    );

    let new = sign_in(&table.app, "nieuw@example.org").await;
    assert_eq!(new.get(&link(&token)).await.body["can"]["accept"], true);
    assert_eq!(
        new.get("/v1/me/invitations").await.body["items"][0]["token"],
        json!(token)
    );
    let nameless = new.post(&accept, &json!({})).await;
    assert_eq!(
        (nameless.status, &nameless.body["errors"][0]["pointer"]),
        (400, &json!("/name"))
    );
    let accepted = new
        .post(&accept, &json!({"capacity": "personal", "name": "Noor"}))
        .await;
    assert_eq!(
        (accepted.status, &accepted.body),
        (200, &json!({"tenant": "ess", "issue": table.issue}))
    );
    assert_eq!(new.get("/v1/me").await.body["name"], "Noor");
    assert_eq!(
        new.get(&format!("/v1/tenants/ess/issues/{}", table.issue))
            .await
            .body["role"],
        "participant"
    );
    assert_eq!(
        new.post(&accept, &json!({"name": "Noor"})).await.status,
        200,
        "twice is once"
    );
    assert_eq!(new.get("/v1/me/invitations").await.body["items"], json!([]));
    assert_eq!(table.states().await, ["accepted"]);
}

#[tokio::test]
async fn an_existing_person_and_one_who_was_chosen_come_in_by_the_same_link() {
    let table = Table::new().await;
    let fatima = table.app.person("Fatima").await;
    let token = table.asked(&fatima.email).await;
    assert_eq!(
        fatima
            .post(&format!("{}/_accept", link(&token)), &json!({}))
            .await
            .status,
        200
    );
    let word = term(&table.app, None, TermKind::Theme, "Sport").await;
    let bram = table.app.person("Bram").await;
    declare(&bram, &[(&word, "platform")], false).await;
    let chosen = table
        .convener
        .get("/v1/tenants/ess/people?q=bram")
        .await
        .body["items"][0]["person"]
        .clone();
    let asked = table
        .invite(json!([{"person": chosen}, {"person": "0190a2b0-0000-7000-8000-000000000009"}]))
        .await;
    let outcomes: Vec<_> = asked.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(outcomes, ["sent", "not-available"]);
    let sent = table.sent().await;
    let hers = sent
        .iter()
        .find(|invitation| invitation["name"] == "Bram")
        .unwrap();
    assert_eq!(
        hers["email"],
        Value::Null,
        "an address is not for the inviter's eyes"
    );
    table.app.settle().await;
    let token = token_in(&table.last_mail(&bram.email));
    assert_eq!(
        bram.post(
            &format!("{}/_accept", link(&token)),
            &json!({"name": "Bram uit Zaanrade"})
        )
        .await
        .status,
        200
    );
    let again = table.invite(json!([{"person": chosen}])).await;
    assert_eq!(again.body["items"][0]["outcome"], "takes-part");
}

#[tokio::test]
async fn a_forwarded_a_tampered_and_an_ended_link_let_nobody_in() {
    let table = Table::new().await;
    let token = table.asked("een@example.org").await;
    let (other, owner) = (
        table.app.person("Ander").await,
        table.app.person("Een").await,
    );
    let accept = |token: &str| format!("{}/_accept", link(token));
    let forwarded = other.post(&accept(&token), &json!({})).await;
    assert_eq!(
        (forwarded.status, forwarded.code()),
        (403, "invitation.other-address")
    );
    for wrong in [
        token.replace(".1.", ".2."),
        format!("{token}x"),
        "onzin".to_owned(),
    ] {
        for answer in [
            other.get(&link(&wrong)).await,
            owner.post(&accept(&wrong), &json!({})).await,
            other
                .post(
                    &format!("{}/_decline", link(&wrong)),
                    &json!({"answer": "no"}),
                )
                .await,
        ] {
            assert_eq!(
                (answer.status, answer.code()),
                (404, "invitation.not-found"),
                "{wrong}"
            );
        }
    }
    table.app.advance(21 * DAY);
    for answer in [
        owner.get(&link(&token)).await,
        owner.post(&accept(&token), &json!({})).await,
    ] {
        assert_eq!((answer.status, answer.code()), (410, "invitation.ended"));
    }
    assert_eq!(table.states().await, ["expired"]);
    let token = table.asked("een@example.org").await;
    let id = table.sent().await[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(
        table
            .convener
            .post(
                &format!("/v1/tenants/ess/invitations/{id}/_revoke"),
                &json!({})
            )
            .await
            .body["state"],
        "revoked"
    );
    for answer in [
        owner.get(&link(&token)).await,
        owner.post(&accept(&token), &json!({})).await,
    ] {
        assert_eq!((answer.status, answer.code()), (410, "invitation.ended"));
    }
}

#[tokio::test]
async fn a_used_link_leads_nobody_back_in_after_leaving() {
    let table = Table::new().await;
    let fatima = table.app.person("Fatima").await;
    let token = table.asked(&fatima.email).await;
    let accept = format!("{}/_accept", link(&token));
    fatima.post(&accept, &json!({})).await;
    assert_eq!(fatima.get(&link(&token)).await.body["state"], "accepted");
    let declined = table
        .app
        .visitor()
        .post(
            &format!("{}/_decline", link(&token)),
            &json!({"answer": "no"}),
        )
        .await;
    assert_eq!(
        (declined.status, declined.code()),
        (409, "invitation.answered")
    );
    assert_eq!(
        fatima.delete(&table.path("participants/_me")).await.status,
        204
    );
    assert_eq!(fatima.post(&accept, &json!({})).await.status, 410);
}

#[tokio::test]
async fn looking_changes_nothing_and_a_no_can_become_a_yes() {
    let table = Table::new().await;
    let fatima = table.app.person("Fatima").await;
    let token = table.asked(&fatima.email).await;
    let visitor = table.app.visitor();
    for path in [
        link(&token),
        format!("{}/_decline", link(&token)),
        format!("{}/_never", link(&token)),
        format!("{}/_accept", link(&token)),
    ] {
        visitor.get(&path).await;
    }
    assert_eq!(table.states().await, ["sent"]);
    let decline = format!("{}/_decline", link(&token));
    assert_eq!(
        visitor
            .post(
                &decline,
                &json!({"answer": "later", "reason": "Na de kerst."})
            )
            .await
            .status,
        204
    );
    assert_eq!(
        (
            &table.sent().await[0]["state"],
            &table.sent().await[0]["reason"]
        ),
        (&json!("later"), &json!("Na de kerst."))
    );
    assert_eq!(
        visitor
            .post(&decline, &json!({"answer": "no"}))
            .await
            .status,
        204
    );
    assert_eq!(table.states().await, ["declined"]);
    assert_eq!(
        fatima
            .post(&format!("{}/_accept", link(&token)), &json!({}))
            .await
            .status,
        200
    );
    assert_eq!(table.states().await, ["accepted"]);
    assert_eq!(table.sent().await[0]["reason"], Value::Null);
}

#[tokio::test]
async fn several_are_asked_at_once_and_a_repeated_request_asks_nobody_twice() {
    let table = Table::new().await;
    let form = json!({"invitees": [{"email": "a@example.org"}, {"email": "b@example.org", "text": "Dag B"}, {"email": "A@example.org"}]});
    let first = table
        .convener
        .post_once(&table.path("invitations"), "sleutel-een", &form)
        .await;
    let outcomes: Vec<_> = first.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(outcomes, ["sent", "sent", "already-invited"]);
    let again = table
        .convener
        .post_once(&table.path("invitations"), "sleutel-een", &form)
        .await;
    assert_eq!(
        (again.status, &again.body["items"][1]),
        (201, &first.body["items"][1])
    );
    table.app.settle().await;
    assert_eq!(
        (
            table.app.mails_to("a@example.org").len(),
            table.app.mails_to("b@example.org").len()
        ),
        (1, 1)
    );
    let wrong = table
        .invite(json!([{"email": "c@example.org"}, {"email": "geen-adres"}, {}]))
        .await;
    let pointers: Vec<_> = wrong.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["pointer"].as_str().unwrap())
        .collect();
    assert_eq!(
        (wrong.status, pointers),
        (400, vec!["/invitees/1/email", "/invitees/2/email"])
    );
    assert_eq!(table.sent().await.len(), 2, "nothing is half done");
}
