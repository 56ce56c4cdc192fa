//! An organisation that moves to another installation: whole, alone, and to people who are there already.

pub mod installations;
mod refused;

use std::time::Duration;

use kernel::TenantRole;
use platform::{suppression, taxonomy};
use serde_json::{Value, json};
use testkit::{Person, TestApp};

use self::installations::{Archive, another_installation, arrives};
use crate::schema;
use crate::world::World;

/// What two archives of one organisation share, wherever they were made: of these no line names a person.
const OF_NOBODY: [&str; 25] = [
    "actor_map",
    "agreement",
    "briefing",
    "dilemma",
    "evaluation_round",
    "issue_template",
    "issue_term",
    "legal_hold",
    "outcome_edition",
    "outcome_statement",
    "parked_subject",
    "perspective",
    "post_version",
    "product_edition",
    "product_file",
    "product_source",
    "product_term",
    "room_act",
    "room_pace",
    "room_summary",
    "standard_reasons",
    "statement_source",
    "talk_retention",
    "tenant_page",
    "word_rules",
];

#[tokio::test]
async fn it_is_there_as_it_was_here_and_says_nothing_of_another() {
    let there = TestApp::new().await;
    let world = World::new(&there, "ess", "zeeolifant").await;
    let other = World::new(&there, "elders", "narwal").await;
    let rule = json!({"years": 7});
    let kept = world
        .owner
        .put_from("/v1/tenants/ess/retention", "\"0\"", &rule);
    assert_eq!(kept.await.status, 200);
    let set = json!({"new": "kraan zondag fiets mosterd"});
    assert!(world.member.put("/v1/me/password", &set).await.status < 300);
    let levels = json!({"levels": {"talk": "off", "progress": "off", "outcomes": "off", "new": "off"}, "hour": 9, "weekday": 2});
    let chosen = world
        .fatima
        .put("/v1/me/notification-preferences", &levels)
        .await;
    let never = "zeeolifant-1@example.org";
    installations::asks_to_be_left_alone(&there, never).await;
    let archive = Archive::of(&there, "ess").await;

    let text = archive.everything();
    assert!(text.contains("zeeolifant"));
    for foreign in ["narwal", "$argon2", other.tenant.to_string().as_str()] {
        assert!(!text.contains(foreign), "{foreign} is in the archive");
    }
    for person in other.insiders() {
        assert!(!text.contains(&person.email), "{}", person.email);
    }

    let here = another_installation().await;
    let own = here.tenant("ess").await;
    let joost = here.person("Joost zeeolifant").await;
    assert_eq!(joost.email, world.convener.email);
    assert_ne!(joost.id(), world.convener.id());
    let taken = archive.import(&here, None).await.unwrap_err();
    assert!(taken.contains("--slug"), "{taken}");
    let moved = archive.import(&here, Some("nieuw")).await.unwrap();
    assert_eq!(
        (moved.joined, moved.merged, moved.renumbered),
        (1, 0, false)
    );
    here.settle().await;
    here.advance(Duration::from_secs(180));
    here.settle().await;
    let mails = here.mails.sent.lock().unwrap().len();
    assert_eq!(mails, 0, "nobody hears of what was before");

    // Fatima, who is new here, finds the room as she left it.
    let fatima = arrives(&here, &world.fatima.email).await;
    let path = |slug: &str, rest: &str| format!("/v1/tenants/{slug}/{rest}");
    let thread = format!("threads/{}", world.ids["thread"]);
    let before = world.fatima.get(&path("ess", &thread)).await.body;
    let after = fatima.get(&path("nieuw", &thread)).await;
    assert_eq!(after.status, 200, "{}", after.text);
    for field in ["id", "title", "unread", "firstUnread", "lastSeq"] {
        assert_eq!(after.body[field], before[field], "{field}");
    }
    assert_eq!(
        installations::posts(&fatima, &path("nieuw", &thread)).await,
        installations::posts(&world.fatima, &path("ess", &thread)).await
    );
    let wants = fatima.get("/v1/me/notification-preferences").await.body;
    let wanted = world
        .fatima
        .get("/v1/me/notification-preferences")
        .await
        .body;
    assert_eq!(wants, wanted, "{}", chosen.text);
    let told = |lines: &Value| {
        let lines = lines["items"].as_array().unwrap().iter();
        // What another organisation told stays where it was told.
        let own = lines.filter(|it| it["link"]["tenant"] != "andere-ess");
        own.count()
    };
    let (lines, known) = (
        fatima.get("/v1/me/notifications").await.body,
        world.fatima.get("/v1/me/notifications").await.body,
    );
    assert_eq!(told(&lines), told(&known));

    let rule = joost.get(&path("nieuw", "retention")).await;
    let known = world.convener.get(&path("ess", "retention")).await;
    assert_eq!(
        (rule.body["next"]["years"].clone(), rule.body),
        (json!(7), known.body)
    );

    // Joost was here already, and convenes there now.
    let issues = joost.get(&path("nieuw", "issues?limit=50")).await;
    let listed = world.convener.get(&path("ess", "issues?limit=50")).await;
    assert_eq!(told(&issues.body), told(&listed.body), "{}", issues.text);
    let file = format!("files/{}", world.ids["file"]);
    let kept = joost.get(&path("nieuw", &file)).await;
    assert_eq!(kept.status, 200);
    assert_eq!(
        kept.text,
        world.convener.get(&path("ess", &file)).await.text
    );
    let found = |answer: &testkit::Answer| answer.body["total"].as_u64().unwrap();
    let (known, again) = (
        world.convener.get("/v1/search?q=wakker").await,
        joost.get("/v1/search?q=wakker").await,
    );
    assert!(found(&known) > 0, "{}", known.text);
    assert_eq!(found(&again), found(&known), "{}", again.text);
    let stranger = here.member("Vreemd", own, TenantRole::Owner).await;
    assert_eq!(found(&stranger.get("/v1/search?q=wakker").await), 0);

    let read = here.state.db.read(&installations::worker(
        &here,
        installations::tenant_of(&here, "nieuw").await,
    ));
    let left_alone = suppression::holds(&read, &here.state.secrets, never).await;
    assert!(left_alone.unwrap());
    let again = Archive::of(&here, "nieuw").await;
    assert_eq!(again.manifest.lines, archive.manifest.lines);
    for kind in OF_NOBODY {
        let name = format!("{kind}.jsonl");
        let sums = [&archive, &again].map(|it| it.manifest.checksums[&name].clone());
        assert_eq!(sums[0], sums[1], "{name}");
    }
}

