//! Erasing a person: whoever was erased is in no column, file or mail any more, and what others have stays.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use ::erasure::{Erasing, OTHERWISE, Texts, of_addresses, of_people};
use kernel::{Clock, IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp, code_in};

use crate::closed_rooms::traces;
use crate::moving::installations::files_in;
use crate::own_data::NAMES;
use crate::schema;
use crate::world::World;

pub const WEEK: Duration = Duration::from_secs(7 * 24 * 3_600);
const WORD: &str = "zeeolifant";

#[tokio::test]
async fn every_column_that_names_a_person_has_a_rule() {
    let app = TestApp::new().await;
    let columns = schema::columns(&app).await;
    let names = |column: &str| {
        let is_named = NAMES.iter().any(|end| column.ends_with(end));
        let is_address = column.ends_with(".address") || column.ends_with("email");
        is_named || is_address || column == "person.id" || column.ends_with(".erased_id")
    };
    let mut named: Vec<&String> = columns.iter().filter(|column| names(column)).collect();
    let rules = || of_people().chain(of_addresses());
    let known = rules().map(|rule| format!("{}.{}", rule.table, rule.column));
    let otherwise = OTHERWISE.iter().map(|(column, _)| (*column).to_owned());
    let mut known: Vec<String> = known.chain(otherwise).collect();
    named.sort();
    known.sort();
    assert_eq!(named, known.iter().collect::<Vec<_>>());
    // A name that a room shows goes with whoever has it.
    let tables: BTreeSet<&str> = rules().map(|rule| rule.table).collect();
    for column in columns.iter().filter(|it| it.ends_with(".shown_name")) {
        let (table, _) = column.split_once('.').unwrap();
        assert!(tables.contains(table) || table == "post", "{column}");
    }
}

/// The last mail with these words in its subject.
pub fn mail_about(app: &TestApp, person: &Person, words: &str) -> String {
    let mut mails = app.mails_to(&person.email);
    let subject = |mail: &String| {
        let mut lines = mail.lines();
        lines.any(|line| line.starts_with("Subject:") && line.contains(words))
    };
    mails.retain(subject);
    mails
        .pop()
        .unwrap_or_else(|| panic!("no mail says {words}"))
}

/// With the code of a mail, as somebody does in the browser.
pub async fn asks(app: &TestApp, person: &Person, texts: &str) -> Answer {
    let sent = person.post("/v1/me/erasure/_code", &json!({})).await;
    assert_eq!(sent.status, 204, "{}", sent.text);
    app.settle().await;
    let code = code_in(&mail_about(app, person, "te laten wissen"));
    let form = json!({"texts": texts, "code": code});
    person.put("/v1/me/erasure", &form).await
}

/// From asking until nothing is left to do.
pub async fn is_erased(app: &TestApp, person: &Person, texts: &str) {
    let asked = asks(app, person, texts).await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    app.advance(WEEK);
    app::calendar::turn(&app.state).await;
    app.settle().await;
    finishes(app).await;
}

/// The last mail went out.
pub async fn finishes(app: &TestApp) {
    app.advance(Duration::from_secs(600));
    app::calendar::turn(&app.state).await;
    app.settle().await;
    app.advance(Duration::from_secs(60));
    app::calendar::turn(&app.state).await;
    app.settle().await;
}

/// Every line of every table in which one of these words stands.
pub fn lines_with(rows: &BTreeMap<String, Vec<String>>, words: &[String]) -> Vec<String> {
    let holds = |line: &str| {
        let line = line.to_lowercase();
        words.iter().any(|word| line.contains(&word.to_lowercase()))
    };
    let lines = rows.iter().flat_map(|(table, lines)| {
        let lines = lines.iter().filter(|line| holds(line));
        lines.map(move |line| format!("{table}: {line}"))
    });
    lines.collect()
}

/// What tells of this person wherever it stands.
pub fn words_of(person: &Person, name: &str) -> Vec<String> {
    let mut words = traces::ids(person).to_vec();
    words.push(person.email.clone());
    words.push(person.email.split('@').next().unwrap().to_owned());
    words.push(name.to_owned());
    words
}

pub async fn nothing_is_left(app: &TestApp, person: &Person, name: &str) {
    let words = words_of(person, name);
    let mut rows = traces::rows(app).await;
    let ledger = rows.remove("erased_person").unwrap();
    assert_eq!(lines_with(&rows, &words), Vec::<String>::new(), "{name}");
    let id = traces::ids(person);
    assert!(
        ledger
            .iter()
            .any(|line| id.iter().any(|id| line.contains(id)))
    );
    assert_eq!(app.mails_to(&person.email), Vec::<String>::new());
    for file in files_in(&app.state.settings.files_dir()) {
        let bytes = String::from_utf8_lossy(&std::fs::read(&file).unwrap()).into_owned();
        assert!(
            !words.iter().any(|word| bytes.contains(word)),
            "{}",
            file.display()
        );
    }
}

