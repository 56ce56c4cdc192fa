//! What a post leaves behind: the whole database, the mails and what the room is told, before and after.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use reqwest::Method;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::json;
use testkit::{Person, TestApp};

use super::left::{Left, Listening, lines_of};
use super::objections::{HERS, HIS, Objecting};
use super::{Closed, of_post, with_key};
use crate::files::upload_to;
use crate::logs::Log;
use crate::schema;

/// Every row of every table as one line.
pub async fn rows(app: &TestApp) -> BTreeMap<String, Vec<String>> {
    let columns = schema::columns(app).await;
    let db = app.whole_database().await;
    let mut all = BTreeMap::new();
    for table in schema::tables(app).await {
        let sql = match app.state.db.backend() {
            DbBackend::Sqlite => {
                let of = columns.iter().filter_map(|name| name.split_once('.'));
                let own: Vec<String> = of
                    .filter(|(of, _)| *of == table)
                    .map(|(_, column)| format!("'{column}=' || quote(\"{column}\")"))
                    .collect();
                format!("SELECT {} AS line FROM {table}", own.join(" || ' ' || "))
            }
            _ => format!("SELECT CAST(row_to_json(t) AS TEXT) AS line FROM {table} t"),
        };
        let ask = Statement::from_string(app.state.db.backend(), sql);
        let found = db.query_all_raw(ask).await.unwrap();
        let mut lines: Vec<String> = found
            .iter()
            .map(|row| row.try_get("", "line").unwrap())
            .collect();
        lines.sort();
        all.insert(table, lines);
    }
    all
}

/// What is there now and was not, and what is gone.
pub fn between(
    before: &BTreeMap<String, Vec<String>>,
    after: &BTreeMap<String, Vec<String>>,
) -> Vec<String> {
    let mut changes = Vec::new();
    for (table, now) in after {
        let then = &before[table];
        let new = now.iter().filter(|line| !then.contains(line));
        changes.extend(new.map(|line| format!("+ {table} {line}")));
        let gone = then.iter().filter(|line| !now.contains(line));
        changes.extend(gone.map(|line| format!("- {table} {line}")));
    }
    changes
}

/// The same line without what is drawn or counted anew at each post: ids, keys, numbers and moments.
fn shape(line: &str) -> String {
    let mut shape = String::new();
    for word in line.split([' ', ',', ':', '{', '}', '[', ']', '\'', '"', '\\']) {
        let is_drawn = word.len() >= 32
            && word
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        // Which numbers hold nothing any more is counted as well, and more of them at each withdrawal.
        let plain: String = word.chars().filter(|c| !c.is_ascii_digit()).collect();
        match (is_drawn, plain.trim_matches('-')) {
            (true, _) => shape.push_str("drawn "),
            (false, "") => {}
            (false, _) => shape.extend([plain.as_str(), " "]),
        }
    }
    shape
}

fn shapes(changes: &[String]) -> Vec<String> {
    let mut all: Vec<String> = changes.iter().map(|line| shape(line)).collect();
    all.sort();
    all
}

/// As an id stands in a row of either database.
pub fn ids(person: &Person) -> [String; 2] {
    let id = person.id().uuid();
    [id.to_string(), id.simple().to_string().to_uppercase()]
}

