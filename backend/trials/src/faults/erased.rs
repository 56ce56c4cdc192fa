//! I16: somebody is erased while others write, and then looked for everywhere; also after an older copy was put back.

use std::path::Path;
use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;
use testkit::{Person, Program, Room, Settings, code_in, printed, run};

use super::pause;
use crate::Database;
use crate::Extent;
use crate::audit::{Expected, audit, millis};
use crate::crowd::{Crowd, Size};
use crate::report::Report;
use crate::world::{Plan, TENANT, World};

/// The calendar looks each minute.
const MOST: Duration = Duration::from_secs(150);
const NAME: &str = "Wilhelmina Vertrekt";
const POSTS: usize = 15;

pub async fn run_trial(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    // What others write is counted in a conversation of their own.
    let room = Room::open_in(&world.owner, TENANT).await;
    let leaver = world.participant(NAME, &room).await;
    let files = format!("{}/files", room.posts.trim_end_matches("/posts"));
    let hung = picture(&leaver, &files).await;
    for number in 0..POSTS {
        let files = if number == 0 {
            json!([{"id": hung, "words": "Een plaatje."}])
        } else {
            json!([])
        };
        let said = json!({"body": format!("Vertreksel {number}"), "files": files});
        let answer = leaver.post(&room.posts, &said).await;
        report.expect(answer.status == 201, format!("a post: {}", answer.text));
    }
    let size = Size {
        pace: Duration::from_secs(2),
        ..Size::default()
    };
    let crowd = Crowd::gather(&world, size).await;
    crowd.goes_on(2).await;
    let copy = world.folder.path().join("copy");
    let path = copy.display().to_string();
    let (made, said) = tokio::task::block_in_place(|| world.command(&["backup", &path]));
    report.expect(made, format!("backup: {said}"));

    asks(&world, &leaver, &report).await;
    let began = Instant::now();
    is_due(&world).await;
    waits("it begins", &report, async || {
        leaver.get("/v1/me").await.status == 401
    })
    .await;
    is_due(&world).await;
    waits("it ends", &report, async || {
        rows(&world, "erasure").await == 0
    })
    .await;
    report.measured(
        "erasing takes, with two looks of the calendar",
        millis(began.elapsed()),
    );
    crowd.goes_on(1).await;
    report.round();

    let words = [
        leaver.id().to_string(),
        leaver.id().uuid().simple().to_string(),
        leaver.email.clone(),
        NAME.to_owned(),
    ];
    for line in everywhere(&world, extent.database, &words).await {
        report.broken(line);
    }
    let log = world.log();
    for word in words.iter().skip(2) {
        report.expect(
            !log.contains(word.as_str()),
            format!("the log tells {word}"),
        );
    }
    let found = world.owner.get("/v1/search?q=vertreksel").await;
    let hits = found.body["items"].as_array().map_or(0, Vec::len);
    report.expect(hits == 0, format!("search finds {hits}"));
    comes_back(&world, extent.database, (&leaver, &room), &report).await;
    let seen = crowd.leave().await;
    audit(&mut world, seen, Expected::default(), &report).await;
}

async fn asks(world: &World, leaver: &Person, report: &Report) {
    let sent = leaver.post("/v1/me/erasure/_code", &json!({})).await;
    report.expect(sent.status == 204, format!("a code: {}", sent.text));
    waits("a code comes", report, async || {
        !world.smtp.mails_to(&leaver.email).is_empty()
    })
    .await;
    let mails = world.smtp.mails_to(&leaver.email);
    let subjects = mails
        .iter()
        .map(|mail| format!("Subject: {}", mail.header("Subject")));
    let code = subjects
        .map(|subject| code_in(&subject))
        .find(|code| code.len() == 6);
    let form = json!({"texts": "go", "code": code.unwrap_or_default()});
    let asked = leaver.put("/v1/me/erasure", &form).await;
    report.expect(asked.status == 200, format!("asking: {}", asked.text));
}

/// As if the week were over, or the last mail were out.
async fn is_due(world: &World) {
    world.change("UPDATE erasure SET due_at = 0").await;
}

async fn waits(what: &str, report: &Report, mut holds: impl AsyncFnMut() -> bool) {
    let began = Instant::now();
    while began.elapsed() < MOST {
        if holds().await {
            return;
        }
        pause(500).await;
    }
    report.broken(format!("not in time: {what}"));
}