/// Tables of which a line of somebody else may change when somebody is erased: numbers of changes, work, and what hung on
/// what is gone.
const FOLLOW: [&str; 8] = [
    "calendar_turn",
    "event",
    "file",
    "job",
    "post_hold",
    "post_version",
    "thread",
    "wave_invitee",
];

/// What others had before they have still.
fn others_keep(
    before: &BTreeMap<String, Vec<String>>,
    after: &BTreeMap<String, Vec<String>>,
    words: &[String],
) {
    let own: BTreeSet<String> = lines_with(before, words).into_iter().collect();
    for (table, lines) in before {
        if FOLLOW.contains(&table.as_str()) {
            continue;
        }
        for line in lines {
            let is_own = own.contains(&format!("{table}: {line}"));
            assert!(is_own || after[table].contains(line), "{table}: {line}");
        }
    }
    for table in [
        "issue", "thread", "post", "outcome", "product", "tenant", "task",
    ] {
        assert_eq!(before[table].len(), after[table].len(), "{table}");
    }
}

async fn erases(which: &str, texts: &str) {
    let app = TestApp::new().await;
    app::calendar::turn(&app.state).await;
    let mut world = World::new(&app, "ess", WORD).await;
    world.grow(&app).await;
    let second = app.member("Tweede", world.tenant, TenantRole::Owner).await;
    let person = match which {
        "Eigenaar" => &world.owner,
        "Joost" => &world.convener,
        "Noor" => &world.publisher,
        "Lid" => &world.member,
        _ => &world.fatima,
    };
    let name = format!("{which} {WORD}");
    let asked = asks(&app, &app.sign_in_again(person).await, texts).await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    app.advance(WEEK);
    app::calendar::turn(&app.state).await;
    app.settle().await;
    assert_eq!(
        person.get("/v1/me").await.status,
        401,
        "signed out everywhere"
    );
    mail_about(&app, person, "worden nu gewist");
    app.advance(Duration::from_secs(600));
    let before = traces::rows(&app).await;
    let words = words_of(person, &name);
    let had = lines_with(&before, &words).len();
    assert!(had > 20, "{which} had {had} lines");
    app::calendar::turn(&app.state).await;
    let after = traces::rows(&app).await;
    app.settle().await;
    app.advance(Duration::from_secs(60));
    app::calendar::turn(&app.state).await;
    nothing_is_left(&app, person, &name).await;
    others_keep(&before, &after, &words);
    drop(second);
}

#[tokio::test]
async fn who_takes_part_is_gone_and_what_they_wrote_stays() {
    erases("Fatima", "stay").await;
}

#[tokio::test]
async fn who_takes_part_is_gone_with_what_they_wrote() {
    erases("Fatima", "go").await;
}

#[tokio::test]
async fn who_runs_everything_is_gone_and_what_they_wrote_stays() {
    erases("Joost", "stay").await;
}

#[tokio::test]
async fn who_runs_everything_is_gone_with_what_they_wrote() {
    erases("Joost", "go").await;
}

#[tokio::test]
async fn who_publishes_is_gone() {
    erases("Noor", "go").await;
}

#[tokio::test]
async fn who_owns_is_gone_where_another_owns_too() {
    erases("Eigenaar", "stay").await;
}

#[tokio::test]
async fn who_only_tells_of_themselves_is_gone() {
    erases("Lid", "go").await;
}

/// What a room shows: who, and what.
async fn shown(reader: &Person, thread: &str) -> Vec<(Value, Value, Value)> {
    let path = format!("/v1/tenants/ess/threads/{thread}/posts?after=0&limit=100");
    let page = reader.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text);
    let items = page.body["items"].as_array().unwrap().iter();
    items
        .map(|post| {
            let author = post["author"].clone();
            (author, post["name"].clone(), post["html"].clone())
        })
        .collect()
}

