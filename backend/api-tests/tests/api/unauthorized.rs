//! Every operation of the contract, tried by people who have no business there.

use std::collections::BTreeSet;
use std::time::Duration;

use kernel::{Clock, IssueRole, TenantRole};
use serde_json::json;
use testkit::{Person, TestApp};

use crate::operations::{self, Ids, Operation};
use crate::world::World;

/// Operations that answer people who belong nowhere, each with the reason why they may: `operation who…: reason`.
const ALLOWED: &str = include_str!("unauthorized.allow");
const NOTHING: &str = "0190a2b0-0000-7000-8000-000000000009";

/// Each operation of the list with those whom it answers.
fn allowed() -> BTreeSet<(String, String)> {
    let lines = ALLOWED.lines().filter(|line| !line.starts_with('#'));
    lines
        .flat_map(|line| {
            let (entry, reason) = line.split_once(": ").expect(line);
            assert!(!reason.trim().is_empty(), "no reason: {line}");
            let mut words = entry.split(' ').map(str::to_owned);
            let id = words.next().unwrap();
            words.map(move |who| (id.clone(), who))
        })
        .collect()
}

async fn attempt(person: &Person, operation: &Operation, path: &str) -> (u16, String) {
    let request = person
        .request(operation.method.clone(), path)
        .header("if-match", "\"1\"");
    let body = json!({"title": "x", "body": "x", "text": "x", "to": "open", "visibility": "public", "regime": "open", "ranges": []});
    let request = if matches!(operation.method.as_str(), "POST" | "PUT" | "PATCH") {
        request.json(&body)
    } else {
        request
    };
    let answer = person.send(request).await;
    (answer.status, answer.text)
}

/// Nobody, somebody, somebody from elsewhere, and four who had business there once.
async fn strangers(app: &TestApp, world: &World) -> Vec<(&'static str, Person)> {
    let elsewhere = app.tenant("elders").await;
    let issue = &world.ids["issue"];
    let left = app.person("Oud-deelnemer").await;
    app.admit(&left, world.tenant, issue, IssueRole::Participant)
        .await;
    let leave = format!("/v1/tenants/ess/issues/{issue}/participants/_me");
    assert_eq!(left.delete(&leave).await.status, 204);
    let over = app.person("Gast van gisteren").await;
    let end = app.clock.now().plus(Duration::from_secs(60));
    app.admit_until(
        &over,
        world.tenant,
        issue,
        IssueRole::Facilitator,
        Some(end),
    )
    .await;
    let dismissed = app
        .member("Oud-collega", world.tenant, TenantRole::Owner)
        .await;
    let members = world.owner.get("/v1/tenants/ess/members").await;
    let listed = members.body["items"].as_array().unwrap();
    let member = listed
        .iter()
        .find(|it| it["name"] == "Oud-collega")
        .unwrap();
    let reference = member["person"].as_str().or(member["id"].as_str()).unwrap();
    let removed = world
        .owner
        .delete(&format!("/v1/tenants/ess/members/{reference}"))
        .await;
    assert_eq!(removed.status, 204, "{}", removed.text);
    let too_late = app.person("Te laat").await;
    let invited = world
        .convener
        .post(
            &format!("/v1/tenants/ess/issues/{issue}/invitations"),
            &json!({"invitees": [{"email": too_late.email, "text": "Kom."}]}),
        )
        .await;
    assert_eq!(invited.status, 201, "{}", invited.text);
    app.advance(Duration::from_secs(60 * 24 * 3_600));
    vec![
        ("visitor", app.visitor()),
        ("stranger", app.person("Vreemde").await),
        (
            "stranger",
            app.member("Eigenaar", elsewhere, TenantRole::Owner).await,
        ),
        ("stranger", app.sign_in_again(&left).await),
        ("stranger", app.sign_in_again(&over).await),
        ("stranger", app.sign_in_again(&dismissed).await),
        ("stranger", app.sign_in_again(&too_late).await),
    ]
}

