//! Changes in groups, on a real file.

use std::sync::Arc;

use bus::{InProcess, Message};
use futures_util::future::join_all;
use futures_util::poll;
use kernel::{Scope, TenantSet, Timestamp};
use sea_orm::sea_query::Query;
use sea_orm::{ConnectionTrait, Statement};
use tempfile::TempDir;
use tokio::task::JoinHandle;

use crate::outbox::Subscriptions;
use crate::{Db, DbFault, Settings, Sql, Tx};

struct Fixture {
    db: Db,
    scope: Scope,
    _folder: TempDir,
}

async fn fixture() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        commit_group: 64,
        ..Settings::of(format!(
            "sqlite://{}",
            folder.path().join("test.sqlite").display()
        ))
    };
    let db = Db::connect(
        &settings,
        Arc::new(InProcess::default()),
        Subscriptions::default(),
    )
    .await
    .unwrap();
    db.raw()
        .execute_unprepared(
            "CREATE TABLE word (text TEXT PRIMARY KEY, of TEXT REFERENCES word (text) DEFERRABLE INITIALLY DEFERRED)",
        )
        .await
        .unwrap();
    let scope = Scope::worker(TenantSet::default(), Timestamp::from_millis(1));
    Fixture {
        db,
        scope,
        _folder: folder,
    }
}

async fn write(tx: &Tx, text: &str) -> Result<(), DbFault> {
    tx.conn()
        .execute_unprepared(&format!("INSERT INTO word (text) VALUES ('{text}')"))
        .await?;
    Ok(())
}

impl Fixture {
    async fn begin(&self) -> Tx {
        self.db.begin(&self.scope).await.unwrap()
    }

    /// Somebody who has written and waits for the commit, and the next one, whose turn it is.
    async fn two(&self) -> (JoinHandle<Result<(), DbFault>>, Tx) {
        let first = self.begin().await;
        write(&first, "first").await.unwrap();
        let mut asking = Box::pin(self.begin());
        assert!(poll!(&mut asking).is_pending(), "one writes at a time");
        let first = tokio::spawn(first.commit());
        (first, asking.await)
    }

    /// What a reader sees, in the order in which it was written.
    async fn words(&self) -> Vec<String> {
        let sql = self.db.read(&self.scope);
        let select = Statement::from_string(
            sql.conn().get_database_backend(),
            "SELECT text FROM word ORDER BY rowid",
        );
        let rows = sql.conn().query_all_raw(select).await.unwrap();
        rows.iter()
            .map(|row| row.try_get("", "text").unwrap())
            .collect()
    }
}

#[tokio::test]
async fn nobody_is_acknowledged_before_the_commit_that_they_share() {
    let it = fixture().await;
    let (first, second) = it.two().await;
    write(&second, "second").await.unwrap();
    assert!(!first.is_finished() && it.words().await.is_empty());

    second.commit().await.unwrap();
    first.await.unwrap().unwrap();
    assert_eq!(it.words().await, ["first", "second"]);
}

#[tokio::test]
async fn who_fails_takes_back_their_own_change_only() {
    let it = fixture().await;
    let (first, second) = it.two().await;
    write(&second, "second").await.unwrap();
    assert!(
        write(&second, "first").await.is_err(),
        "it is there already"
    );
    drop(second);

    first.await.unwrap().unwrap();
    assert_eq!(it.words().await, ["first"]);
}

#[tokio::test]
async fn the_first_may_fail_too() {
    let it = fixture().await;
    let first = it.begin().await;
    write(&first, "first").await.unwrap();
    let mut asking = Box::pin(it.begin());
    assert!(poll!(&mut asking).is_pending());
    first.rollback().await.unwrap();

    let second = asking.await;
    write(&second, "second").await.unwrap();
    second.commit().await.unwrap();
    assert_eq!(it.words().await, ["second"]);
}

#[tokio::test]
async fn a_commit_that_fails_is_acknowledged_to_nobody_and_goes_out_to_nobody() {
    let it = fixture().await;
    let mut messages = it.db.bus().listen();
    let first = it.begin().await;
    write(&first, "first").await.unwrap();
    first.work_waits("words");
    let mut asking = Box::pin(it.begin());
    assert!(poll!(&mut asking).is_pending());
    let first = tokio::spawn(first.commit());
    let second = asking.await;
    second
        .conn()
        .execute_unprepared("INSERT INTO word (text, of) VALUES ('second', 'nothing')")
        .await
        .unwrap();

    assert!(second.commit().await.is_err() && first.await.unwrap().is_err());
    assert!(it.words().await.is_empty() && messages.try_recv().is_err());

    let third = it.begin().await;
    write(&third, "third").await.unwrap();
    third.work_waits("words");
    third.commit().await.unwrap();
    assert_eq!(it.words().await, ["third"]);
    assert!(matches!(messages.try_recv(), Ok(Message::Work { .. })));
}

