//! Makes a database as large as it is to be tried, with statements of its own: so many requests would take longer than
//! whatever is tried then.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, QueryResult, Statement};

/// Lets the thread hold this many posts of this text, written by its participants in turn; every tenth quotes the first.
pub async fn talk(
    db: &DatabaseConnection,
    thread: &str,
    posts: i64,
    text: &str,
) -> Result<(), DbErr> {
    let id = literal(db, thread);
    let found = row(
        db,
        &format!("SELECT last_seq, last_change FROM thread WHERE id = {id}"),
    )
    .await?;
    let (seq, change): (i64, i64) = (found.try_get_by_index(0)?, found.try_get_by_index(1)?);
    let more = posts - seq;
    if more <= 0 {
        return Ok(());
    }
    let (numbers, new_id) = (numbers(db, more), made_id(db, 1, &format!("n.i + {seq}")));
    db.execute_unprepared(&format!(
        "{numbers}, writer AS (SELECT p.person_id, p.shown_name, p.capacity, ROW_NUMBER() OVER (ORDER BY p.person_id) - 1 AS place \
           FROM participation p JOIN thread t ON t.issue_id = p.issue_id WHERE t.id = {id}), \
         first AS (SELECT id, tenant_id, thread_id, created_at FROM post WHERE thread_id = {id} ORDER BY seq LIMIT 1) \
         INSERT INTO post (id, tenant_id, thread_id, seq, change_seq, author_id, shown_name, capacity, body, html, quotes_id, created_at, version) \
         SELECT {new_id}, first.tenant_id, first.thread_id, {seq} + n.i, {change} + n.i, writer.person_id, writer.shown_name, \
           writer.capacity, '{text}', '<p>{text}</p>', CASE WHEN n.i % 10 = 0 THEN first.id END, first.created_at + n.i, 1 \
         FROM n JOIN writer ON writer.place = n.i % (SELECT COUNT(*) FROM writer) CROSS JOIN first"
    ))
    .await?;
    db.execute_unprepared(&format!(
        "UPDATE thread SET last_seq = {posts}, last_change = {} WHERE id = {id}",
        change + more
    ))
    .await?;
    settle(db).await
}

/// Gives everybody in this thread's issue as many more issues, each with three threads that are partly read; and the organisation many others.
pub async fn issues(
    db: &DatabaseConnection,
    thread: &str,
    more: i64,
    others: i64,
) -> Result<(), DbErr> {
    let thread = literal(db, thread);
    let base = format!("(SELECT issue_id FROM thread WHERE id = {thread})");
    let nobody = made_id(db, 6, "1");
    for statement in [
        copy_of_issue(db, &base, 5, &nobody, others),
        copy_of_issue(db, &base, 2, "b.author_id", more),
    ]
    .into_iter()
    .chain(parts_of_issues(db, &base, more))
    .chain(threads_of_issues(db, &base, &thread, 3 * more))
    {
        db.execute_unprepared(&statement).await?;
    }
    settle(db).await
}

/// What autovacuum does by itself, some minutes later.
async fn settle(db: &DatabaseConnection) -> Result<(), DbErr> {
    if db.get_database_backend() == DbBackend::Postgres {
        db.execute_unprepared("VACUUM ANALYZE").await?;
    }
    Ok(())
}

fn copy_of_issue(db: &DatabaseConnection, base: &str, kind: u8, author: &str, many: i64) -> String {
    let (numbers, id) = (numbers(db, many), made_id(db, kind, "n.i"));
    format!(
        "{numbers} INSERT INTO issue (id, tenant_id, author_id, state, visibility, regime, title, core_question, why_now, \
         background, background_html, created_at, state_at, version, access_version) \
         SELECT {id}, b.tenant_id, {author}, b.state, b.visibility, b.regime, b.title, b.core_question, b.why_now, \
         b.background, b.background_html, b.created_at, b.state_at, 1, 1 FROM n CROSS JOIN issue b WHERE b.id = {base}"
    )
}

