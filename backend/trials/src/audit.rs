//! After the fault: is everything that was acknowledged there, once, everywhere?

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use reqwest::Method;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::Value;
use testkit::{Person, Reader, WORDS};

use crate::crowd::Seen;
use crate::machine::Vitals;
use crate::report::Report;
use crate::world::World;

/// How long the work behind the pages may take to be done with.
const PATIENCE: Duration = Duration::from_secs(60);

/// Search says that there are more than these.
const COUNTED: usize = 100;

/// What differs from one trial to the next.
#[derive(Clone, Copy, Default)]
pub struct Expected {
    /// The same mail may have come twice, with the same id: its end could not be noted.
    pub mail_doubles: bool,
    /// Mails wait for another try of minutes: that they are there is enough.
    pub mails_wait: bool,
    /// Each process that works keeps an index of its own part.
    pub search_apart: bool,
    /// What its process held before.
    pub vitals: Option<Vitals>,
}

pub async fn audit(world: &mut World, seen: Seen, expected: Expected, report: &Report) {
    report.load(seen.load());
    let post = seen.answered_within(0.99);
    report.measured("post answered within, 99 of 100", millis(post));
    report.measured(
        "post seen within, 99 of 100",
        millis(seen.seen_within(0.99)),
    );
    let posts = all_posts(world).await;
    written_once(&posts, &seen, report);
    answered_well(&seen, report);
    heard_once(&seen.sockets, posts.len(), report).await;
    nothing_waits(world, expected, report).await;
    if !expected.search_apart {
        found(world, &posts, report).await;
    }
    told_once(world, posts.len(), report).await;
    mailed_once(world, &seen, expected, report).await;
    drop(seen);
    at_rest(world, expected, report).await;
}

pub fn millis(took: Duration) -> String {
    format!("{} ms", took.as_millis())
}

/// Every post of the room as its owner reads it.
async fn all_posts(world: &World) -> Vec<Value> {
    let mut posts: Vec<Value> = Vec::new();
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        let last = posts.last().and_then(|post| post["seq"].as_i64());
        match world.room.try_page(&world.owner, last.unwrap_or(0)).await {
            Some(page) if page.is_empty() => break,
            Some(page) => posts.extend(page),
            None => tokio::time::sleep(Duration::from_millis(200)).await,
        }
    }
    posts
}

/// (a) and (b): what got 201 is there once, with the same number; numbers have no gap.
fn written_once(posts: &[Value], seen: &Seen, report: &Report) {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ids: BTreeSet<&str> = BTreeSet::new();
    for post in posts {
        *times
            .entry(post["html"].as_str().unwrap_or_default())
            .or_default() += 1;
        ids.insert(post["id"].as_str().unwrap_or_default());
    }
    let acknowledged: Vec<_> = seen.written.iter().flat_map(|it| &it.posts).collect();
    let lost = acknowledged
        .iter()
        .filter(|it| !ids.contains(it.id.as_str()))
        .count();
    let doubled = times.values().filter(|count| **count > 1).count();
    report.count(acknowledged.len(), lost, doubled);
    report.expect(lost == 0, format!("{lost} acknowledged posts are lost"));
    report.expect(doubled == 0, format!("{doubled} posts are there twice"));
    let seqs = posts.iter().filter_map(|post| post["seq"].as_i64());
    report.expect(
        seqs.eq(1..=to_i64(posts.len())),
        "the numbers of posts have a gap",
    );
    let open = seen.written.iter().map(|it| it.open.len()).sum::<usize>();
    report.expect(open == 0, format!("{open} posts were never answered"));
    // The first post of the room is the owner's.
    let more = (posts.len() - 1).saturating_sub(acknowledged.len());
    report.measured("posts that are there and were never acknowledged", more);
}

/// (g): no 500, and no refusal that does not pass.
fn answered_well(seen: &Seen, report: &Report) {
    let mut refused: BTreeMap<String, usize> = BTreeMap::new();
    for written in &seen.written {
        for (refusal, count) in &written.refused {
            *refused.entry(refusal.clone()).or_default() += count;
        }
        for fault in written.faults() {
            report.broken(format!("a post was answered with {fault}"));
        }
    }
    for fault in seen.looked.faults() {
        report.broken(format!("a page was answered with {fault}"));
    }
    let unanswered = seen.written.iter().map(|it| it.unanswered).sum::<usize>();
    report.measured("posts that got no answer and were sent again", unanswered);
    report.measured("posts refused for a while", format!("{refused:?}"));
    report.measured("pages", format!("{:?}", seen.looked.answers));
    let slowest = seen.looked.took.iter().max().copied().unwrap_or_default();
    report.measured("slowest page", millis(slowest));
}