/// A person says something, with all that a browser does for it: keeps what is typed, tries to add a file, says it
/// better, takes another one back, and looks.
async fn speaks(room: &Closed, writer: &Person, nth: usize) {
    let draft = format!("/v1/me/drafts/reply-{}", room.thread);
    let typed = writer.put(&draft, &json!({"body": "Woorden"})).await;
    assert_eq!(typed.status, 204, "{}", typed.text);
    let files = format!("{}/files", room.path());
    let refused = upload_to(writer, &files, "aardappel.pdf", "%PDF-1.7\nWoorden").await;
    assert_eq!(refused.status, 400, "{}", refused.text);
    let path = format!("{}/posts", room.path());
    for (what, words) in [("first", "Woorden van iemand."), ("second", "Te snel.")] {
        let key = format!("een-sleutel-van-een-browser-{nth}-{what}");
        let said = writer.post_once(&path, &key, &json!({"body": words})).await;
        assert_eq!(said.status, 201, "{}", said.text);
        let post = of_post(&said.body);
        let changed = match what {
            "first" => {
                let request = writer.request(Method::PATCH, &post);
                let request = request.header("If-Match", "\"1\"");
                let request = request.json(&json!({"body": "Betere woorden."}));
                writer.send(request.header("Post-Key", &key)).await
            }
            _ => with_key(writer, Method::DELETE, &post, &key).await,
        };
        assert!(changed.status < 300, "{}", changed.text);
    }
    for path in [room.path(), path] {
        assert_eq!(writer.get(&path).await.status, 200);
    }
}

async fn changes_of(room: &Closed, writer: &Person) -> Vec<String> {
    let before = rows(&room.app).await;
    room.says(writer, "Woorden van iemand.").await;
    between(&before, &rows(&room.app).await)
}

/// Nothing that one post leaves tells it from the same post by somebody else.
async fn leaves_no_trace(regime: &str) {
    let log = Log::begin();
    let room = Closed::room(regime).await;
    // Both have an alias by now, and all that waits was sent.
    for writer in [&room.fatima, &room.henk] {
        room.says(writer, "Hallo.").await;
    }
    room.later(Duration::from_secs(300)).await;
    let mut left = Vec::new();
    for (nth, writer) in [&room.fatima, &room.henk].into_iter().enumerate() {
        let listening = Listening::begin(&room, &log).await;
        speaks(&room, writer, nth).await;
        left.push(listening.end(&room, &log).await);
    }
    let theirs = left.pop().unwrap();
    let ours = left.pop().unwrap();
    assert!(
        ours.rows.iter().any(|line| line.starts_with("+ post ")),
        "{:#?}",
        ours.rows
    );
    assert!(ours.mails.values().all(|mails| !mails.is_empty()));
    if regime == "authorless" {
        // Where no moment of a post is kept, none is beside it: what goes on, and what is mailed, names nobody and goes.
        let exact = ours.rows.iter().filter(|line| line.contains("moment-"));
        let tables: BTreeSet<&str> = exact.filter_map(|line| line.split(' ').nth(1)).collect();
        assert_eq!(tables, BTreeSet::from(["event", "job", "mail_message"]));
    }
    tell_nobody_apart(&room, regime, &ours, &theirs).await;
    nobody_stands_beside_an_alias(&room).await;
    log_names_nothing(&room, &log).await;
}

/// What Fatima left and what Henk left, by the same act, names neither of them and is the same.
pub async fn tell_nobody_apart(room: &Closed, regime: &str, ours: &Left, theirs: &Left) {
    // Their aliases are what may differ.
    let names = aliases(room).await;
    let unnamed = |changes: &[String]| -> Vec<String> {
        let without = |line: &String| {
            names
                .iter()
                .fold(line.clone(), |line, name| line.replace(name.as_str(), ""))
        };
        changes.iter().map(without).collect()
    };
    let (our_rows, their_rows) = (unnamed(&ours.rows), unnamed(&theirs.rows));

    for changes in [&our_rows, &their_rows] {
        for (who, writer) in [("fatima", &room.fatima), ("henk", &room.henk)] {
            for line in changes.iter().filter(|line| !is_told_to_all(line)) {
                let found = ids(writer).iter().any(|id| line.contains(id.as_str()));
                assert!(!found, "{regime}: {who} in {line}");
            }
        }
    }
    are_the_same(&shapes(&our_rows), &shapes(&their_rows), regime);
    // Of what everybody is told, everybody is told as much, and the same.
    let told = |changes: &[String], person: &Person| {
        let of = |line: &&String| ids(person).iter().any(|id| line.contains(id.as_str()));
        let told = changes.iter().filter(of);
        let told: Vec<String> = told.map(|line| line.replace(&person.email, "")).collect();
        shapes(&told)
    };
    for changes in [&our_rows, &their_rows] {
        let henk = told(changes, &room.henk);
        are_the_same(&told(changes, &room.fatima), &henk, regime);
    }
    are_the_same(&of_mails(ours), &of_mails(theirs), regime);
    for words in ours.mails.values().chain(theirs.mails.values()).flatten() {
        let name = names.iter().find(|name| words.contains(name.as_str()));
        assert_eq!(name, None, "{regime}: {words}");
    }
    are_the_same(&ours.log, &theirs.log, regime);
    for files in [&ours.files, &theirs.files] {
        assert_eq!(*files, Vec::<String>::new(), "{regime}");
    }
}