#[tokio::test]
async fn beside_itself_it_gets_other_numbers_and_leaves_the_first_alone() {
    let app = TestApp::new().await;
    let world = World::new(&app, "ess", "zeeolifant").await;
    let before = Archive::of(&app, "ess").await;
    let moved = before.import(&app, Some("tweede")).await.unwrap();
    assert!(moved.renumbered);
    assert_eq!(moved.created, 0, "everybody is here already");
    app.settle().await;
    let after = Archive::of(&app, "ess").await;
    assert_eq!(after.manifest.checksums, before.manifest.checksums);
    let second = Archive::of(&app, "tweede").await;
    assert_eq!(second.manifest.lines, before.manifest.lines);
    let mine = world.fatima.get("/v1/me/issues").await.body;
    let items = mine["items"].as_array().unwrap().iter();
    let here = |it: &&Value| it["kind"] == "issue" && it["tenant"] != "andere-ess";
    let issues: Vec<_> = items.filter(here).collect();
    assert_eq!(issues.len(), 2, "{mine}");
    assert_eq!(issues[0]["unread"], issues[1]["unread"]);
    let gone = format!("/v1/tenants/tweede/threads/{}", world.ids["thread"]);
    assert_eq!(world.fatima.get(&gone).await.status, 404);
}

/// Fatima, who has proven here that the address of Yusuf is hers too.
async fn both_in_one(here: &TestApp) -> Person {
    let fatima = here.person("Fatima").await;
    let second = json!({"email": "yusuf@example.org"});
    let claimed = fatima.post("/v1/me/email-addresses", &second).await;
    let claimed = claimed.body["id"].as_str().unwrap().to_owned();
    here.settle().await;
    let code = testkit::code_in(&here.mails_to("yusuf@example.org").pop().unwrap());
    let path = format!("/v1/me/email-addresses/{claimed}/_verify");
    let proven = fatima.post(&path, &json!({ "code": code })).await;
    assert!(proven.status < 300, "{}", proven.text);
    fatima
}