/// (c): each socket saw each number once, in order.
async fn heard_once(sockets: &[Reader], all: usize, report: &Report) {
    let expected: Vec<i64> = (1..=to_i64(all)).collect();
    let mut wrong = 0;
    for socket in sockets {
        let numbers = || -> Vec<i64> { socket.heard().iter().map(|(seq, _)| *seq).collect() };
        eventually(async || numbers().len() >= all).await;
        wrong += usize::from(numbers() != expected);
    }
    report.expect(
        wrong == 0,
        format!(
            "{wrong} of {} sockets missed something or saw it twice",
            sockets.len()
        ),
    );
}

/// (f): everything is found.
async fn found(world: &World, posts: &[Value], report: &Report) {
    let Some(reader) = world.readers.first() else {
        return;
    };
    for word in WORDS {
        let holds = |post: &&Value| post["html"].as_str().is_some_and(|it| it.contains(word));
        let all = posts.iter().filter(holds).count();
        let mut total = Value::Null;
        let is_found = eventually(async || {
            let request = reader.request(Method::GET, &format!("/v1/search?q={word}"));
            let body = reader.try_send(request).await.map(|it| it.body);
            let body = body.unwrap_or_default();
            total = body["total"].clone();
            // It counts no further.
            total == all || (all > COUNTED && total == COUNTED && body["more"] == true)
        });
        if !is_found.await {
            return report.broken(format!("search finds {total} of {all} posts with {word}"));
        }
    }
}

/// (e), within the product: one line for each post, for each person who should be told.
async fn told_once(world: &World, posts: usize, report: &Report) {
    // The first is from before they took part.
    let all = posts - 1;
    for reader in &world.readers {
        let mut lines = 0;
        let told = eventually(async || {
            lines = notifications(reader).await;
            lines >= all
        });
        let told = told.await;
        report.expect(
            told && lines == all,
            format!("{}: {lines} notifications of {all} posts", reader.email),
        );
    }
}

async fn notifications(reader: &Person) -> usize {
    let (mut lines, mut cursor) = (0, String::new());
    loop {
        let path = format!("/v1/me/notifications?limit=100{cursor}");
        let request = reader.request(Method::GET, &path);
        let Some(page) = reader.try_send(request).await else {
            return lines;
        };
        lines += page.body["items"].as_array().map_or(0, Vec::len);
        match page.body["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return lines,
        }
    }
}

/// (e): each promised mail came, once.
async fn mailed_once(world: &World, seen: &Seen, expected: Expected, report: &Report) {
    report.measured("mails promised", seen.promised.len());
    if expected.mails_wait {
        return;
    }
    let came = |address: &String| !world.smtp.mails_to(address).is_empty();
    eventually(async || seen.promised.iter().all(came)).await;
    let missing = seen.promised.iter().filter(|it| !came(it)).count();
    report.expect(missing == 0, format!("{missing} promised mails never came"));
    mails_once(world, expected, report);
}

/// No address got two mails; where a double is allowed, it is the same mail.
pub fn mails_once(world: &World, expected: Expected, report: &Report) {
    let mut ids: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for mail in world.smtp.mails() {
        if mail.to.iter().any(|to| to.starts_with("vraagt-")) {
            let id = mail.header("Message-ID").to_owned();
            ids.entry(mail.to.concat()).or_default().push(id);
        }
    }
    let doubles = ids.values().filter(|ids| ids.len() > 1);
    let (mut same, mut different) = (0, 0);
    for ids in doubles {
        let distinct: BTreeSet<&String> = ids.iter().collect();
        if distinct.len() == 1 && ids.len() == 2 {
            same += 1;
        } else {
            different += 1;
        }
    }
    report.measured("mails that came twice, with the same id", same);
    report.expect(
        different == 0,
        format!("{different} people got several mails"),
    );
    report.expect(
        expected.mail_doubles || same == 0,
        format!("{same} mails came twice"),
    );
}