/// To whom, which of them, and each line with its place.
fn of_mails(left: &Left) -> Vec<String> {
    let mut lines = Vec::new();
    for (person, mails) in &left.mails {
        for (nth, mail) in mails.iter().enumerate() {
            let all = mail.lines().enumerate();
            lines.extend(all.map(|(place, line)| format!("{person} {nth}:{place} {line}")));
        }
    }
    lines
}

/// In whatever order: which lines are only here, and which only there.
fn are_the_same(ours: &[String], theirs: &[String], what: &str) {
    let (mut only_ours, mut only_theirs) = (Vec::new(), theirs.to_vec());
    for line in ours {
        match only_theirs.iter().position(|other| other == line) {
            Some(place) => drop(only_theirs.swap_remove(place)),
            None => only_ours.push(line),
        }
    }
    let differ = !only_ours.is_empty() || !only_theirs.is_empty();
    assert!(!differ, "{what}: {only_ours:#?} and {only_theirs:#?}");
}

/// The names by which people speak here; none where nobody has one.
async fn aliases(room: &Closed) -> Vec<String> {
    let posts = room.posts(&room.joost).await;
    let names = posts.iter().filter_map(|post| post["name"].as_str());
    let named = names.filter(|name| !name.is_empty());
    named.map(str::to_owned).collect()
}

/// No row of any table holds a person and an alias of the issue.
pub async fn nobody_stands_beside_an_alias(room: &Closed) {
    let mut voices = aliases(room).await;
    for post in room.posts(&room.joost).await {
        let id = post["author"].as_str().unwrap_or_default().to_owned();
        voices.extend([id.replace('-', "").to_uppercase(), id]);
    }
    voices.retain(|voice| !voice.is_empty());
    for (table, lines) in rows(&room.app).await {
        for line in lines {
            let has = |words: &[String]| words.iter().any(|word| line.contains(word.as_str()));
            let persons = [&room.fatima, &room.henk, &room.joost];
            let named = persons.into_iter().any(|person| has(&ids(person)));
            assert!(!(named && has(&voices)), "{table}: {line}");
        }
    }
}

/// The ids of a person's sessions, as a log would write them.
async fn sessions_of(app: &TestApp, person: &Person) -> Vec<String> {
    let all = rows(app).await;
    let own = all["session"].iter().filter(|line| {
        let of = ids(person);
        of.iter().any(|id| line.contains(id.as_str()))
    });
    let words =
        own.flat_map(|line| line.split(|sign: char| !sign.is_alphanumeric() && sign != '-'));
    words
        .filter_map(|word| word.parse::<uuid::Uuid>().ok())
        .map(|id| id.to_string())
        .collect()
}

