//! A database per test, copied from a template that has the schema.
//!
//! On PostgreSQL it belongs to `OWNER`, and the platform runs as `RUNTIME`, which owns nothing: the wall between
//! tenants holds for it. The gate's own address is an administrator's, who sees everything.

use std::path::Path;

use db::Db;
use migrations::MigratorTrait;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement,
};

use crate::once;

const OWNER: &str = "np_owner";
const RUNTIME: &str = "np_runtime";

/// What the name of each test's own database begins with; the number of its process comes next.
const OWN: &str = "np_of_";

/// The address of a fresh database for this test.
pub async fn fresh(directory: &Path) -> String {
    match setting("NP_TEST_DATABASE").as_deref() {
        Some("postgres") => postgres().await,
        _ => sqlite(directory).await,
    }
}

/// Whether this is a database of the kind that is tested on: a second platform may stand on the other kind.
pub fn is_tested(db: &Db) -> bool {
    let tested = setting("NP_TEST_DATABASE").as_deref() == Some("postgres");
    let is_postgres = db.raw().get_database_backend() == DbBackend::Postgres;
    tested == is_postgres
}

/// How the gate tells the tests which database to use.
#[expect(
    clippy::disallowed_methods,
    reason = "the product's settings come from settings; this is the gate's"
)]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

async fn sqlite(directory: &Path) -> String {
    let template = once::place("template.sqlite");
    if !template.exists() {
        make_template(&template).await;
    }
    let own = directory.join("test.sqlite");
    std::fs::copy(&template, &own).unwrap();
    format!("sqlite://{}?mode=rwc", own.display())
}

/// Several tests may make it at once; whoever renames last replaces it by the same.
async fn make_template(template: &Path) {
    let part = once::part_of(template);
    let connection = Database::connect(format!("sqlite://{}?mode=rwc", part.display()))
        .await
        .unwrap();
    bring_up(&connection).await;
    connection.close().await.unwrap();
    std::fs::rename(part, template).unwrap();
}

async fn postgres() -> String {
    let admin = admin();
    let connection = connect(admin.clone()).await;
    // One at a time: the template is made once, and PostgreSQL copies it only while nobody else is in it.
    run(&connection, "SELECT pg_advisory_lock(4711)").await;
    drop_left(&connection).await;
    let template = format!("np_template_{}", once::build());
    if !names(&connection).await.contains(&template) {
        run(
            &connection,
            &format!("CREATE DATABASE {template} OWNER {OWNER}"),
        )
        .await;
        let inside = owner(&with_name(&admin, &template)).await;
        bring_up(&inside).await;
        inside.close().await.unwrap();
    }
    let own = own_name();
    // File by file: a third of the work that going through the log is.
    let copy =
        format!("CREATE DATABASE {own} OWNER {OWNER} TEMPLATE {template} STRATEGY FILE_COPY");
    run(&connection, &copy).await;
    connection.close().await.unwrap();
    as_role(&with_name(&admin, &own), RUNTIME)
}

/// What tests left that have ended: thousands of files each, and the whole cluster may be in memory.
async fn drop_left(admin: &DatabaseConnection) {
    for name in names(admin).await {
        let of = name.strip_prefix(OWN).and_then(|rest| rest.split_once('_'));
        if of.is_some_and(|(process, _)| !Path::new("/proc").join(process).exists()) {
            run(admin, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

/// Of all databases of the cluster.
async fn names(admin: &DatabaseConnection) -> Vec<String> {
    let all = "SELECT CAST(datname AS TEXT) AS name FROM pg_database";
    let all = admin.query_all_raw(Statement::from_string(DbBackend::Postgres, all));
    let rows = all.await.unwrap().into_iter();
    rows.map(|row| row.try_get("", "name").unwrap()).collect()
}

async fn run(connection: &DatabaseConnection, sql: &str) {
    connection.execute_unprepared(sql).await.unwrap();
}

/// The same database, for whoever brings its schema up to date.
pub fn as_owner(url: &str) -> String {
    as_role(url, OWNER)
}

/// The same database, for a test that looks into every table past the wall between tenants.
pub async fn whole(url: String) -> DatabaseConnection {
    connect(as_administrator(&url)).await
}

pub fn as_administrator(url: &str) -> String {
    as_role(url, &user_of(&admin()))
}

pub async fn owner(url: &str) -> DatabaseConnection {
    connect(as_owner(url)).await
}

/// The whole schema, and whoever runs the platform let in.
pub async fn bring_up(owner: &DatabaseConnection) {
    migrations::Migrator::up(owner, None).await.unwrap();
    if owner.get_database_backend() == DbBackend::Postgres {
        migrations::let_in(owner, RUNTIME).await.unwrap();
    }
}

pub async fn connect(url: String) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.unwrap()
}

fn admin() -> String {
    setting("NP_TEST_POSTGRES_URL").expect("NP_TEST_POSTGRES_URL names the test cluster")
}

fn user_of(url: &str) -> String {
    let (_, rest) = url.split_once("://").unwrap();
    rest.split(['@', ':']).next().unwrap().to_owned()
}

fn as_role(url: &str, role: &str) -> String {
    let (_, place) = url.split_once('@').unwrap();
    format!("postgres://{role}@{place}")
}

/// The address of a database on the test cluster that has no table yet.
pub async fn empty() -> String {
    let admin = admin();
    let connection = connect(admin.clone()).await;
    let own = own_name();
    run(&connection, &format!("CREATE DATABASE {own} OWNER {OWNER}")).await;
    connection.close().await.unwrap();
    as_role(&with_name(&admin, &own), RUNTIME)
}

/// It says whose it is: see `drop_left`.
fn own_name() -> String {
    let id = kernel::EventId::new(kernel::Clock::now(&kernel::SystemClock));
    format!("{OWN}{}_{}", std::process::id(), id.uuid().simple())
}

fn with_name(admin: &str, name: &str) -> String {
    let (server, query) = admin
        .split_once('?')
        .map_or((admin, ""), |(server, query)| (server, query));
    let (host, _) = server.rsplit_once('/').unwrap();
    let query = if query.is_empty() {
        String::new()
    } else {
        format!("?{query}")
    };
    format!("{host}/{name}{query}")
}
