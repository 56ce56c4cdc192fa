//! Asking people, and what they answer: the whole path of an invitation.

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
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let convener = app.member("Joost", tenant, TenantRole::Convener).await;
        let issue = app
            .open_issue(
                &convener,
                "ess",
                json!({"visibility": "invited", "regime": "trusted"}),
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
    assert_eq!(
        (&sent[0]["name"], &sent[0]["email"]),
        (&json!("Bram"), &Value::Null),
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
    assert_eq!(
        table.app.visitor().get(&link(&token)).await.body["state"],
        "accepted"
    );
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

#[tokio::test]
async fn an_invitation_is_sent_again_with_the_same_link_but_not_for_ever() {
    let table = Table::new().await;
    let token = table.asked("een@example.org").await;
    let id = table.sent().await[0]["id"].as_str().unwrap().to_owned();
    let resend = format!("/v1/tenants/ess/invitations/{id}/_resend");
    table.app.advance(22 * DAY);
    assert_eq!(
        table.convener.post(&resend, &json!({})).await.body["state"],
        "sent"
    );
    table.app.settle().await;
    assert_eq!(token_in(&table.last_mail("een@example.org")), token);
    assert_eq!(table.app.visitor().get(&link(&token)).await.status, 200);
    assert_eq!(table.convener.post(&resend, &json!({})).await.status, 200);
    let enough = table.convener.post(&resend, &json!({})).await;
    assert_eq!((enough.status, enough.code()), (429, "limit.too-many"));
    table
        .app
        .visitor()
        .post(
            &format!("{}/_decline", link(&token)),
            &json!({"answer": "no"}),
        )
        .await;
    assert_eq!(
        table.convener.post(&resend, &json!({})).await.code(),
        "invitation.answered"
    );
}

#[tokio::test]
async fn nobody_sees_or_steers_what_others_sent() {
    let table = Table::new().await;
    table.asked("een@example.org").await;
    let elsewhere = table.app.tenant("elders").await;
    let id = table.sent().await[0]["id"].as_str().unwrap().to_owned();
    let stranger = table
        .app
        .member("Elders", elsewhere, TenantRole::Owner)
        .await;
    let other = table.app.person("Medeleider").await;
    table
        .app
        .admit(&other, table.tenant, &table.issue, IssueRole::Facilitator)
        .await;
    let participant = table.app.person("Deelnemer").await;
    table
        .app
        .admit(
            &participant,
            table.tenant,
            &table.issue,
            IssueRole::Participant,
        )
        .await;
    for path in ["invitations", "suggestions"] {
        assert_eq!(
            stranger.get(&table.path(path)).await.code(),
            "issue.not-found"
        );
        assert_eq!(participant.get(&table.path(path)).await.status, 403);
        assert_eq!(table.app.visitor().get(&table.path(path)).await.status, 401);
    }
    assert_eq!(
        other.get(&table.path("invitations")).await.body["items"],
        json!([])
    );
    assert_eq!(
        participant
            .post(
                &table.path("invitations"),
                &json!({"invitees": [{"email": "x@example.org"}]})
            )
            .await
            .code(),
        "invitation.forbidden"
    );
    for person in [&stranger, &other, &participant] {
        for act in ["_resend", "_revoke"] {
            let answer = person
                .post(
                    &format!("/v1/tenants/ess/invitations/{id}/{act}"),
                    &json!({}),
                )
                .await;
            assert_eq!(
                (answer.status, answer.code()),
                (404, "invitation.not-found")
            );
        }
    }
    let sideways = stranger
        .post(
            &format!("/v1/tenants/elders/invitations/{id}/_revoke"),
            &json!({}),
        )
        .await;
    assert_eq!(sideways.status, 404);
}

#[tokio::test]
async fn suggestions_are_ranked_with_reasons_and_end_with_consent() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let convener = app.member("Joost", tenant, TenantRole::Convener).await;
    let (theme, town) = (
        term(&app, None, TermKind::Theme, "Veiligheid").await,
        term(&app, None, TermKind::Region, "Zaanrade").await,
    );
    let skill = term(&app, None, TermKind::Expertise, "Mediation").await;
    let issue = app
        .open_issue(
            &convener,
            "ess",
            json!({"terms": [theme, town], "coreQuestion": "Helpt mediation op het plein?"}),
        )
        .await;
    let table = Table {
        app,
        tenant,
        convener,
        issue,
    };
    let mut people = Vec::new();
    for (name, facets) in [
        ("Regio", vec![(&*town, "platform")]),
        (
            "Kenner",
            vec![(&*skill, "facilitators"), (&*town, "nobody")],
        ),
        ("Belang", vec![(&*theme, "tenants")]),
        ("Niemand", vec![(&*theme, "nobody")]),
    ] {
        let person = table.app.person(name).await;
        declare(&person, &facets, false).await;
        people.push(person);
    }
    let names = async || -> Vec<String> {
        let found = table.convener.get(&table.path("suggestions")).await;
        assert_eq!(found.status, 200, "{}", found.text);
        found.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names().await, ["Kenner", "Belang", "Regio"]);
    let best = table.convener.get(&table.path("suggestions")).await.body["items"][0].clone();
    assert_eq!(
        (
            &best["reasons"][0]["kind"],
            &best["reasons"][0]["term"]["name"]
        ),
        (&json!("expertise"), &json!("Mediation"))
    );
    assert_eq!(
        (
            best["reasons"].as_array().unwrap().len(),
            &best["askedOften"]
        ),
        (1, &json!(false))
    );
    table.invite(json!([{"person": best["person"]}])).await;
    assert_eq!(
        names().await,
        ["Belang", "Regio"],
        "whoever was asked is not suggested"
    );
    table
        .app
        .admit(
            &people[0],
            table.tenant,
            &table.issue,
            IssueRole::Participant,
        )
        .await;
    assert_eq!(names().await, ["Belang"]);
    declare(&people[2], &[], false).await;
    assert_eq!(names().await, [""; 0]);
}

#[tokio::test]
async fn whoever_was_asked_enough_this_month_is_left_alone() {
    let table = Table::new().await;
    let word = term(&table.app, None, TermKind::Theme, "Sport").await;
    let bram = table.app.person("Bram").await;
    let said = json!({"facets": [{"term": word, "audience": "platform"}], "invitationsPerMonth": 1, "hidden": false});
    assert_eq!(
        bram.put_from("/v1/me/facets", "\"0\"", &said).await.status,
        200
    );
    let chosen = table
        .convener
        .get("/v1/tenants/ess/people?q=bram")
        .await
        .body["items"][0]["person"]
        .clone();
    assert_eq!(
        table.invite(json!([{"person": chosen}])).await.body["items"][0]["outcome"],
        "sent"
    );
    let other = table
        .app
        .open_issue(&table.convener, "ess", json!({"terms": [word]}))
        .await;
    let path = format!("/v1/tenants/ess/issues/{other}");
    assert_eq!(
        table
            .convener
            .get(&format!("{path}/suggestions"))
            .await
            .body["items"],
        json!([])
    );
    let asked = table
        .convener
        .post(
            &format!("{path}/invitations"),
            &json!({"invitees": [{"person": chosen}]}),
        )
        .await;
    assert_eq!(asked.body["items"][0]["outcome"], "not-available");
    table.app.advance(31 * DAY);
    let convener = sign_in(&table.app, &table.convener.email).await;
    assert_eq!(
        convener.get(&format!("{path}/suggestions")).await.body["items"][0]["name"],
        "Bram"
    );
}

#[tokio::test]
async fn a_perspective_is_offered_and_told_to_nobody() {
    let table = Table::new().await;
    let fatima = table.app.person("Fatima").await;
    let token = table.asked(&fatima.email).await;
    let before = table.app.visitor().get(&link(&token)).await;
    let perspective = before.body["issue"]["perspectives"][0].clone();
    let (id, name) = (
        perspective["id"].as_str().unwrap(),
        perspective["name"].as_str().unwrap(),
    );
    let accept = format!("{}/_accept", link(&token));
    let unknown = fatima
        .post(
            &accept,
            &json!({"perspective": "0190a2b0-0000-7000-8000-000000000009"}),
        )
        .await;
    assert_eq!(
        (unknown.status, &unknown.body["errors"][0]["pointer"]),
        (400, &json!("/perspective"))
    );
    let accepted = fatima.post(&accept, &json!({"perspective": id})).await;
    assert_eq!(accepted.status, 200, "{}", accepted.text);
    let after = table.app.visitor().get(&link(&token)).await;
    assert_eq!(
        after.body["issue"], before.body["issue"],
        "not even a word of the meter moves"
    );
    let mut told = vec![accepted];
    for person in [&table.convener, &fatima] {
        for path in [
            table.path("participants"),
            table.path("invitations"),
            "/v1/me".to_owned(),
            "/v1/me/issues".to_owned(),
        ] {
            told.push(person.get(&path).await);
        }
    }
    for answer in told {
        assert!(
            !answer.text.contains(id)
                && !answer.text.contains(name)
                && !answer.text.contains("perspective"),
            "{}",
            answer.text
        );
    }
}

#[tokio::test]
async fn one_speaks_for_an_organisation_only_as_its_member() {
    let table = Table::new().await;
    let elsewhere = table.app.tenant("elders").await;
    let clerk = table
        .app
        .member("Ambtenaar", elsewhere, TenantRole::Member)
        .await;
    let accept = format!("{}/_accept", link(&table.asked(&clerk.email).await));
    for wrong in [
        json!({"capacity": "official"}),
        json!({"capacity": "on-behalf", "organisation": "ess"}),
    ] {
        let refused = clerk.post(&accept, &wrong).await;
        assert_eq!(
            (refused.status, &refused.body["errors"][0]["code"]),
            (400, &json!("invitation.no-member"))
        );
    }
    assert_eq!(
        clerk
            .post(
                &accept,
                &json!({"capacity": "official", "organisation": "elders"})
            )
            .await
            .status,
        200
    );
    let participants = table.convener.get(&table.path("participants")).await;
    let his = participants.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["capacity"] == "official")
        .unwrap()
        .clone();
    assert_eq!(his["organisation"], "Organisatie elders");
}