/// A log of the most that can be asked for holds neither who was there nor where: no person beside a path, and no
/// moment beside a post.
pub async fn log_names_nothing(room: &Closed, log: &Log) {
    let mut never = aliases(room).await;
    never.extend([room.thread.clone(), room.issue.clone()]);
    for post in room.posts(&room.joost).await {
        let of = ["id", "author"].map(|key| post[key].as_str().unwrap_or_default().to_owned());
        never.extend(of.into_iter().filter(|id| !id.is_empty()));
    }
    for person in [&room.fatima, &room.henk, &room.joost] {
        never.extend([person.id().uuid().to_string(), person.email.clone()]);
        let sessions = sessions_of(&room.app, person).await;
        assert!(!sessions.is_empty());
        never.extend(sessions);
    }
    let text = log.text();
    assert!(text.contains("DEBUG"), "as much as can be asked for");
    for word in never {
        let simple = word.replace('-', "");
        let said = text
            .lines()
            .find(|line| line.contains(&word) || line.contains(&simple));
        assert_eq!(said, None, "{word}");
    }
}

/// Lines of the notification centre, and the events that make browsers look at it: the same for everybody in the room.
fn is_told_to_all(line: &str) -> bool {
    let of_one_person = [
        "+ notification ",
        "- notification ",
        "+ job ",
        "- job ",
        "+ mail_message ",
    ];
    let is_news = line.starts_with("+ event ") && line.contains("notification.");
    is_news || of_one_person.iter().any(|start| line.starts_with(start))
}

/// What goes wrong is logged, and the same whoever was at it.
async fn faults_name_nobody(regime: &str) {
    let log = Log::begin();
    let room = Closed::room(regime).await;
    for writer in [&room.fatima, &room.henk] {
        room.says(writer, "Hallo.").await;
    }
    room.later(Duration::from_secs(300)).await;
    let db = room.app.owner().await;
    let rename = |from: &str, to: &str| format!("ALTER TABLE {from} RENAME TO {to}");
    let mut told = Vec::new();
    for writer in [&room.fatima, &room.henk] {
        let before = log.text().len();
        for table in ["post", "thread"] {
            db.execute_unprepared(&rename(table, "gone")).await.unwrap();
            let path = format!("{}/posts", room.path());
            let key = format!("sleutel-{table}");
            let said = writer
                .post_once(&path, &key, &json!({"body": "Stuk."}))
                .await;
            assert_eq!(said.status, 500, "{table}: {}", said.text);
            db.execute_unprepared(&rename("gone", table)).await.unwrap();
        }
        let text = log.text();
        told.push(lines_of(&text[before..]));
    }
    assert!(
        told[0]
            .iter()
            .any(|line| line.contains("an operation failed"))
    );
    are_the_same(&told[0], &told[1], regime);
    log_names_nothing(&room, &log).await;
}

#[tokio::test]
async fn a_fault_under_an_alias_is_logged_without_a_name() {
    Box::pin(faults_name_nobody("confidential")).await;
}

#[tokio::test]
async fn a_fault_without_an_author_is_logged_without_a_name() {
    Box::pin(faults_name_nobody("authorless")).await;
}

#[tokio::test]
async fn a_post_by_an_alias_names_nobody_anywhere() {
    leaves_no_trace("confidential").await;
}

#[tokio::test]
async fn a_post_without_an_author_names_nobody_anywhere() {
    leaves_no_trace("authorless").await;
}

/// Nothing that an objection leaves tells it from the same objection by somebody else.
async fn objects_without_a_trace(regime: &str) {
    let log = Log::begin();
    let it = Objecting::new(regime).await;
    let room = &it.room;
    let hers = it.removed(&room.fatima, HERS).await;
    let his = it.removed(&room.henk, HIS).await;
    let mut changes = Vec::new();
    for (writer, removed) in [(&room.fatima, &hers), (&room.henk, &his)] {
        room.later(Duration::from_secs(300)).await;
        let decision = it.decision(writer, removed).await;
        let id = decision["id"].as_str().unwrap();
        let listening = Listening::begin(room, &log).await;
        assert_eq!(it.told(writer, removed).await.status, 200);
        let made = it.object(writer, removed, id).await;
        assert_eq!(made.status, 201, "{}", made.text);
        changes.push(listening.end(room, &log).await);
    }
    let theirs = changes.pop().unwrap();
    let ours = changes.pop().unwrap();
    let objected = |line: &String| line.starts_with("+ moderation_appeal ");
    assert!(ours.rows.iter().any(objected), "{:#?}", ours.rows);
    tell_nobody_apart(room, regime, &ours, &theirs).await;
    log_names_nothing(room, &log).await;
}

