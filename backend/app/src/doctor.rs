//! Whether this installation can run, and what to do when it cannot. Changes nothing; prints no secret.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bus::{InProcess, Nats, NatsFault};
use db::outbox::Subscriptions;
use db::{Across, Db, DbFault, Sql};
use kernel::{Clock, Scope, TenantSet, Timestamp};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use search::ServerFault;
use settings::environment;

use crate::{Settings, command, schema};

mod answers;
mod cause;
mod copies;
mod data_dir;
mod mail;
mod owner;
mod replica;
mod secret;
mod versions;
mod wall;

/// One thing that was looked at.
pub struct Finding {
    pub what: &'static str,
    pub said: Result<String, Advice>,
}

/// What is wrong, and what to do about it.
pub struct Advice {
    pub weight: Weight,
    pub wrong: String,
    pub do_this: String,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It cannot go on like this.
    Wrong,
    /// It works, and is seldom meant.
    Careful,
}

type Said = Result<String, Advice>;

fn advice(wrong: impl Into<String>, do_this: impl Into<String>) -> Advice {
    Advice {
        weight: Weight::Wrong,
        wrong: wrong.into(),
        do_this: do_this.into(),
    }
}

fn careful(wrong: impl Into<String>, do_this: impl Into<String>) -> Advice {
    Advice {
        weight: Weight::Careful,
        ..advice(wrong, do_this)
    }
}

/// Everything, one after the other; what cannot be looked at because of an earlier fault is left out.
pub async fn examine(settings: &Settings, clock: &dyn Clock) -> Vec<Finding> {
    let mut findings = vec![
        finding("settings", of_settings(settings)),
        finding("data directory", data_dir::is_usable(settings)),
        finding("secret", secret::is_kept(settings)),
        finding("pages", of_pages(settings)),
        finding("answers", answers::come_in(settings)),
    ];
    if settings.check().is_err() {
        return findings;
    }
    findings.push(finding("mail", mail::leaves(settings).await));
    findings.push(finding("files", of_files(settings).await));
    findings.push(finding("scanner", of_scanner(settings).await));
    findings.push(finding("search", of_search(settings).await));
    findings.push(finding("bus", of_bus(settings).await));
    match reach(settings).await {
        Err(advice) => findings.push(finding("database", Err(advice))),
        Ok(db) => {
            findings.push(finding("database", durable(&db).await));
            let schema = current(&db).await;
            let has_tables = schema.is_ok();
            findings.push(finding("schema", schema));
            if has_tables {
                findings.push(finding("changes", takes_changes(&db, clock.now()).await));
                let known = secret::is_known(settings, &db, clock.now()).await;
                findings.push(finding("known secret", known));
            }
            if db.backend() == DbBackend::Postgres {
                findings.push(finding("wall", wall::stands(&db).await));
                findings.push(finding("owner", owner::owns(settings, &db).await));
                findings.push(finding("replica", replica::follows(settings, &db).await));
                findings.push(finding("backup", copies::can_be_made(&db).await));
            }
            let now = clock.now();
            let clock = match db.backend() {
                DbBackend::Postgres => on_the_databases_time(&db, now).await,
                _ => on_time(&db, now).await,
            };
            findings.push(finding("clock", clock));
            let objections = moderation::examine_objections(&db, now).await;
            let said = objections.map_err(|(wrong, do_this)| advice(wrong, do_this));
            findings.push(finding("objections", said));
            let reports = moderation::examine_reports(&db, now).await;
            let said = reports.map_err(|(wrong, do_this)| advice(wrong, do_this));
            findings.push(finding("reports", said));
        }
    }
    findings
}

/// What others read of the domain that mail comes from.
pub async fn of_sender(settings: &Settings, server: Option<SocketAddr>) -> Vec<Finding> {
    let read = ::mail::read_domain(&settings.mail_from, server).await;
    let told = |(wrong, do_this): (String, String)| careful(wrong, do_this);
    let read = read.into_iter();
    read.map(|(what, said)| finding(what, said.map_err(told)))
        .collect()
}

fn finding(what: &'static str, said: Said) -> Finding {
    Finding { what, said }
}