#[tokio::test]
async fn accepting_takes_no_role_away() {
    let table = Table::new().await;
    let token = table.asked(&table.convener.email).await;
    assert_eq!(
        table
            .convener
            .post(&format!("{}/_accept", link(&token)), &json!({}))
            .await
            .status,
        200
    );
    assert_eq!(
        table
            .convener
            .get(&format!("/v1/tenants/ess/issues/{}", table.issue))
            .await
            .body["role"],
        "facilitator"
    );
}

#[tokio::test]
async fn the_mail_says_who_asks_and_how_to_check_it() {
    let table = Table::new().await;
    table.asked("een@example.org").await;
    let mail = table.last_mail("een@example.org");
    for said in [
        "Joost",
        "Organisatie ess",
        "Van wie is het plein?",
        "Hoe maken we het plein weer van iedereen?",
        "> Ik hoop dat u meedoet.",
        "010-000 00 00",
        "/o/ess/pagina/contact",
        "uw adres invulde",
        "15-12-2026",
    ] {
        assert!(mail.contains(said), "{said} in {mail}");
    }
    let raw = table.app.mails_to("een@example.org").pop().unwrap();
    assert!(raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    assert_eq!(table.sent().await[0]["delivery"], "sent");
}

#[tokio::test]
async fn a_mail_that_came_back_is_shown_to_the_inviter() {
    let table = Table::new().await;
    table
        .app
        .mails
        .answers
        .lock()
        .unwrap()
        .push(Delivery::Refused {
            why: "550 no such user".into(),
            address_is_dead: true,
        });
    table.invite(json!([{"email": "weg@example.org"}])).await;
    assert_eq!(table.sent().await[0]["delivery"], "queued");
    table.app.settle().await;
    assert_eq!(table.sent().await[0]["delivery"], "refused");
    table.app.advance(5 * DAY);
    table.app.settle().await;
    assert!(
        table.app.mails_to("weg@example.org").is_empty(),
        "and nobody is reminded where nothing arrives"
    );
}

#[tokio::test]
async fn two_reminders_and_none_after_an_answer() {
    let table = Table::new().await;
    table.asked("stil@example.org").await;
    let token = table.asked("antwoord@example.org").await;
    table
        .app
        .visitor()
        .post(
            &format!("{}/_decline", link(&token)),
            &json!({"answer": "later"}),
        )
        .await;
    let mut counts = Vec::new();
    for _ in 0..20 {
        table.app.advance(DAY);
        table.app.settle().await;
        counts.push(table.app.mails_to("stil@example.org").len());
    }
    assert_eq!(
        (counts[2], counts[3], counts[7], counts[8], counts[19]),
        (1, 2, 2, 3, 3)
    );
    assert!(
        table
            .last_mail("stil@example.org")
            .starts_with("Herinnering:")
    );
    assert_eq!(table.app.mails_to("antwoord@example.org").len(), 1);
}

#[tokio::test]
async fn never_again_is_kept_and_whoever_never_came_is_forgotten() {
    let mut table = Table::new().await;
    let token = table.asked("nooit@example.org").await;
    let visitor = table.app.visitor();
    let one_click = visitor
        .request(reqwest::Method::POST, &format!("{}/_never", link(&token)))
        .header("content-type", "application/x-www-form-urlencoded")
        .body("List-Unsubscribe=One-Click");
    assert_eq!(visitor.send(one_click).await.status, 204);
    assert_eq!(table.states().await, ["declined"]);
    assert_eq!(
        table
            .invite(json!([{"email": "Nooit@example.org"}]))
            .await
            .body["items"][0]["outcome"],
        "never-again"
    );
    table.app.settle().await;
    assert_eq!(table.app.mails_to("nooit@example.org").len(), 1);
    table.app.advance(52 * DAY);
    table.app.settle().await;
    table.convener = sign_in(&table.app, &table.convener.email).await;
    assert_eq!(table.sent().await, Vec::<Value>::new());
    let asked = visitor
        .post("/v1/sign-in-codes", &json!({"email": "nooit@example.org"}))
        .await;
    assert_eq!(asked.status, 202);
    table.app.settle().await;
    assert_eq!(
        table.app.mails_to("nooit@example.org").len(),
        2,
        "what one asks for still comes"
    );
}

#[tokio::test]
async fn an_owner_asks_a_colleague_in() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let (owner, convener) = (
        app.member("Eva", tenant, TenantRole::Owner).await,
        app.member("Joost", tenant, TenantRole::Convener).await,
    );
    let form = json!({"email": "collega@example.org", "role": "publisher", "text": "Kom erbij."});
    assert_eq!(
        convener.post("/v1/tenants/ess/members", &form).await.code(),
        "invitation.forbidden"
    );
    assert_eq!(
        app.person("Vreemde")
            .await
            .post("/v1/tenants/ess/members", &form)
            .await
            .status,
        404
    );
    let asked = owner
        .post_once("/v1/tenants/ess/members", "sleutel-twee", &form)
        .await;
    assert_eq!(
        (asked.status, &asked.body["role"]),
        (201, &json!("publisher")),
        "{}",
        asked.text
    );
    assert_eq!(
        owner
            .post_once("/v1/tenants/ess/members", "sleutel-twee", &form)
            .await
            .body["id"],
        asked.body["id"]
    );
    assert_eq!(
        owner.post("/v1/tenants/ess/members", &form).await.code(),
        "invitation.already-invited"
    );
    app.settle().await;
    let raw = app.mails_to("collega@example.org").pop().unwrap();
    let mail = MessageParser::default().parse(raw.as_bytes()).unwrap();
    let token = token_in(&mail.body_text(0).unwrap());
    let colleague = sign_in(&app, "collega@example.org").await;
    assert_eq!(
        colleague.get(&link(&token)).await.body["issue"],
        Value::Null
    );
    let accepted = colleague
        .post(
            &format!("{}/_accept", link(&token)),
            &json!({"name": "Carla"}),
        )
        .await;
    assert_eq!(
        (accepted.status, &accepted.body),
        (200, &json!({"tenant": "ess", "issue": null}))
    );
    assert_eq!(
        colleague.get("/v1/me").await.body["memberships"][0]["role"],
        "publisher"
    );
    assert_eq!(
        owner.get("/v1/tenants/ess/invitations").await.body["items"][0]["state"],
        "accepted"
    );
    let members = owner.get("/v1/tenants/ess/members").await;
    assert!(
        members.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .any(|it| it["name"] == "Carla" && it["role"] == "publisher")
    );
}