/// (d): nothing is due, and nothing was given up.
async fn nothing_waits(world: &World, expected: Expected, report: &Report) {
    // A mail that gathers what is new waits for minutes, and a reminder for days, as they should.
    let mut due = "dead_at IS NULL AND queue <> 'notify-due' AND (attempts > 0 OR due_at - created_at < 600000)".to_owned();
    if expected.mails_wait {
        due.push_str(" AND queue NOT LIKE 'mail-%'");
    }
    let how_many = format!("SELECT COUNT(*) AS n FROM job WHERE {due}");
    let mut left = 0;
    // Twice as long: a busy machine is behind with everything.
    let done = within(2 * PATIENCE, async || {
        left = count(world, &how_many).await;
        left == 0
    });
    if !done.await {
        let of = format!("SELECT queue AS name, COUNT(*) AS n FROM job WHERE {due} GROUP BY queue");
        let of = counts(world, &of).await;
        report.broken(format!("{left} jobs are left: {of:?}"));
    }
    let dead = count(
        world,
        "SELECT COUNT(*) AS n FROM job WHERE dead_at IS NOT NULL",
    )
    .await;
    report.expect(dead == 0, format!("{dead} jobs were given up"));
}

/// A number from the database, past the program.
pub async fn count(world: &World, statement: &str) -> i64 {
    let db = world.founder.db.raw();
    let statement = Statement::from_string(db.get_database_backend(), statement);
    match db.query_one_raw(statement).await {
        Ok(Some(row)) => row.try_get("", "n").unwrap_or(-1),
        _ => -1,
    }
}

/// Numbers by name from the database, past the program.
async fn counts(world: &World, statement: &str) -> BTreeMap<String, i64> {
    let db = world.founder.db.raw();
    let statement = Statement::from_string(db.get_database_backend(), statement);
    let rows = db.query_all_raw(statement).await.unwrap_or_default();
    rows.iter()
        .filter_map(|row| Some((row.try_get("", "name").ok()?, row.try_get("", "n").ok()?)))
        .collect()
}

/// (g): nobody panicked, and the process holds what it held before.
pub async fn at_rest(world: &mut World, expected: Expected, report: &Report) {
    let log = world.log();
    for panic in log.lines().filter(|line| line.contains("panicked at")) {
        report.broken(format!("in the log: {panic}"));
    }
    let errors = log.lines().filter(|line| line.contains("ERROR")).count();
    report.measured("errors in the log", errors);
    let pid = world.node().pid();
    let now = Vitals::of(pid);
    report.measured("memory at the end", mib(now.memory_kib));
    report.measured("open files at the end", now.files);
    let Some(before) = expected.vitals else {
        return;
    };
    report.measured("memory before", mib(before.memory_kib));
    report.measured("open files before", before.files);
    let files = eventually(async || Vitals::of(pid).files <= more(before.files)).await;
    let held = Vitals::of(pid).files;
    report.expect(
        files,
        format!("{held} files are open, {} were before", before.files),
    );
    let most = before.memory_kib + before.memory_kib / 10;
    let memory = eventually(async || Vitals::of(pid).memory_kib <= most).await;
    let held = Vitals::of(pid).memory_kib;
    report.expect(
        memory,
        format!(
            "memory grew from {} to {}",
            mib(before.memory_kib),
            mib(held)
        ),
    );
}

/// A tenth, and at least a few: a pool opens a connection when it needs one.
fn more(files: usize) -> usize {
    files + (files / 10).max(4)
}

fn mib(kib: u64) -> String {
    format!("{} MiB", kib / 1_024)
}

/// Whether it becomes true in time.
pub async fn eventually(holds: impl AsyncFnMut() -> bool) -> bool {
    within(PATIENCE, holds).await
}

pub async fn within(patience: Duration, mut holds: impl AsyncFnMut() -> bool) -> bool {
    let began = Instant::now();
    let mut look = tokio::time::interval(Duration::from_millis(250));
    loop {
        look.tick().await;
        if holds().await {
            return true;
        }
        if began.elapsed() > patience {
            return false;
        }
    }
}

fn to_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