/// The findings as an operator reads them; true when nothing is wrong.
#[expect(clippy::print_stdout, reason = "this is the command's output")]
pub fn print(findings: &[Finding]) -> bool {
    for Finding { what, said } in findings {
        match said {
            Ok(said) => println!("ok     {what}: {}", command::typed(said)),
            Err(advice) => {
                let head = match advice.weight {
                    Weight::Wrong => "WRONG",
                    Weight::Careful => "CHECK",
                };
                let (wrong, do_this) = (
                    command::typed(&advice.wrong),
                    command::typed(&advice.do_this),
                );
                println!("{head}  {what}: {wrong}\n       -> {do_this}");
            }
        }
    }
    let is_wrong = |advice: &Advice| advice.weight == Weight::Wrong;
    !findings
        .iter()
        .any(|it| it.said.as_ref().is_err_and(is_wrong))
}

fn of_settings(settings: &Settings) -> Said {
    match settings.check() {
        Ok(()) => match environment::of_this_process().as_slice() {
            [] if is_overheard(&settings.public_url) => Err(careful(
                format!(
                    "{}: who is in between reads codes and sessions",
                    settings.public_url
                ),
                "serve it by https, behind a proxy (docs/installing.md), and set NP_PUBLIC_URL to that",
            )),
            [] => Ok(format!("served at {}", settings.public_url)),
            unknown => Err(advice(
                unknown.join("; "),
                "write it as `netwerkplatform --help` does, or take it away",
            )),
        },
        Err(fault) => Err(advice(
            fault.to_string(),
            "change it; `netwerkplatform --help` lists every setting",
        )),
    }
}

/// Another machine is reached without encryption.
fn is_overheard(url: &str) -> bool {
    let host = url.strip_prefix("http://").unwrap_or("localhost");
    let name = host.split([':', '/']).next().unwrap_or_default();
    let here = ["localhost", "127.0.0.1"].contains(&name) || name.ends_with(".localhost");
    !here && !host.starts_with("[::1]")
}

fn of_pages(settings: &Settings) -> Said {
    let index = settings.web_dir.join("index.html");
    if index.exists() {
        Ok(format!("{}", settings.web_dir.display()))
    } else {
        Err(advice(
            format!("{} is not there", index.display()),
            "build the front end (`make build`), or set NP_WEB_DIR to where it is",
        ))
    }
}

/// A folder is looked at with the data directory; a bucket is asked.
async fn of_files(settings: &Settings) -> Said {
    let Ok(Some(bucket)) = settings.bucket() else {
        return Ok("in the data directory".to_owned());
    };
    let asked = match files::Storage::in_bucket(&bucket) {
        Ok(storage) => storage.ping().await,
        Err(fault) => Err(fault),
    };
    match asked {
        Ok(()) => Ok(format!(
            "in the bucket {} of {}",
            bucket.name, bucket.endpoint
        )),
        Err(_address_and_key) => Err(advice(
            format!("the bucket {} cannot be used", bucket.name),
            "see that the store at NP_FILES_ENDPOINT answers, that the bucket is there, and that the key may read and write in it",
        )),
    }
}

async fn of_scanner(settings: &Settings) -> Said {
    let scanner = settings
        .scanner()
        .map_err(|fault| advice(fault.to_string(), "change it"))?;
    match scanner.name().await {
        Ok(Some(name)) => Ok(format!("{name} looks at each file")),
        Ok(None) => Ok("none: files are kept without one; NP_SCANNER names one".to_owned()),
        Err(fault) => Err(advice(
            fault.to_string(),
            "start clamd, and see that NP_SCANNER is where it listens; until then no file is taken",
        )),
    }
}

async fn of_search(settings: &Settings) -> Said {
    let server = settings
        .search_server()
        .map_err(|fault| advice(fault.to_string(), "change it"))?;
    let Some(server) = server else {
        let folder = settings.search_dir();
        return Ok(format!("by this program itself, in {}", folder.display()));
    };
    match search::check(&server).await {
        Ok(seen) if seen.rights_seen => Ok(format!(
            "Meilisearch {} at {}, with a key that may do what is needed",
            seen.version, server.url
        )),
        Ok(seen) => Ok(format!(
            "Meilisearch {} at {}; what the key may write cannot be seen: give it keys.get to have that looked at",
            seen.version, server.url
        )),
        Err(fault) => {
            let (setting, hint) = of_server_fault(&fault);
            Err(advice(fault.to_string(), format!("{hint} ({setting})")))
        }
    }
}

