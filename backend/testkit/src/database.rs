//! A database per test, copied from a template that has the schema.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use migrations::MigratorTrait;
use sea_orm::{ConnectionTrait, Database};

/// The address of a fresh database for this test.
pub async fn fresh(directory: &Path) -> String {
    match setting("NP_TEST_DATABASE").as_deref() {
        Some("postgres") => postgres().await,
        _ => sqlite(directory).await,
    }
}

/// How the gate tells the tests which database to use.
#[expect(
    clippy::disallowed_methods,
    reason = "the product's settings come from app::config; this is the gate's"
)]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Each build of the tests has a template of its own.
fn build() -> String {
    let exe = std::env::current_exe().unwrap();
    let modified = std::fs::metadata(exe).unwrap().modified().unwrap();
    modified
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_millis()
        .to_string()
}

async fn sqlite(directory: &Path) -> String {
    let template =
        std::env::temp_dir().join(format!("netwerkplatform-template-{}.sqlite", build()));
    if !template.exists() {
        make_template(&template).await;
    }
    let own = directory.join("test.sqlite");
    std::fs::copy(&template, &own).unwrap();
    format!("sqlite://{}?mode=rwc", own.display())
}

/// Several tests may make it at once; whoever renames last replaces it by the same.
async fn make_template(template: &Path) {
    let part: PathBuf = template.with_extension(format!("{}.part", std::process::id()));
    let connection = Database::connect(format!("sqlite://{}?mode=rwc", part.display()))
        .await
        .unwrap();
    migrations::Migrator::up(&connection, None).await.unwrap();
    connection.close().await.unwrap();
    std::fs::rename(part, template).unwrap();
}

async fn postgres() -> String {
    let admin =
        setting("NP_TEST_POSTGRES_URL").expect("NP_TEST_POSTGRES_URL names the test cluster");
    let connection = Database::connect(&admin).await.unwrap();
    let template = format!("np_template_{}", build());
    connection
        .execute_unprepared("SELECT pg_advisory_lock(4711)")
        .await
        .unwrap();
    let there = connection
        .query_one_raw(sea_orm::Statement::from_string(
            sea_orm::DbBackend::Postgres,
            format!("SELECT 1 AS n FROM pg_database WHERE datname = '{template}'"),
        ))
        .await
        .unwrap();
    if there.is_none() {
        connection
            .execute_unprepared(&format!("CREATE DATABASE {template}"))
            .await
            .unwrap();
        let inside = Database::connect(with_name(&admin, &template))
            .await
            .unwrap();
        migrations::Migrator::up(&inside, None).await.unwrap();
        inside.close().await.unwrap();
    }
    let own = own_name();
    connection
        .execute_unprepared(&format!("CREATE DATABASE {own} TEMPLATE {template}"))
        .await
        .unwrap();
    connection
        .execute_unprepared("SELECT pg_advisory_unlock(4711)")
        .await
        .unwrap();
    connection.close().await.unwrap();
    with_name(&admin, &own)
}

/// The address of a database on the test cluster that has no table yet.
pub async fn empty() -> String {
    let admin =
        setting("NP_TEST_POSTGRES_URL").expect("NP_TEST_POSTGRES_URL names the test cluster");
    let connection = Database::connect(&admin).await.unwrap();
    let own = own_name();
    connection
        .execute_unprepared(&format!("CREATE DATABASE {own}"))
        .await
        .unwrap();
    connection.close().await.unwrap();
    with_name(&admin, &own)
}

fn own_name() -> String {
    let id = kernel::EventId::new(kernel::Clock::now(&kernel::SystemClock));
    format!("np_{}", id.uuid().simple())
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
