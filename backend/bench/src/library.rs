//! A large library in one thread: posts that all differ, by one author, written past the product.

use kernel::PersonId;
use sea_orm::{ConnectionTrait, Statement};
use testkit::grow::literal;

use crate::Failure;
use crate::place::Place;
use crate::words::{Dice, text};

const AT_ONCE: i64 = 1_000;

/// Lets the thread of an SQLite place hold this many posts; who wrote them.
pub async fn fill(place: &Place, thread: &str, posts: i64) -> Result<PersonId, Failure> {
    let db = place.connect().await?;
    let id = literal(&db, thread);
    let first = format!(
        "SELECT post.author_id, thread.last_seq FROM thread JOIN post ON post.thread_id = thread.id \
         WHERE thread.id = {id} ORDER BY post.seq LIMIT 1"
    );
    let found = db
        .query_one_raw(Statement::from_string(db.get_database_backend(), first))
        .await?
        .ok_or("no such thread")?;
    let author: uuid::Uuid = found.try_get("", "author_id")?;
    let mut last: i64 = found.try_get("", "last_seq")?;
    let mut dice = Dice::new(1);
    while last < posts {
        let until = std::cmp::min(last + AT_ONCE, posts);
        let rows: Vec<String> = (last + 1..=until)
            .map(|seq| format!("({seq}, '{}')", text(&mut dice)))
            .collect();
        db.execute_unprepared(&format!(
            "INSERT INTO post (id, tenant_id, thread_id, seq, change_seq, author_id, shown_name, capacity, \
             body, html, created_at, version) \
             SELECT randomblob(16), p.tenant_id, p.thread_id, n.column1, n.column1, p.author_id, p.shown_name, \
             p.capacity, n.column2, '<p>' || n.column2 || '</p>', p.created_at + n.column1, 1 \
             FROM (VALUES {}) AS n, (SELECT * FROM post WHERE thread_id = {id} ORDER BY seq LIMIT 1) AS p",
            rows.join(", ")
        ))
        .await?;
        last = until;
    }
    db.execute_unprepared(&format!(
        "UPDATE thread SET last_seq = {last}, last_change = {last} WHERE id = {id} AND last_seq < {last}"
    ))
    .await?;
    db.execute_unprepared("ANALYZE").await?;
    db.close().await?;
    Ok(author.into())
}
