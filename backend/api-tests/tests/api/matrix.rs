//! Who may do what, tried by everyone on every kind of room, and printed for a privacy officer to read.

use std::fmt::Write;
use std::path::Path;

use kernel::{IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::{Person, TestApp};

const SHOWN: [&str; 6] = ["change", "invite", "openThread", "writeOutcome", "seeParticipants", "manage"];

fn acts(view: &Value) -> String {
    let can = SHOWN.iter().filter(|act| view["can"][**act] == true).copied().collect::<Vec<_>>().join(" ");
    if can.is_empty() { "read".to_owned() } else { format!("read {can}") }
}

#[tokio::test]
async fn the_printed_matrix_is_what_the_code_does() {
    let app = TestApp::new().await;
    let (tenant, elsewhere) = (app.tenant("ess").await, app.tenant("elders").await);
    let host = app.member("Gastheer", tenant, TenantRole::Convener).await;
    let mut people: Vec<(&str, Option<IssueRole>, Person)> = vec![("visitor", None, app.visitor()), ("signed in, belongs nowhere", None, app.person("Passant").await)];
    people.push(("owner of another organisation", None, app.member("Elders", elsewhere, TenantRole::Owner).await));
    for (name, role) in [("member", TenantRole::Member), ("publisher", TenantRole::Publisher), ("convener, does not take part", TenantRole::Convener), ("owner, does not take part", TenantRole::Owner)] {
        people.push((name, None, app.member(&format!("T {name}").replace([',', ' '], "-"), tenant, role).await));
    }
    for role in IssueRole::ALL {
        people.push((role.as_str(), Some(role), app.person(role.as_str()).await));
    }
    let mut printed = String::from("Who may do what. Made by a test; never edited by hand. \"-\" means: it does not exist for this person.\n");
    for visibility in ["public", "platform", "tenant", "invited"] {
        for regime in ["open", "trusted"] {
            let issue = app.open_issue(&host, "ess", json!({"visibility": visibility, "regime": regime})).await;
            let thread = app.thread(&host, "ess", &issue).await;
            writeln!(printed, "\nopen issue, visibility {visibility}, room {regime}").unwrap();
            for (name, role, person) in &people {
                if let Some(role) = role {
                    app.admit(person, tenant, &issue, *role).await;
                }
                let (issue, thread) = (person.get(&format!("/v1/tenants/ess/issues/{issue}")).await, person.get(&format!("/v1/tenants/ess/threads/{thread}")).await);
                let on_issue = if issue.status == 200 { acts(&issue.body) } else { "-".to_owned() };
                let in_room = match (thread.status, thread.body["can"]["reply"].as_bool()) {
                    (200, Some(true)) => "read write",
                    (200, _) => "read",
                    _ => "-",
                };
                writeln!(printed, "  {name:<31} issue: {on_issue:<68} room: {in_room}").unwrap();
            }
        }
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policy_matrix.txt");
    if std::env::var("NP_WRITE_GENERATED").is_ok() {
        std::fs::write(&file, &printed).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == printed, "run: make generate\n{printed}");
}