/// Which setting it is about, and what to do.
pub(crate) fn of_server_fault(fault: &ServerFault) -> (&'static str, &'static str) {
    match fault {
        ServerFault::Away(_) => (
            "NP_SEARCH_URL",
            "see that it runs and can be reached from here; until then everything but searching works",
        ),
        ServerFault::Key => (
            "NP_SEARCH_KEY",
            "make a key for this installation, as docs/search-engine.md says, and set it",
        ),
        ServerFault::Rights(_) => (
            "NP_SEARCH_KEY",
            "make a key with all the rights that docs/search-engine.md lists, on the indexes of this installation",
        ),
        ServerFault::Old(_) => ("NP_SEARCH_URL", "run Meilisearch 1.15 or newer"),
    }
}

/// Without it nothing is lost: other nodes look into the database each second.
async fn of_bus(settings: &Settings) -> Said {
    let nats = settings
        .nats()
        .map_err(|fault| advice(fault.to_string(), "change it"))?;
    let Some(nats) = nats else {
        let several = "several nodes hear of each other within a second, from the database";
        return Ok(match settings.sqlite_file() {
            Some(_) => "none: one process does everything".to_owned(),
            None => format!("no NP_NATS_URL: {several}"),
        });
    };
    let at = nats.servers();
    match Nats::ask_version(&nats).await {
        Ok(version) if versions::is_older(&version, versions::NATS) => Err(advice(
            format!("NATS {version} at {at} is too old"),
            "run NATS 2.2 or newer",
        )),
        Ok(version) => Ok(format!("NATS {version} at {at}")),
        Err(NatsFault::Refused) => Err(advice(
            format!("NATS at {at} refuses the credentials"),
            "set NP_NATS_CREDENTIALS or NP_NATS_CREDENTIALS_FILE to those of a user that the server knows",
        )),
        Err(_) => Err(advice(
            format!("NATS at {at} cannot be reached"),
            "see that it runs, and that NP_NATS_URL names its host and port",
        )),
    }
}

/// For the log of a node that starts: it serves, and nobody may have looked.
pub async fn warn_of_open_wall(db: &Db) {
    if db.backend() != DbBackend::Postgres {
        return;
    }
    if let Err(Advice { wrong, do_this, .. }) = wall::stands(db).await {
        tracing::warn!(
            wrong,
            do_this = command::typed(&do_this),
            "the wall between organisations does not hold in the database"
        );
    }
}

async fn reach(settings: &Settings) -> Result<Db, Advice> {
    if settings.sqlite_file().is_some_and(|file| !file.exists()) {
        return Err(advice(
            "there is no database yet",
            "`netwerkplatform migrate` makes one",
        ));
    }
    let address = settings.database_url();
    let pool = db::Settings::of(address.clone());
    let bus = Arc::new(InProcess::default());
    Db::connect(&pool, bus, Subscriptions::default())
        .await
        .map_err(|fault| {
            advice(
                format!("it cannot be reached: {}", cause::of(&fault, &address)),
                "see that it runs, and that NP_DATABASE_URL names its host, user, password and database",
            )
        })
}

/// What was answered stays through a power cut.
async fn durable(db: &Db) -> Said {
    let ask = |sql: &str| Statement::from_string(db.backend(), sql.to_owned());
    let unread = |error: sea_orm::DbErr| advice(error.to_string(), "see the log of the database");
    let number = async |sql: &str| -> Result<String, sea_orm::DbErr> {
        let row = db.raw().query_one_raw(ask(sql)).await?;
        row.map_or(Ok(String::new()), |row| {
            row.try_get_by_index::<String>(0)
                .or_else(|_| row.try_get_by_index::<i64>(0).map(|it| it.to_string()))
                .or_else(|_| row.try_get_by_index::<i32>(0).map(|it| it.to_string()))
        })
    };
    if db.backend() == DbBackend::Sqlite {
        let mode = number("PRAGMA journal_mode").await.map_err(unread)?;
        let synchronous = number("PRAGMA synchronous").await.map_err(unread)?;
        return if mode == "wal" && synchronous == "2" {
            Ok("SQLite, written ahead and through (WAL, synchronous=FULL)".to_owned())
        } else {
            Err(advice(
                format!("journal_mode is {mode}, synchronous is {synchronous}"),
                "leave these to the program: take them out of NP_DATABASE_URL",
            ))
        };
    }
    let version = number("SHOW server_version").await.map_err(unread)?;
    if versions::is_older(&version, versions::POSTGRES) {
        return Err(advice(
            format!("PostgreSQL {version} is too old"),
            "run PostgreSQL 15 or newer (docs/postgresql.md)",
        ));
    }
    let fsync = number("SHOW fsync").await.map_err(unread)?;
    let commit = number("SHOW synchronous_commit").await.map_err(unread)?;
    if fsync == "on" && commit != "off" {
        Ok(format!("PostgreSQL {version}, written through"))
    } else {
        Err(advice(
            format!("fsync is {fsync}, synchronous_commit is {commit}"),
            "turn both on in the server's settings: what was answered must survive a power cut",
        ))
    }
}

