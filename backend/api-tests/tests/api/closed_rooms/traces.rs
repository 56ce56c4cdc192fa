//! What a post leaves behind: the whole database, the mails and what the room is told, before and after.

use std::collections::BTreeMap;
use std::time::Duration;

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use testkit::{Person, TestApp};

use super::Closed;
use super::objections::{HERS, HIS, Objecting};
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
fn between(
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
        let plain: String = word.chars().filter(|c| !c.is_ascii_digit()).collect();
        shape.push_str(if is_drawn { "drawn" } else { &plain });
        shape.push(' ');
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

async fn changes_of(room: &Closed, writer: &Person) -> Vec<String> {
    let before = rows(&room.app).await;
    room.says(writer, "Woorden van iemand.").await;
    between(&before, &rows(&room.app).await)
}

/// Nothing that one post leaves tells it from the same post by somebody else.
async fn leaves_no_trace(regime: &str) {
    let room = Closed::room(regime).await;
    // Both have an alias by now, and all that waits was sent.
    for writer in [&room.fatima, &room.henk] {
        room.says(writer, "Hallo.").await;
    }
    room.later(Duration::from_secs(300)).await;
    let ours = changes_of(&room, &room.fatima).await;
    room.later(Duration::from_secs(300)).await;
    let theirs = changes_of(&room, &room.henk).await;
    assert!(
        ours.iter().any(|line| line.starts_with("+ post ")),
        "{ours:#?}"
    );
    tell_nobody_apart(&room, regime, ours, theirs).await;
}

/// What Fatima left and what Henk left, by the same act, names neither of them and is the same.
async fn tell_nobody_apart(room: &Closed, regime: &str, ours: Vec<String>, theirs: Vec<String>) {
    // Their aliases are what may differ.
    let names: Vec<String> = room
        .posts(&room.joost)
        .await
        .iter()
        .filter_map(|post| post["name"].as_str())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    let unnamed = |changes: Vec<String>| -> Vec<String> {
        let without = |line: String| {
            names
                .iter()
                .fold(line, |line, name| line.replace(name.as_str(), ""))
        };
        changes.into_iter().map(without).collect()
    };
    let (ours, theirs) = (unnamed(ours), unnamed(theirs));

    for changes in [&ours, &theirs] {
        for (who, writer) in [("fatima", &room.fatima), ("henk", &room.henk)] {
            for line in changes.iter().filter(|line| !is_told_to_all(line)) {
                let found = ids(writer).iter().any(|id| line.contains(id.as_str()));
                assert!(!found, "{regime}: {who} in {line}");
            }
        }
    }
    assert_eq!(shapes(&ours), shapes(&theirs), "{regime}");
    // Of what everybody is told, everybody is told as much.
    let told = |changes: &[String], person: &Person| {
        let of = |line: &&String| ids(person).iter().any(|id| line.contains(id.as_str()));
        changes.iter().filter(of).count()
    };
    for changes in [&ours, &theirs] {
        assert_eq!(told(changes, &room.fatima), told(changes, &room.henk));
    }
    let mails = |person: &Person| room.app.mails_to(&person.email).len();
    room.later(Duration::from_secs(300)).await;
    assert_eq!(mails(&room.fatima), mails(&room.henk));
}

/// Lines of the notification centre, and the events that make browsers look at it: the same for everybody in the room.
fn is_told_to_all(line: &str) -> bool {
    let of_one_person = ["+ notification ", "+ job ", "- job ", "+ mail_message "];
    let is_news = line.starts_with("+ event ") && line.contains("notification.");
    is_news || of_one_person.iter().any(|start| line.starts_with(start))
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
    let it = Objecting::new(regime).await;
    let room = &it.room;
    let hers = it.removed(&room.fatima, HERS).await;
    let his = it.removed(&room.henk, HIS).await;
    let mut changes = Vec::new();
    for (writer, removed) in [(&room.fatima, &hers), (&room.henk, &his)] {
        room.later(Duration::from_secs(300)).await;
        let decision = it.decision(writer, removed).await;
        let id = decision["id"].as_str().unwrap();
        let before = rows(&room.app).await;
        assert_eq!(it.told(writer, removed).await.status, 200);
        let made = it.object(writer, removed, id).await;
        assert_eq!(made.status, 201, "{}", made.text);
        room.app.settle().await;
        changes.push(between(&before, &rows(&room.app).await));
    }
    let theirs = changes.pop().unwrap();
    let ours = changes.pop().unwrap();
    let objected = |line: &String| line.starts_with("+ moderation_appeal ");
    assert!(ours.iter().any(objected), "{ours:#?}");
    tell_nobody_apart(room, regime, ours, theirs).await;
}

#[tokio::test]
async fn who_objects_by_an_alias_is_named_nowhere() {
    Box::pin(objects_without_a_trace("confidential")).await;
}

#[tokio::test]
async fn who_objects_with_a_key_is_named_nowhere() {
    Box::pin(objects_without_a_trace("authorless")).await;
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