#[tokio::test]
async fn who_objects_by_an_alias_is_named_nowhere() {
    Box::pin(objects_without_a_trace("confidential")).await;
}

#[tokio::test]
async fn who_objects_with_a_key_is_named_nowhere() {
    Box::pin(objects_without_a_trace("authorless")).await;
}

/// Where posts wait to be let through, neither what waits nor what comes of it tells whose it is.
#[tokio::test]
async fn what_waits_under_an_alias_names_nobody_anywhere() {
    let log = Log::begin();
    let room = Closed::room("confidential").await;
    let form = json!({"title": "Ook besloten", "body": "Vertel.", "regime": "confidential", "lookedAtFirst": true});
    let path = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    let opened = room.joost.post(&path, &form).await;
    let waits = format!(
        "/v1/tenants/ess/threads/{}/posts",
        opened.body["id"].as_str().unwrap()
    );
    for writer in [&room.fatima, &room.henk] {
        room.says(writer, "Hallo.").await;
        // Of the first that waits Joost is told.
        let said = writer.post(&waits, &json!({"body": "Mag dit?"})).await;
        assert_eq!(said.status, 202, "{}", said.text);
    }
    room.later(Duration::from_secs(300)).await;
    let mut left = Vec::new();
    for (nth, writer) in [&room.fatima, &room.henk].into_iter().enumerate() {
        let listening = Listening::begin(&room, &log).await;
        let key = format!("een-sleutel-van-een-browser-{nth}");
        let said = writer
            .post_once(&waits, &key, &json!({"body": "Mag dit?"}))
            .await;
        assert_eq!(said.status, 202, "{}", said.text);
        left.push(listening.end(&room, &log).await);
    }
    let kept = |line: &String| line.starts_with("+ waiting_post ");
    assert!(left[0].rows.iter().any(kept), "{:#?}", left[0].rows);
    tell_nobody_apart(&room, "confidential", &left[0], &left[1]).await;
    nobody_stands_beside_an_alias(&room).await;
    log_names_nothing(&room, &log).await;
}

#[tokio::test]
async fn who_reads_in_a_room_without_authors_is_kept_nowhere() {
    let room = Closed::room("authorless").await;
    room.says(&room.fatima, "Lees dit.").await;
    room.later(Duration::from_secs(300)).await;
    let before = rows(&room.app).await;
    let path = format!("{}/read-ranges", room.path());
    let ranges = serde_json::json!({"ranges": [[1, 2]]});
    let read = room.henk.put(&path, &ranges).await;
    assert_eq!(read.body["ranges"], ranges["ranges"]);
    let unread = room.henk.delete(&format!("{path}?from=1")).await;
    assert_eq!(unread.status, 200);
    room.app.settle().await;
    assert_eq!(
        between(&before, &rows(&room.app).await),
        Vec::<String>::new()
    );
}

/// A room that names its people does leave who wrote: the comparison would see it.
#[tokio::test]
async fn the_comparison_sees_an_author_where_there_is_one() {
    let room = Closed::room("trusted").await;
    room.later(Duration::from_secs(300)).await;
    let changes = changes_of(&room, &room.fatima).await;
    let named = |line: &String| {
        line.starts_with("+ post ")
            && ids(&room.fatima)
                .iter()
                .any(|id| line.contains(id.as_str()))
    };
    assert!(changes.iter().any(named), "{changes:#?}");
}