#[tokio::test]
async fn a_conversation_stays_readable_and_nothing_links_two_issues() {
    for texts in ["stay", "go"] {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let fatima = app.person("Fatima").await;
        let mut threads = Vec::new();
        for _ in 0..2 {
            let issue = app.open_issue(&joost, "ess", json!({})).await;
            app.admit(&fatima, tenant, &issue, IssueRole::Participant)
                .await;
            let thread = app.thread(&joost, "ess", &issue).await;
            let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
            let said = fatima
                .post(&posts, &json!({"body": "De lantaarn is uit."}))
                .await;
            assert_eq!(said.status, 201, "{}", said.text);
            let quoted = json!({"body": "Welke?", "quotes": said.body["id"]});
            assert_eq!(joost.post(&posts, &quoted).await.status, 201);
            let more = fatima
                .post(&posts, &json!({"body": "Die bij het plein."}))
                .await;
            assert_eq!(more.status, 201, "{}", more.text);
            threads.push(thread);
        }
        app.settle().await;
        let found = app.visitor().get("/v1/search?q=lantaarn").await;
        assert!(
            !found.body["items"].as_array().unwrap().is_empty(),
            "{}",
            found.text
        );
        is_erased(&app, &fatima, texts).await;
        let joost = app.sign_in_again(&joost).await;
        let (one, other) = (
            shown(&joost, &threads[0]).await,
            shown(&joost, &threads[1]).await,
        );
        assert_eq!(one.len(), 4);
        assert_eq!(
            (&one[1].0, &one[1].1),
            (&one[3].0, &json!("")),
            "the same in a room"
        );
        assert_ne!(one[1].0, other[1].0, "another one in another issue");
        let stays = texts == "stay";
        assert_eq!(one[1].2.as_str().unwrap().contains("lantaarn"), stays);
        let page = format!(
            "/v1/tenants/ess/threads/{}/posts?after=0&limit=100",
            threads[0]
        );
        let page = joost.get(&page).await;
        assert_eq!(
            page.text.contains("lantaarn"),
            stays,
            "in what is quoted too"
        );
        assert!(
            !page.text.to_lowercase().contains("fatima"),
            "{}",
            page.text
        );
        let found = app.visitor().get("/v1/search?q=lantaarn").await;
        let items = found.body["items"].as_array().unwrap();
        assert_eq!(!items.is_empty(), stays, "{}", found.text);
        let counted = joost
            .get(&format!("/v1/tenants/ess/threads/{}", threads[0]))
            .await;
        assert_eq!(counted.body["posts"], json!(if stays { 4 } else { 2 }));
    }
}

#[tokio::test]
async fn what_was_said_by_an_alias_stays_and_tells_nobody() {
    for regime in ["confidential", "authorless"] {
        let app = TestApp::new().await;
        let tenant = app.tenant("ess").await;
        let joost = app.member("Joost", tenant, TenantRole::Convener).await;
        let fatima = app.person("Fatima").await;
        let trusted = json!({"regime": "trusted", "visibility": "invited"});
        let issue = app.open_issue(&joost, "ess", trusted).await;
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        let form = json!({"title": "Zonder namen", "body": "Hier.", "regime": regime});
        let threads = format!("/v1/tenants/ess/issues/{issue}/threads");
        let opened = joost.post(&threads, &form).await;
        assert_eq!(opened.status, 201, "{}", opened.text);
        let thread = opened.body["id"].as_str().unwrap();
        let posts = format!("/v1/tenants/ess/threads/{thread}/posts");
        let said = fatima
            .post(&posts, &json!({"body": "Ik durf dit hier."}))
            .await;
        assert!(said.status < 300, "{}", said.text);
        let before = shown(&joost, thread).await;
        is_erased(&app, &fatima, "go").await;
        nothing_is_left(&app, &fatima, "Fatima").await;
        let joost = app.sign_in_again(&joost).await;
        assert_eq!(shown(&joost, thread).await, before);
    }
}

#[tokio::test]
async fn stopped_after_any_piece_it_goes_on_where_it_was() {
    let app = TestApp::new().await;
    app::calendar::turn(&app.state).await;
    let world = World::new(&app, "ess", WORD).await;
    let person = app.sign_in_again(&world.convener).await;
    // More than one change takes.
    let posts = format!("/v1/tenants/ess/threads/{}/posts", world.ids["thread"]);
    for number in 0..110 {
        let said = json!({"body": format!("Nog een {number}.")});
        let said = person.post(&posts, &said).await;
        assert_eq!(said.status, 201, "{}", said.text);
    }
    let asked = asks(&app, &person, "go").await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    app.advance(WEEK);
    app::calendar::turn(&app.state).await;
    app.settle().await;
    let now = app.clock.now();
    let asked = ::erasure::Asked {
        person: person.id(),
        texts: Texts::Go,
        stage: ::erasure::Stage::Begun,
        asked_at: now,
        due_at: now,
    };
    let mut stops = 0;
    'ends: for pieces in (1..40).chain([80, 160, 320]) {
        let begun = Erasing::of(&app.state.db, &*app.state.mail, asked, now).await;
        let mut begun = begun.unwrap();
        for _ in 0..pieces {
            if !begun.step().await.unwrap() {
                break 'ends;
            }
        }
        stops += 1;
    }
    assert!(stops > 30, "it was stopped {stops} times");
    finishes(&app).await;
    nothing_is_left(&app, &person, &format!("Joost {WORD}")).await;
}