#[tokio::test]
async fn two_who_are_one_here_have_the_stronger_role_and_answered_once() {
    let (there, here) = (TestApp::new().await, another_installation().await);
    let tenant = there.tenant("ess").await;
    let joost = there.member("Joost", tenant, TenantRole::Convener).await;
    let issues = "/v1/tenants/ess/issues";
    let form: Value = serde_json::from_str(testkit::ISSUE).unwrap();
    let drafted = joost.post(issues, &form).await;
    let issue = drafted.body["id"].as_str().unwrap();
    let path = format!("{issues}/{issue}");
    let explored = json!({"to": "orientation"});
    let explored = joost.post(&format!("{path}/_move"), &explored).await;
    assert_eq!(explored.status, 200, "{}", explored.text);
    let public = there.open_issue(&joost, "ess", json!({})).await;
    // Whoever came first has the weaker role in the organisation.
    let fatima = there.member("Fatima", tenant, TenantRole::Member).await;
    for app in [&there, &here] {
        app.advance(Duration::from_millis(1));
    }
    let yusuf = there.member("Yusuf", tenant, TenantRole::Publisher).await;
    for person in [&fatima, &yusuf] {
        let role = kernel::IssueRole::Participant;
        there.admit(person, tenant, issue, role).await;
    }
    let agreement =
        json!({"version": 0, "expectations": "Op tijd.", "tasks": "", "rhythm": "none"});
    let put = joost.put(&format!("{path}/agreement"), &agreement).await;
    assert_eq!(put.status, 200, "{}", put.text);
    let until = kernel::Clock::now(&*there.clock).plus(Duration::from_secs(5 * 24 * 3_600));
    let ask = format!("{path}/evaluations/_ask");
    let asked = joost.post(&ask, &json!({"until": until})).await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    for person in [&fatima, &yusuf] {
        let agree = format!("{path}/agreement/_agree");
        let agreed = person.post(&agree, &json!({"version": 1})).await;
        assert!(agreed.status < 300, "{}", agreed.text);
        let thinks = json!({"question": "right", "advice": "widen"});
        let own = format!("{path}/evaluations/_me");
        let said = person.put(&own, &thinks).await;
        assert!(said.status < 300, "{}", said.text);
        let hand = json!({"motivation": "Ik woon er."});
        let own = format!("{issues}/{public}/hands/_me");
        let raised = person.put(&own, &hand).await;
        assert_eq!(raised.status, 200, "{}", raised.text);
    }
    let archive = Archive::of(&there, "ess").await;
    let both = both_in_one(&here).await;
    archive.import(&here, None).await.unwrap();
    let me = both.get("/v1/me").await;
    assert_eq!(
        me.body["memberships"][0]["role"], "publisher",
        "{}",
        me.text
    );
    let again = Archive::of(&here, "ess").await;
    let lines = |archive: &Archive, kind: &str| archive.manifest.lines[kind];
    for kind in ["agreement_consent", "evaluation", "raised_hand"] {
        assert_eq!(lines(&again, kind) + 1, lines(&archive, kind), "{kind}");
    }
}

#[tokio::test]
async fn two_who_are_one_here_take_part_once_and_have_said_both() {
    let (there, here) = (TestApp::new().await, another_installation().await);
    let tenant = there.tenant("ess").await;
    let joost = there.member("Joost", tenant, TenantRole::Convener).await;
    let issue = there.open_issue(&joost, "ess", json!({})).await;
    let thread = there.thread(&joost, "ess", &issue).await;
    for name in ["Fatima", "Yusuf"] {
        let person = there.person(name).await;
        let role = kernel::IssueRole::Participant;
        there.admit(&person, tenant, &issue, role).await;
        let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
        let said = person.post(&posts, &json!({ "body": name })).await;
        assert_eq!(said.status, 201, "{}", said.text);
    }
    let archive = Archive::of(&there, "ess").await;
    let fatima = both_in_one(&here).await;

    let moved = archive.import(&here, None).await.unwrap();
    assert_eq!((moved.joined, moved.created), (2, 1));
    // The role and what was said of taking part.
    assert!(moved.merged >= 2, "{moved:?}");
    let mine = fatima.get("/v1/me/issues").await.body;
    assert_eq!(mine["items"].as_array().unwrap().len(), 1, "{mine}");
    let again = Archive::of(&here, "ess").await;
    let lines = |archive: &Archive, kind: &str| archive.manifest.lines[kind];
    for kind in ["participation", "role_grant"] {
        assert_eq!(lines(&again, kind) + 1, lines(&archive, kind), "{kind}");
    }
    assert_eq!(lines(&again, "post"), lines(&archive, "post"));
}

