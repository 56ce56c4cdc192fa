//! Who may do what, tried by everyone on every kind of room, and printed for a privacy officer to read.

use std::fmt::Write;

use kernel::{IssueRole, TenantId, TenantRole};
use serde_json::{Value, json};
use testkit::{Person, TestApp};

const SHOWN: [&str; 9] = [
    "change",
    "invite",
    "raiseHand",
    "nominate",
    "openThread",
    "writeOutcome",
    "seeParticipants",
    "seeReach",
    "manage",
];

fn acts(view: &Value) -> String {
    let can = SHOWN
        .iter()
        .filter(|act| view["can"][**act] == true)
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    if can.is_empty() {
        "read".to_owned()
    } else {
        format!("read {can}")
    }
}

type Cast = Vec<(&'static str, Option<IssueRole>, Person)>;

/// Everyone who might come along.
async fn cast(app: &TestApp, tenant: TenantId) -> Cast {
    let elsewhere = app.tenant("elders").await;
    let mut people: Cast = vec![
        ("visitor", None, app.visitor()),
        (
            "signed in, belongs nowhere",
            None,
            app.person("Passant").await,
        ),
        (
            "owner of another organisation",
            None,
            app.member("Elders", elsewhere, TenantRole::Owner).await,
        ),
    ];
    for (name, role) in [
        ("member", TenantRole::Member),
        ("publisher", TenantRole::Publisher),
        ("convener, does not take part", TenantRole::Convener),
        ("owner, does not take part", TenantRole::Owner),
    ] {
        people.push((
            name,
            None,
            app.member(&format!("Tenant {}", role.as_str()), tenant, role)
                .await,
        ));
    }
    for role in IssueRole::ALL {
        people.push((role.as_str(), Some(role), app.person(role.as_str()).await));
    }
    people
}

/// What one person finds of an issue and its room.
async fn finds(person: &Person, issue: &str, thread: &str) -> (String, &'static str) {
    let issue = person.get(&format!("/v1/tenants/ess/issues/{issue}")).await;
    let thread = person
        .get(&format!("/v1/tenants/ess/threads/{thread}"))
        .await;
    let on_issue = if issue.status == 200 {
        acts(&issue.body)
    } else {
        "-".to_owned()
    };
    let in_room = match (thread.status, thread.body["can"]["reply"].as_bool()) {
        (200, Some(true)) => "read write",
        (200, _) => "read",
        _ => "-",
    };
    (on_issue, in_room)
}

#[tokio::test]
async fn the_printed_matrix_is_what_the_code_does() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let host = app.member("Gastheer", tenant, TenantRole::Convener).await;
    let people = cast(&app, tenant).await;
    let mut printed = String::from(
        "Who may do what. Made by a test; never edited by hand. \"-\" means: it does not exist for this person.\n",
    );
    for (visibility, regime) in ["public", "platform", "tenant", "invited"]
        .into_iter()
        .flat_map(|v| ["open", "trusted", "confidential", "authorless"].map(|regime| (v, regime)))
    {
        let issue = app
            .open_issue(
                &host,
                "ess",
                json!({"visibility": visibility, "regime": regime}),
            )
            .await;
        let thread = app.thread(&host, "ess", &issue).await;
        writeln!(
            printed,
            "\nopen issue, visibility {visibility}, room {regime}"
        )
        .unwrap();
        for (name, role, person) in &people {
            if let Some(role) = role {
                app.admit(person, tenant, &issue, *role).await;
            }
            let (on_issue, in_room) = finds(person, &issue, &thread).await;
            writeln!(
                printed,
                "  {name:<31} issue: {on_issue:<68} room: {in_room}"
            )
            .unwrap();
        }
    }
    crate::generated::compare("policy_matrix.txt", &printed);
}
