//! Everything that can be read, asked for by people of another organisation: not a word of it comes through.

use kernel::{IssueRole, TenantRole};
use reqwest::Method;
use testkit::{Answer, Person, Socket, TestApp};

use crate::operations::{self, Ids, Operation};
use crate::world::World;

const WORD: &str = "zeeolifant";

/// What one may read that says nothing of what is in an organisation.
const SILENT: &[&str] = &[
    // Of nobody but the asker: see `erasure.rs`.
    "get_erasure",
    "get_issue_level",
    "get_my_facets",
    // See `profile_parts.rs`.
    "get_my_profile",
    "get_notification_preferences",
    "get_presence_preferences",
    // What everybody may read: see `retention.rs`.
    "get_retention",
    // The conversation of this world is no round and no dilemma: see `rounds.rs` and `dilemmas.rs`.
    "get_dilemma",
    "get_round",
    // Where a network that closed went; the one in this world is open: see `ties.rs`.
    "get_successor",
    "get_tenant",
    "get_tenant_page",
    // What people say of themselves, and of whom they were seen: not what is in an organisation.
    "list_consents",
    // About the post of this world nothing was decided: see `closed_rooms/objections.rs`.
    "list_decisions_about_post",
    // Marks are put beside posts of other threads of this world; `feedback.rs` asks it of outsiders.
    "list_feedback_in_thread",
    // Gone when a conversation begins, and read by who added them alone: `post_files_kept.rs`.
    "list_first_files",
    // What everybody may read; there is nothing of the kind in this world.
    "list_highlights",
    // Issues of others, whose words are theirs: see `joining.rs`.
    "list_joined_issues",
    "list_looks",
    // A word to one person: see `speak_notes.rs`.
    "list_own_speak_notes",
    // Of whom somebody reads less: see `mutes.rs`.
    "list_my_mutes",
    "list_post_files",
    // What was done to a room: see `room_acts.rs`.
    "list_sessions",
    // What everybody may read; nobody wrote a list in this world: see `standard_reasons.rs`.
    "list_standard_reasons",
    "list_suggestions",
    "list_tenants",
    "list_terms",
    // Which drafts there are, not what is in them.
    "list_text_drafts",
    // What everybody may read; nobody wrote a list in this world: see `facilitating.rs`.
    "list_word_rules",
    "show_never_invite_again",
    "show_never_nominate_again",
    "show_unsubscribe",
];

/// Lists and searches with every question that names the word, besides no question at all.
async fn asked(person: &Person, operation: &Operation, ids: &Ids) -> Vec<Answer> {
    let path = operation.filled(ids);
    let mut answers = Vec::new();
    for query in [
        String::new(),
        format!("?q={WORD}"),
        "?state=draft".to_owned(),
    ] {
        answers.push(person.get(&format!("{path}{query}")).await);
    }
    answers
}

fn tells(answers: &[Answer]) -> bool {
    answers
        .iter()
        .any(|answer| answer.text.to_lowercase().contains(WORD))
}

/// People with no business in the organisation; some had it once.
async fn outsiders(app: &TestApp, world: &World) -> Vec<(&'static str, Person)> {
    let elsewhere = app.tenant("elders").await;
    let had_a_role = app.person("Oud-lid").await;
    let ended = kernel::Clock::now(&*app.clock).plus(std::time::Duration::from_secs(1));
    app.admit_until(
        &had_a_role,
        world.tenant,
        &world.ids["issue"],
        IssueRole::Facilitator,
        Some(ended),
    )
    .await;
    let left = app.person("Vertrokken").await;
    app.admit(
        &left,
        world.tenant,
        &world.ids["issue"],
        IssueRole::Participant,
    )
    .await;
    let gone = left
        .delete(&format!(
            "/v1/tenants/{}/issues/{}/participants/_me",
            world.slug, world.ids["issue"]
        ))
        .await;
    assert_eq!(gone.status, 204);
    app.advance(std::time::Duration::from_secs(2));
    vec![
        ("visitor", app.visitor()),
        ("stranger", app.person("Vreemde").await),
        (
            "another owner",
            app.member("Elders", elsewhere, TenantRole::Owner).await,
        ),
        ("role ended", had_a_role),
        ("left", left),
    ]
}

#[tokio::test]
async fn nothing_of_one_organisation_is_told_in_another() {
    let app = TestApp::new().await;
    let world = World::new(&app, "ess", WORD).await;
    let outsiders = outsiders(&app, &world).await;
    let under_another_name = Ids::from([("tenant", "elders".to_owned())]);
    let under_another_name: Ids = world
        .ids
        .clone()
        .into_iter()
        .chain(under_another_name)
        .collect();
    let mut leaks = Vec::new();
    for operation in operations::reading() {
        // Whoever holds the link of an invitation may read it: it was sent to them. So may whoever is in the hall.
        if ["get_invitation", "get_hall_link"].contains(&operation.id.as_str()) {
            continue;
        }
        for (who, person) in &outsiders {
            for ids in [&world.ids, &under_another_name] {
                if tells(&asked(person, &operation, ids).await) {
                    leaks.push(format!("{who} {}", operation.filled(ids)));
                }
            }
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

#[tokio::test]
async fn the_same_is_told_to_those_it_is_for() {
    let app = TestApp::new().await;
    let world = World::new(&app, "ess", WORD).await;
    let mut silent = Vec::new();
    for operation in operations::reading() {
        let mut told = false;
        for person in world.insiders() {
            told = told || tells(&asked(person, &operation, &world.ids).await);
        }
        if !told {
            silent.push(operation.id);
        }
    }
    silent.sort();
    let mut expected = SILENT.to_vec();
    expected.sort_unstable();
    assert_eq!(
        silent, expected,
        "put something into the world that it can tell"
    );
}

#[tokio::test]
async fn no_topic_of_one_organisation_is_heard_in_another() {
    let app = TestApp::new().await;
    let world = World::new(&app, "ess", WORD).await;
    for (who, person) in &outsiders(&app, &world).await {
        let mut socket = Socket::open(person).await;
        for topic in [
            format!("thread:{}", world.ids["thread"]),
            format!("issue:{}", world.ids["issue"]),
        ] {
            let refused = socket.subscribe(&topic, Some(0)).await;
            assert_eq!(refused["code"], "socket.topic-not-found", "{who} {topic}");
        }
    }
}

#[tokio::test]
async fn a_suspended_organisation_is_not_there_for_anybody() {
    let app = TestApp::new().await;
    let world = World::new(&app, "ess", WORD).await;
    app.put_in("ess", platform::tenants::TenantState::Suspended)
        .await;
    let mut leaks = Vec::new();
    for operation in operations::reading() {
        // One's own name, one's own unsent words and a copy of what is kept of one stay one's own.
        if ["get_me", "get_draft", "get_my_records"].contains(&operation.id.as_str()) {
            continue;
        }
        for person in world.insiders() {
            if tells(&asked(person, &operation, &world.ids).await) {
                leaks.push(operation.id.clone());
            }
        }
    }
    leaks.dedup();
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
    let mut socket = Socket::open(&world.fatima).await;
    let topic = format!("thread:{}", world.ids["thread"]);
    let refused = socket.subscribe(&topic, Some(0)).await;
    assert_eq!(refused["code"], "socket.topic-not-found");
    let post = format!("/v1/tenants/ess/threads/{}/posts", world.ids["thread"]);
    let said = world
        .fatima
        .send(
            world
                .fatima
                .request(Method::POST, &post)
                .json(&serde_json::json!({"body": "Hallo?"})),
        )
        .await;
    assert_eq!(said.status, 404);
}