#[tokio::test]
async fn what_the_whole_installation_shares_is_found_again_by_its_key() {
    let (there, here) = (TestApp::new().await, another_installation().await);
    let kind = taxonomy::TermKind::Theme;
    let tenant = there.tenant("ess").await;
    let joost = there.member("Joost", tenant, TenantRole::Convener).await;
    let mut terms = Vec::new();
    for name in ["Wonen", "Zorg"] {
        terms.push(crate::people::term(&there, None, kind, name).await);
    }
    crate::people::term(&there, None, kind, "Ongebruikt").await;
    let known = crate::people::term(&here, None, kind, "Wonen").await;
    let issue = there
        .open_issue(&joost, "ess", json!({ "terms": terms }))
        .await;
    let archive = Archive::of(&there, "ess").await;
    assert!(!archive.everything().contains("Ongebruikt"));
    archive.import(&here, None).await.unwrap();
    let shown = here
        .visitor()
        .get(&format!("/v1/tenants/ess/issues/{issue}"))
        .await;
    let shown = shown.body["terms"].as_array().unwrap().clone();
    let names: Vec<_> = shown
        .iter()
        .map(|term| term["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Wonen", "Zorg"]);
    assert_eq!(shown[0]["id"], known, "the one that is shared here");
    assert!(!terms.contains(&shown[1]["id"].as_str().unwrap().to_owned()));
}

/// Between the two databases and back; only where there are two.
#[tokio::test]
async fn it_moves_from_one_database_to_the_other_and_back() {
    let there = TestApp::new().await;
    if there.state.db.backend() == sea_orm::DbBackend::Sqlite {
        return;
    }
    World::new(&there, "ess", "zeeolifant").await;
    let first = Archive::of(&there, "ess").await;
    let between = TestApp::with(|settings| {
        let file = settings.data_dir.join("own.sqlite");
        settings.database_url = Some(format!("sqlite://{}?mode=rwc", file.display()));
    })
    .await;
    between.state.migrate().await.unwrap();
    first.import(&between, None).await.unwrap();
    let second = Archive::of(&between, "ess").await;
    let back = another_installation().await;
    second.import(&back, None).await.unwrap();
    let third = Archive::of(&back, "ess").await;
    // Ids stay as they were: so do all lines, but for the organisation's own.
    for (name, sum) in &first.manifest.checksums {
        if name != "tenant.jsonl" {
            assert_eq!(&second.manifest.checksums[name], sum, "{name}");
            assert_eq!(&third.manifest.checksums[name], sum, "{name}");
        }
    }
}

#[tokio::test]
async fn every_table_and_column_moves_or_stays_by_decision() {
    use movable::stays::STAYS;
    use movable::tables::tables;
    let app = TestApp::new().await;
    let moves = tables().flat_map(|table| {
        let columns = table.columns.iter();
        columns.map(|column| format!("{}.{}", table.name, column.name))
    });
    let mut moves: Vec<String> = moves.collect();
    let stays = |column: &String| STAYS.iter().any(|it| column.starts_with(&format!("{it}.")));
    let mut there: Vec<String> = schema::columns(&app).await;
    there.retain(|column| !stays(column));
    moves.sort();
    there.sort();
    assert_eq!(moves, there);
    let tables = schema::tables(&app).await;
    for table in STAYS {
        assert!(tables.contains(&table.to_owned()), "{table}");
    }
}