#[tokio::test]
async fn changes_happen_in_the_order_in_which_they_were_asked_for() {
    let it = fixture().await;
    let it = &it;
    let names: Vec<String> = (0..200).map(|number| format!("{number:03}")).collect();
    let one = async |name: &String| {
        let tx = it.begin().await;
        write(&tx, name).await.unwrap();
        tx.commit().await.unwrap();
    };
    join_all(names.iter().map(one)).await;
    assert_eq!(it.words().await, names);
}

#[tokio::test]
async fn who_goes_away_holds_up_nobody() {
    let it = fixture().await;
    let first = it.begin().await;
    write(&first, "first").await.unwrap();
    let mut waiting = Box::pin(it.begin());
    let mut asking = Box::pin(it.begin());
    assert!(poll!(&mut waiting).is_pending() && poll!(&mut asking).is_pending());
    // One leaves the queue, one leaves while the commit is under way: what that one wrote is kept.
    drop(waiting);
    let mut commit = Box::pin(first.commit());
    assert!(poll!(&mut commit).is_pending());
    drop(commit);

    let last = asking.await;
    write(&last, "last").await.unwrap();
    last.commit().await.unwrap();
    assert_eq!(it.words().await, ["first", "last"]);
}

#[tokio::test]
async fn a_full_disk_is_said_and_the_next_change_works_again() {
    let it = fixture().await;
    let limit = async |pages: u32| {
        let pragma = format!("PRAGMA max_page_count = {pages}");
        it.db.raw().execute_unprepared(&pragma).await.unwrap();
    };
    limit(20).await;
    let tx = it.begin().await;
    let full = write(&tx, &"x".repeat(200_000)).await;
    assert!(matches!(full, Err(DbFault::StorageFull(_))), "{full:?}");
    drop(tx);

    limit(1_000_000).await;
    let tx = it.begin().await;
    write(&tx, "small").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(it.words().await, ["small"]);
}

async fn write_later(tx: &Tx, text: &str) {
    let insert = Query::insert()
        .into_table("word")
        .columns(["text"])
        .values_panic([text.into()])
        .to_owned();
    tx.later(&insert).await.unwrap();
}

#[tokio::test]
async fn what_is_written_later_is_there_for_whatever_is_asked_afterwards() {
    let it = fixture().await;
    let tx = it.begin().await;
    write_later(&tx, "first").await;
    write_later(&tx, "second").await;
    let select = Query::select().column("text").from("word").to_owned();
    let found = tx.conn().query_all(&select).await.unwrap();
    assert_eq!(found.len(), 2);
    write_later(&tx, "third").await;
    let last = tx.conn().execute_unprepared("UPDATE word SET of = 'first'");
    assert_eq!(last.await.unwrap().rows_affected(), 3);
    write_later(&tx, "fourth").await;
    tx.commit().await.unwrap();
    assert_eq!(it.words().await, ["first", "second", "third", "fourth"]);
}

#[tokio::test]
async fn what_cannot_be_written_at_the_end_is_said_to_its_writer_only() {
    let it = fixture().await;
    let (first, second) = it.two().await;
    write_later(&second, "second").await;
    write_later(&second, "first").await;
    assert!(second.commit().await.is_err(), "it is there already");

    first.await.unwrap().unwrap();
    assert_eq!(it.words().await, ["first"]);
}

#[tokio::test]
async fn who_asked_for_a_turn_and_does_nothing_with_it_takes_nothing_from_the_others() {
    let it = fixture().await;
    let first = it.begin().await;
    write(&first, "first").await.unwrap();
    let (mut idle, mut gone) = (Box::pin(it.begin()), Box::pin(it.begin()));
    assert!(poll!(&mut idle).is_pending() && poll!(&mut gone).is_pending());
    let first = tokio::spawn(first.commit());
    let idle = tokio::spawn(idle.await.commit());
    let gone = gone.await;
    write(&gone, "gone").await.unwrap();
    drop(gone);
    first.await.unwrap().unwrap();
    idle.await.unwrap().unwrap();
    assert_eq!(it.words().await, ["first"]);
}

#[tokio::test]
async fn what_is_written_last_in_a_part_is_kept_too() {
    let it = fixture().await;
    let (first, second) = it.two().await;
    write(&second, "second").await.unwrap();
    write_later(&second, "third").await;
    second.commit().await.unwrap();
    first.await.unwrap().unwrap();
    assert_eq!(it.words().await, ["first", "second", "third"]);
}