async fn picture(person: &Person, path: &str) -> String {
    use reqwest::multipart::{Form, Part};
    let part = Part::bytes(b"%PDF-1.7\n% van iemand\n".to_vec()).file_name("stuk.pdf");
    let upload = person.request(reqwest::Method::POST, path);
    let added = person
        .send(upload.multipart(Form::new().part("file", part)))
        .await;
    added.body["id"].as_str().unwrap_or_default().to_owned()
}

async fn rows(world: &World, table: &str) -> i64 {
    let db = &world.founder.db;
    let ask = format!("SELECT CAST(COUNT(*) AS TEXT) AS line FROM {table}");
    lines(db, &ask)
        .await
        .first()
        .and_then(|line| line.parse().ok())
        .unwrap_or(-1)
}

async fn lines(db: &db::Db, sql: &str) -> Vec<String> {
    let ask = Statement::from_string(db.backend(), sql);
    let found = db.raw().query_all_raw(ask).await.unwrap();
    found
        .iter()
        .map(|row| row.try_get("", "line").unwrap())
        .collect()
}

/// Where in which table one of these words stands; the ledger has the number.
async fn everywhere(world: &World, database: Database, words: &[String]) -> Vec<String> {
    let db = &world.founder.db;
    let tables = match database {
        Database::Sqlite => {
            "SELECT name AS line FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        }
        Database::Postgres => {
            "SELECT CAST(table_name AS TEXT) AS line FROM information_schema.tables WHERE table_schema = 'public'"
        }
    };
    let mut found = Vec::new();
    for table in lines(db, tables)
        .await
        .into_iter()
        .filter(|table| table != "erased_person")
    {
        let columns =
            format!("SELECT 'quote(\"' || name || '\")' AS line FROM pragma_table_info('{table}')");
        let all = match database {
            Database::Sqlite => format!(
                "SELECT {} AS line FROM {table}",
                lines(db, &columns).await.join(" || ' ' || ")
            ),
            Database::Postgres => {
                format!("SELECT CAST(row_to_json(t) AS TEXT) AS line FROM {table} t")
            }
        };
        for line in lines(db, &all).await {
            let line = line.to_lowercase();
            if words.iter().any(|word| line.contains(&word.to_lowercase())) {
                found.push(format!("{table} still tells of somebody"));
            }
        }
    }
    found
}

/// The copy from before has the person; the ledger takes them out of it.
async fn comes_back(
    world: &World,
    database: Database,
    (leaver, room): (&Person, &Room),
    report: &Report,
) {
    let ledger = world.folder.path().join("ledger");
    let (told, lines) = tokio::task::block_in_place(|| world.command(&["erasures", "ledger"]));
    report.expect(
        told && lines.contains(&leaver.id().to_string()),
        format!("the ledger: {lines}"),
    );
    let own: Vec<&str> = lines
        .lines()
        .filter(|line| line.ends_with(|sign: char| sign.is_ascii_digit()))
        .collect();
    std::fs::write(&ledger, own.join("\n")).unwrap();
    let folder = world.folder.path().join("elsewhere");
    std::fs::create_dir(&folder).unwrap();
    let mut settings: Settings = world.settings.clone();
    if database == Database::Postgres {
        settings.push((
            "NP_DATABASE_URL",
            world.postgres().new_database("copy_erased"),
        ));
    }
    let copy = world.folder.path().join("copy");
    commands(
        &folder,
        &settings,
        &[
            &["restore", &copy.display().to_string()],
            &["erasures", "replay", &ledger.display().to_string()],
        ],
        report,
    );
    let program = Program::serve_with(&folder, settings, &["serve"]).await;
    let there = leaver.at(&program.base);
    waits("the copy forgets too", report, async || {
        there.get("/v1/me").await.status == 401
    })
    .await;
    let owner = world.owner.at(&program.base);
    waits("its posts go too", report, async || {
        let page = owner
            .get(&format!("{}?after=0&limit=100", room.posts))
            .await;
        page.status == 200 && !page.text.contains("Vertreksel") && !page.text.contains(NAME)
    })
    .await;
}

fn commands(folder: &Path, settings: &Settings, all: &[&[&str]], report: &Report) {
    let given: Vec<(&str, &str)> = settings.iter().map(|(k, v)| (*k, v.as_str())).collect();
    for arguments in all {
        let done = tokio::task::block_in_place(|| run(folder, &given, arguments));
        report.expect(
            done.status.success(),
            format!("{arguments:?}: {}", printed(&done)),
        );
    }
}
