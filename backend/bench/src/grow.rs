//! Makes the database as large as it is to be measured, and what the disk allows.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use kernel::ThreadId;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};

use load::text_of_sixty_words;
use testkit::grow;

use crate::Failure;
use crate::place::Place;
use crate::units::count;

/// Lets the thread hold this many posts, written by its participants in turn; every tenth quotes the first.
pub async fn thread(place: &Place, id: &str, posts: i64) -> Result<(), Failure> {
    let db = place.connect().await?;
    grow::talk(&db, id, posts, &text_of_sixty_words()).await?;
    Ok(db.close().await?)
}

/// The same in a file of SQLite that is no measurement's, whose program is not running.
pub async fn thread_in_file(settings: &Settings) -> Result<(), Failure> {
    let db = Database::connect(format!("sqlite://{}", settings.database.display())).await?;
    let (thread, text) = (settings.thread.to_string(), text_of_sixty_words());
    grow::talk(&db, &thread, settings.posts, &text).await?;
    Ok(db.close().await?)
}

#[derive(Clone, clap::Args)]
pub struct Settings {
    /// A file of SQLite.
    #[arg(long)]
    database: PathBuf,
    /// A conversation that somebody has written in.
    #[arg(long)]
    thread: ThreadId,
    /// How many posts it is to hold.
    #[arg(long)]
    posts: i64,
}

/// Gives everybody in this thread's issue as many more issues, each with three threads that are partly read; and the organisation many others.
pub async fn issues(place: &Place, thread: &str, more: i64, others: i64) -> Result<(), Failure> {
    let db = place.connect().await?;
    grow::issues(&db, thread, more, others).await?;
    Ok(db.close().await?)
}

async fn row(db: &DatabaseConnection, sql: &str) -> Result<sea_orm::QueryResult, Failure> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    Ok(db.query_one_raw(statement).await?.ok_or("no such row")?)
}

/// How many posts with these ids there are.
pub async fn found(place: &Place, ids: &[String]) -> Result<usize, Failure> {
    let db = place.connect().await?;
    let mut found = 0;
    for some in ids.chunks(500) {
        let list: Vec<_> = some.iter().map(|id| grow::literal(&db, id)).collect();
        let sql = format!(
            "SELECT COUNT(*) FROM post WHERE id IN ({})",
            list.join(", ")
        );
        let counted: i64 = row(&db, &sql).await?.try_get_by_index(0)?;
        found += usize::try_from(counted)?;
    }
    db.close().await?;
    Ok(found)
}

/// What the disk allows: one row per transaction, written through, as the product does.
pub async fn bare_inserts(seconds: u64) -> Result<f64, Failure> {
    let folder = tempfile::tempdir()?;
    let url = format!(
        "sqlite://{}?mode=rwc",
        folder.path().join("bare.sqlite").display()
    );
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    let db = Database::connect(options).await?;
    db.execute_unprepared("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        .await?;
    db.execute_unprepared("CREATE TABLE row (id INTEGER PRIMARY KEY, body TEXT NOT NULL)")
        .await?;
    let insert = format!(
        "INSERT INTO row (body) VALUES ('{}')",
        text_of_sixty_words()
    );
    let (began, mut rows) = (Instant::now(), 0_usize);
    while began.elapsed() < Duration::from_secs(seconds) {
        db.execute_unprepared(&insert).await?;
        rows += 1;
    }
    Ok(count(rows) / began.elapsed().as_secs_f64())
}
