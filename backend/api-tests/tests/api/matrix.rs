//! Who may do what, tried by everyone on every kind of room, and printed for a privacy officer to read.

use std::fmt::Write;

use kernel::{IssueRole, TenantId, TenantRole};
use serde_json::{Value, json};
use testkit::{Person, TestApp};

/// All that the server says somebody may do, word for word: an act that is new is printed from its first day.
fn acts(view: &Value) -> String {
    let can = view["can"].as_object().unwrap();
    let mut acts: Vec<&str> = can
        .iter()
        .filter(|(_, may)| may.as_bool().unwrap())
        .map(|(act, _)| act.as_str())
        .collect();
    acts.sort_unstable();
    acts.insert(0, "read");
    acts.join(" ")
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

/// What one person finds at an address.
async fn finds(person: &Person, address: &str) -> String {
    let answer = person.get(address).await;
    if answer.status == 200 {
        acts(&answer.body)
    } else {
        "-".to_owned()
    }
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
    writeln!(printed, "\nthe organisation").unwrap();
    for (name, _, person) in people.iter().filter(|(_, role, _)| role.is_none()) {
        let at_home = finds(person, "/v1/tenants/ess").await;
        writeln!(printed, "  {name:<31} {at_home}").unwrap();
    }
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
            let of_issue = finds(person, &format!("/v1/tenants/ess/issues/{issue}")).await;
            let in_room = finds(person, &format!("/v1/tenants/ess/threads/{thread}")).await;
            writeln!(printed, "  {name:<31} issue: {of_issue}").unwrap();
            writeln!(printed, "  {:<31} room:  {in_room}", "").unwrap();
        }
    }
    crate::generated::compare("policy_matrix.txt", &printed);
}
