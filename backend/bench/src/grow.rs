//! Makes the database as large as it is to be measured, with statements of its own: two hundred thousand requests would take longer than the measurement.

use std::time::{Duration, Instant};

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement,
};

use crate::Failure;
use crate::client::text_of_sixty_words;

/// A database of this run on that server.
pub async fn new_database(server: &str) -> Result<String, Failure> {
    let name = format!("bench_{}", std::process::id());
    let admin = Database::connect(server).await?;
    admin
        .execute_unprepared(&format!("CREATE DATABASE {name}"))
        .await?;
    admin.close().await?;
    let (address, _) = server
        .rsplit_once('/')
        .ok_or("the server's address names no database")?;
    Ok(format!("{address}/{name}"))
}

/// Lets the thread hold this many posts, all by the author of its first.
pub async fn thread(url: &str, id: &str, posts: i64) -> Result<(), Failure> {
    let db = Database::connect(ConnectOptions::new(url).sqlx_logging(false).to_owned()).await?;
    let id = literal(&db, id);
    let found = db
        .query_one_raw(Statement::from_string(
            db.get_database_backend(),
            format!("SELECT last_seq, last_change FROM thread WHERE id = {id}"),
        ))
        .await?
        .ok_or("no such thread")?;
    let (seq, change): (i64, i64) = (
        found.try_get("", "last_seq")?,
        found.try_get("", "last_change")?,
    );
    let more = posts - seq;
    if more > 0 {
        let (numbers, new_id) = match db.get_database_backend() {
            DbBackend::Sqlite => (
                format!(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {more})"
                ),
                "randomblob(16)",
            ),
            _ => (
                format!("WITH n AS (SELECT i FROM generate_series(1, {more}) AS i)"),
                "gen_random_uuid()",
            ),
        };
        let text = text_of_sixty_words();
        db.execute_unprepared(&format!(
            "{numbers} INSERT INTO post (id, tenant_id, thread_id, seq, change_seq, author_id, shown_name, capacity, \
             body, html, created_at, version) \
             SELECT {new_id}, p.tenant_id, p.thread_id, {seq} + n.i, {change} + n.i, p.author_id, p.shown_name, \
             p.capacity, '{text}', '<p>{text}</p>', p.created_at, 1 \
             FROM n, (SELECT * FROM post WHERE thread_id = {id} ORDER BY seq LIMIT 1) AS p"
        ))
        .await?;
        db.execute_unprepared(&format!(
            "UPDATE thread SET last_seq = {posts}, last_change = {} WHERE id = {id}",
            change + more
        ))
        .await?;
        db.execute_unprepared("ANALYZE").await?;
    }
    Ok(db.close().await?)
}

pub fn literal(db: &DatabaseConnection, id: &str) -> String {
    match db.get_database_backend() {
        DbBackend::Sqlite => format!("X'{}'", id.replace('-', "")),
        _ => format!("'{id}'::uuid"),
    }
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
    Ok(crate::table::count(rows) / began.elapsed().as_secs_f64())
}
