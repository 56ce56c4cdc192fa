//! Two who run an issue let conversations go on at once: one of them did, and both rooms say the same.

use std::time::Duration;

use kernel::IssueRole;
use sea_orm::{ConnectionTrait, DbBackend, Statement, TransactionTrait};
use serde_json::{Value, json};
use testkit::{Answer, Person};

use crate::threads::Room;

/// How many wait for somebody else in this database.
const WAITING: &str = "SELECT COUNT(DISTINCT waits.pid) AS n FROM pg_locks waits WHERE NOT waits.granted \
    AND EXISTS (SELECT 1 FROM pg_locks here WHERE here.pid = waits.pid \
    AND here.database = (SELECT oid FROM pg_database WHERE datname = current_database()))";

async fn opens(room: &Room, regime: &str) -> String {
    room.app.advance(Duration::from_millis(1));
    let form = json!({"title": "Verder", "body": "Hier verder.", "regime": regime});
    let threads = format!("/v1/tenants/ess/issues/{}/threads", room.issue);
    let made = room.fatima.post(&threads, &form).await;
    assert_eq!(made.status, 201, "{}", made.text);
    made.body["id"].as_str().unwrap().to_owned()
}

async fn leads(who: &Person, from: &str, to: &str) -> Answer {
    let form = json!({"thread": to, "why": "Het wordt persoonlijk."});
    who.put(&format!("/v1/tenants/ess/threads/{from}/successor"), &form)
        .await
}

/// What both of them are answered who do this at once. On PostgreSQL each has looked at how things stand before either
/// changes them; SQLite has one writer.
async fn at_once(room: &Room, [one, other]: [(&str, &str); 2]) -> [Answer; 2] {
    let bram = room.joins("Bram", IssueRole::Facilitator).await;
    let both = async {
        tokio::join!(
            leads(&room.convener, one.0, one.1),
            leads(&bram, other.0, other.1)
        )
    };
    if room.app.state.db.backend() == DbBackend::Sqlite {
        return both.await.into();
    }
    // Past the wall: whoever owns the tables sees no row of an organisation, and would hold none.
    let whole = room.app.whole_database().await;
    #[expect(
        clippy::disallowed_methods,
        reason = "a change that the program does not know of"
    )]
    let held = whole.begin().await.unwrap();
    let ids = [one.0, one.1, other.0, other.1].map(|id| format!("'{id}'"));
    let rows = format!(
        "SELECT 1 FROM thread WHERE id IN ({}) FOR UPDATE",
        ids.join(", ")
    );
    let seen = held
        .execute_unprepared(&rows)
        .await
        .unwrap()
        .rows_affected();
    assert!(seen > 1, "the rooms are held");
    let release = async {
        let asked = || Statement::from_string(DbBackend::Postgres, WAITING);
        loop {
            let row = held.query_one_raw(asked()).await.unwrap().unwrap();
            if row.try_get::<i64>("", "n").unwrap() > 1 {
                break;
            }
        }
        held.rollback().await.unwrap();
    };
    let (answers, ()) = tokio::join!(both, release);
    answers.into()
}

/// Both ends of each link, as everybody who takes part reads them.
async fn links(room: &Room, threads: &[&str]) -> Vec<(Value, Value)> {
    let mut found = Vec::new();
    for thread in threads {
        let seen = room
            .fatima
            .get(&format!("/v1/tenants/ess/threads/{thread}"))
            .await;
        let end = |side: &str| seen.body[side]["thread"].clone();
        found.push((end("follows"), end("followedBy")));
    }
    found
}

async fn acts(room: &Room, thread: &str) -> usize {
    let log = room
        .fatima
        .get(&format!("/v1/tenants/ess/threads/{thread}/acts"))
        .await;
    log.body["items"].as_array().unwrap().len()
}

#[tokio::test]
async fn of_two_that_would_lead_to_each_other_one_does_and_the_other_stays_open() {
    let room = Room::new("trusted", "invited").await;
    let (a, b) = (room.thread.clone(), opens(&room, "confidential").await);
    let answers = at_once(&room, [(&a, &b), (&b, &a)]).await;
    let won = answers.iter().position(|it| it.status == 204).unwrap();
    let lost = &answers[1 - won];
    assert!(
        lost.status == 412 || lost.body["errors"][0]["code"] == "thread.goes-elsewhere",
        "{} {}",
        lost.status,
        lost.text
    );
    let (from, to) = if won == 0 { (&a, &b) } else { (&b, &a) };
    assert_eq!(
        links(&room, &[from, to]).await,
        [(Value::Null, json!(to)), (json!(from), Value::Null)]
    );
    let (closed, open) = (acts(&room, from).await, acts(&room, to).await);
    assert_eq!((closed, open), (1, 0), "one was closed, with a reason");
}

#[tokio::test]
async fn a_room_that_two_let_go_on_leads_to_one_place() {
    let room = Room::new("trusted", "invited").await;
    let a = room.thread.clone();
    let (b, c) = (
        opens(&room, "confidential").await,
        opens(&room, "authorless").await,
    );
    let answers = at_once(&room, [(&a, &b), (&a, &c)]).await;
    let statuses = answers.each_ref().map(|it| it.status);
    assert!(
        statuses.contains(&204) && statuses.iter().all(|it| [204, 412].contains(it)),
        "{statuses:?}"
    );
    let found = links(&room, &[&a, &b, &c]).await;
    let to_b = vec![
        (Value::Null, json!(b)),
        (json!(a), Value::Null),
        (Value::Null, Value::Null),
    ];
    let to_c = vec![
        (Value::Null, json!(c)),
        (Value::Null, Value::Null),
        (json!(a), Value::Null),
    ];
    assert!(found == to_b || found == to_c, "{found:?}");
    let done = statuses.iter().filter(|status| **status == 204).count();
    assert_eq!(acts(&room, &a).await, done);
}

#[tokio::test]
async fn two_rooms_do_not_both_go_on_in_a_third_one() {
    let room = Room::new("trusted", "invited").await;
    let a = room.thread.clone();
    let (b, c) = (
        opens(&room, "trusted").await,
        opens(&room, "confidential").await,
    );
    let answers = at_once(&room, [(&a, &c), (&b, &c)]).await;
    let won = answers.iter().position(|it| it.status == 204).unwrap();
    let lost = &answers[1 - won];
    assert!(
        lost.status == 412 || lost.body["errors"][0]["code"] == "thread.goes-elsewhere",
        "{} {}",
        lost.status,
        lost.text
    );
    let (from, left) = if won == 0 { (&a, &b) } else { (&b, &a) };
    assert_eq!(
        links(&room, &[from, left, &c]).await,
        [
            (Value::Null, json!(c)),
            (Value::Null, Value::Null),
            (json!(from), Value::Null)
        ]
    );
    assert_eq!(acts(&room, left).await, 0, "what was refused left nothing");
}