/// What they are about, and who takes part in what role.
fn parts_of_issues(db: &DatabaseConnection, base: &str, many: i64) -> [String; 3] {
    let (numbers, issue) = (numbers(db, many), made_id(db, 2, "n.i"));
    let grant = made_id(db, 4, "n.i * 1000 + p.place");
    [
        format!(
            "{numbers} INSERT INTO issue_term (issue_id, term_id) \
             SELECT {issue}, b.term_id FROM n CROSS JOIN issue_term b WHERE b.issue_id = {base}"
        ),
        format!(
            "{numbers} INSERT INTO participation (issue_id, person_id, state, capacity, shown_name, joined_at) \
             SELECT {issue}, b.person_id, b.state, b.capacity, b.shown_name, b.joined_at \
             FROM n CROSS JOIN participation b WHERE b.issue_id = {base}"
        ),
        format!(
            "{numbers} INSERT INTO role_grant (id, person_id, tenant_id, container_kind, container_id, role, starts_at, created_at) \
             SELECT {grant}, p.person_id, p.tenant_id, p.container_kind, {issue}, p.role, p.starts_at, p.created_at FROM n CROSS JOIN \
             (SELECT g.*, ROW_NUMBER() OVER (ORDER BY g.person_id) AS place FROM role_grant g WHERE g.container_id = {base}) p"
        ),
    ]
}

/// Three threads for each, and what everybody has read of them.
fn threads_of_issues(db: &DatabaseConnection, base: &str, thread: &str, many: i64) -> [String; 2] {
    let (numbers, issue) = (numbers(db, many), made_id(db, 2, "(n.i + 2) / 3"));
    let id = made_id(db, 3, "n.i");
    [
        format!(
            "{numbers} INSERT INTO thread (id, tenant_id, issue_id, author_id, title, visibility, regime, state, last_seq, last_change, \
             voids, last_post_at, created_at, version) \
             SELECT {id}, b.tenant_id, {issue}, b.author_id, b.title, b.visibility, b.regime, b.state, 40, 40, '', \
             b.last_post_at, b.created_at, 1 FROM n CROSS JOIN thread b WHERE b.id = {thread}"
        ),
        format!(
            "{numbers} INSERT INTO thread_read (thread_id, person_id, ranges, updated_at) \
             SELECT {id}, b.person_id, '1-17,19-30', b.joined_at FROM n CROSS JOIN participation b WHERE b.issue_id = {base}"
        ),
    ]
}

async fn row(db: &DatabaseConnection, sql: &str) -> Result<QueryResult, DbErr> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let found = db.query_one_raw(statement).await?;
    found.ok_or_else(|| DbErr::RecordNotFound(sql.to_owned()))
}

/// A table `n` with the numbers `i` from 1.
fn numbers(db: &DatabaseConnection, most: i64) -> String {
    match db.get_database_backend() {
        DbBackend::Sqlite => format!(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {most})"
        ),
        _ => format!("WITH n AS (SELECT i FROM generate_series(1::bigint, {most}) AS i)"),
    }
}

/// An id that grows with a number, as ids grow with time.
fn made_id(db: &DatabaseConnection, kind: u8, number: &str) -> String {
    const BEGIN: i64 = 1_717_986_918_400;
    match db.get_database_backend() {
        DbBackend::Sqlite => {
            format!("unhex(printf('%012x7000800{kind}%012x', {BEGIN} + {number}, {number}))")
        }
        _ => format!(
            "(lpad(to_hex({BEGIN} + {number}), 12, '0') || '7000800{kind}' || lpad(to_hex({number}), 12, '0'))::uuid"
        ),
    }
}

/// An id as it stands in a statement.
pub fn literal(db: &DatabaseConnection, id: &str) -> String {
    match db.get_database_backend() {
        DbBackend::Sqlite => format!("X'{}'", id.replace('-', "")),
        _ => format!("'{id}'::uuid"),
    }
}