#[tokio::test]
async fn no_operation_answers_somebody_without_business_there() {
    let app = TestApp::new().await;
    let world = World::new(&app, "ess", "zeeolifant").await;
    let people = strangers(&app, &world).await;
    let mut ids = world.ids.clone();
    ids.insert("token", format!("{NOTHING}.1.onzin"));
    ids.insert("code", "0000-0000-0000-0000".to_owned());
    let allowed = allowed();
    let (mut answered, mut leaks) = (BTreeSet::new(), Vec::new());
    for operation in operations::all() {
        let path = operation.filled(&ids);
        for (place, (who, person)) in people.iter().enumerate() {
            let (status, text) = attempt(person, &operation, &path).await;
            let refused = match *who {
                "visitor" => matches!(status, 401 | 404),
                _ => matches!(status, 400 | 404 | 415),
            };
            if refused {
                continue;
            }
            let entry = (operation.id.clone(), (*who).to_owned());
            if !allowed.contains(&entry) {
                let text: String = text.chars().take(80).collect();
                leaks.push(format!("{who} {place} {} -> {status} {text}", operation.id));
            }
            answered.insert(entry);
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
    let stale: Vec<_> = allowed.difference(&answered).collect();
    assert!(stale.is_empty(), "refused by now, take them out: {stale:?}");
}

/// Parameters whose thing may be there without the asker's knowing.
const HIDES: &[&str] = &[
    "organisation",
    "issue",
    "network",
    "newcomer",
    "alumnus",
    "thread",
    "post",
    "acknowledgement",
    "product",
    "file",
    "invitation",
    "hand",
    "request",
    "contact",
    "join",
    "tie",
    "talk",
    "handover",
    "emergency",
    "hold",
    "parked",
    "task",
    "case",
    "decision",
    "mute",
    "waiting",
    "plan",
    "invitee",
    "link",
    "template",
    "briefing",
    "person",
    "follow",
    "address",
    "session",
    "term",
];

#[tokio::test]
async fn invisible_and_absent_look_the_same_to_every_operation() {
    let app = TestApp::new().await;
    let world = World::new(&app, "ess", "zeeolifant").await;
    let elsewhere = app.tenant("elders").await;
    let people = [
        app.visitor(),
        app.person("Vreemde").await,
        app.member("Eigenaar", elsewhere, TenantRole::Owner).await,
        // Belongs to the organisation, but not to this room.
        app.member("Collega", world.tenant, TenantRole::Member)
            .await,
    ];
    let (mut tried, mut told) = (0, Vec::new());
    for operation in operations::all() {
        let parameters = operation.parameters();
        if !parameters.iter().any(|name| HIDES.contains(name)) {
            continue;
        }
        let mut absent: Ids = world.ids.clone();
        for name in parameters.iter().filter(|name| HIDES.contains(name)) {
            let name = HIDES.iter().find(|known| *known == name).unwrap();
            absent.insert(name, NOTHING.to_owned());
        }
        for (place, person) in people.iter().enumerate() {
            let hidden = attempt(person, &operation, &operation.filled(&world.ids)).await;
            if !(400..500).contains(&hidden.0) {
                continue;
            }
            tried += 1;
            let nothing = attempt(person, &operation, &operation.filled(&absent)).await;
            if hidden != nothing {
                told.push(format!("{place} {} {hidden:?} {nothing:?}", operation.id));
            }
        }
    }
    assert!(tried > 60, "{tried}");
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn the_list_of_exceptions_names_operations_that_exist() {
    let known: BTreeSet<String> = operations::all().into_iter().map(|it| it.id).collect();
    for (id, who) in allowed() {
        assert!(
            ["visitor", "stranger"].contains(&who.as_str()),
            "{id} {who}"
        );
        assert!(known.contains(&id), "{id}");
    }
}