async fn current(db: &Db) -> Said {
    let unread = |error: sea_orm::DbErr| {
        advice(
            format!("it cannot be read: {}", kernel::chain(&error)),
            "see that the role of NP_DATABASE_URL may read its tables (docs/postgresql.md), and the log of the database",
        )
    };
    let standing = schema::standing(db.raw()).await.map_err(unread)?;
    match standing.waiting {
        0 if standing.is_of_later_release() => {
            Ok("of a later release: this one may serve until that is in place".to_owned())
        }
        0 => Ok("up to date".to_owned()),
        count => Err(advice(
            format!("{count} changes wait"),
            "run `netwerkplatform migrate`, with NP_DATABASE_OWNER_URL where another role owns the tables; a server does \
             it by itself at its start, where it may",
        )),
    }
}

/// A change is begun that changes nothing, and taken back: a database that may only be read answers everything else.
async fn takes_changes(db: &Db, now: Timestamp) -> Said {
    let unwritten = |fault: DbFault| {
        advice(
            format!("none is taken: {}", kernel::chain(&fault)),
            "see that the database may be written to: its disk, the rights on its file and folder, and on PostgreSQL that \
             NP_DATABASE_URL names the primary and not a replica",
        )
    };
    let scope = Scope::worker(TenantSet::default(), now);
    let tx = db.begin(&scope).await.map_err(unwritten)?;
    let nothing = "UPDATE installation SET value = value WHERE key = ''";
    let tried = tx.conn().execute_unprepared(nothing).await;
    tx.rollback().await.map_err(unwritten)?;
    match tried.map_err(DbFault::from) {
        Ok(_) => Ok("are taken".to_owned()),
        Err(fault) => Err(unwritten(fault)),
    }
}

/// Nodes and their database tell the same time: leases, ids and sessions rest on it.
async fn on_the_databases_time(db: &Db, now: Timestamp) -> Said {
    let ask = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS at";
    let row = db
        .raw()
        .query_one_raw(Statement::from_string(DbBackend::Postgres, ask))
        .await;
    let there = row.ok().flatten().and_then(|row| {
        let at: Option<i64> = row.try_get("", "at").ok();
        at.map(Timestamp::from_millis)
    });
    let apart = there.map_or(Duration::ZERO, |there| {
        there.since(now).max(now.since(there))
    });
    if apart > Duration::from_secs(5) {
        return Err(advice(
            format!("it is {} seconds from the database's", apart.as_secs()),
            "keep the clocks of all machines right with NTP",
        ));
    }
    on_time(db, now).await
}

/// A clock that stands behind what already happened spoils the order of ids and ends sessions at odd moments.
async fn on_time(db: &Db, now: Timestamp) -> Said {
    let newest = Statement::from_string(db.backend(), "SELECT MAX(created_at) AS at FROM event");
    let every = db.read_across(Across::Operator, now);
    let row = every.conn().query_one_raw(newest).await;
    let newest = row.ok().flatten().and_then(|row| {
        let at: Option<i64> = row.try_get("", "at").ok().flatten();
        at.map(Timestamp::from_millis)
    });
    let late = newest.map_or(Duration::ZERO, |newest| newest.since(now));
    if late > Duration::from_secs(60) {
        Err(advice(
            format!(
                "it is {now} here, and something happened {} seconds later than that",
                late.as_secs()
            ),
            "set the clock of this machine, and keep it right with NTP",
        ))
    } else {
        Ok(now.to_string())
    }
}
