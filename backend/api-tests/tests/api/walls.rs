//! The wall between tenants inside PostgreSQL: what a statement sees that forgot to ask for its tenants.
//!
//! The platform of these tests runs as a role that owns nothing, as an installation should. SQLite has no such wall.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use db::outbox::Subscriptions;
use db::{Across, DbFault, Sql, Tx};
use futures_util::future::join_all;
use kernel::{Scope, TenantId, TenantSet};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, ExecResult, Statement, TransactionTrait,
};
use testkit::{Proxy, TestApp};
use uuid::Uuid;

/// A platform with the wall, and with rows of two tenants in every table that has rows of one.
struct Walled {
    app: TestApp,
    whole: DatabaseConnection,
    tables: Vec<String>,
    here: TenantId,
    there: TenantId,
}

impl Walled {
    async fn new() -> Option<Self> {
        let app = TestApp::new().await;
        if app.state.db.backend() == DbBackend::Sqlite {
            return None;
        }
        let whole = app.whole_database().await;
        let (here, there) = (app.tenant("ess").await, app.tenant("elders").await);
        let tables = texts(&whole, WITH_A_TENANT).await;
        // What a row refers to does not matter here.
        run(&whole, "SET session_replication_role = replica").await;
        for table in &tables {
            for tenant in [here, there] {
                run(&whole, &row_of(&whole, table, tenant).await).await;
            }
        }
        Some(Self {
            app,
            whole,
            tables,
            here,
            there,
        })
    }

    fn scope(&self, tenants: impl IntoIterator<Item = TenantId>) -> Scope {
        let now = kernel::Clock::now(&*self.app.clock);
        Scope::worker(TenantSet::of(tenants), now)
    }

    /// The tenants of all rows that are seen when nothing is asked for.
    async fn seen(&self, sql: &impl Sql, table: &str) -> BTreeSet<TenantId> {
        let all = statement(&format!("SELECT tenant_id FROM {table}"));
        let rows = sql.conn().query_all_raw(all).await.unwrap();
        let ids = rows
            .iter()
            .filter_map(|row| row.try_get("", "tenant_id").unwrap());
        ids.map(|id: Uuid| id.into()).collect()
    }

    async fn begin(&self, tenant: TenantId) -> Tx {
        self.app
            .state
            .db
            .begin(&self.scope([tenant]))
            .await
            .unwrap()
    }
}

const WITH_A_TENANT: &str = "SELECT table_name::text AS line FROM information_schema.columns \
     WHERE table_schema = 'public' AND column_name = 'tenant_id' ORDER BY table_name";

/// Held to for its owner, too, and with a rule for reading and one for writing.
const WITH_A_WALL: &str = "SELECT c.relname::text AS line FROM pg_class c \
     JOIN pg_policies p ON p.tablename = c.relname AND p.policyname = 'tenants' AND p.cmd = 'ALL' \
     WHERE c.relrowsecurity AND c.relforcerowsecurity AND p.qual IS NOT NULL AND p.with_check IS NOT NULL \
     ORDER BY c.relname";

fn statement(sql: &str) -> Statement {
    Statement::from_string(DbBackend::Postgres, sql.to_owned())
}

async fn run(connection: &DatabaseConnection, sql: &str) {
    connection.execute_unprepared(sql).await.unwrap();
}

async fn texts(connection: &DatabaseConnection, sql: &str) -> Vec<String> {
    let rows = connection.query_all_raw(statement(sql)).await.unwrap();
    rows.iter()
        .map(|row| row.try_get("", "line").unwrap())
        .collect()
}

/// A statement that writes a row of this tenant, whatever columns the table has.
async fn row_of(connection: &DatabaseConnection, table: &str, tenant: TenantId) -> String {
    let columns = format!(
        "SELECT column_name || ' ' || data_type AS line FROM information_schema.columns \
         WHERE table_schema = 'public' AND table_name = '{table}' AND is_nullable = 'NO' OR \
         table_schema = 'public' AND table_name = '{table}' AND column_name = 'tenant_id'"
    );
    let mut values = BTreeMap::new();
    for column in texts(connection, &columns).await {
        let (name, kind) = column.split_once(' ').unwrap();
        let value = match kind {
            _ if name == "tenant_id" => format!("'{tenant}'"),
            "uuid" => "gen_random_uuid()".to_owned(),
            "text" => "gen_random_uuid()::text".to_owned(),
            "bigint" => "1".to_owned(),
            other => panic!("{table}.{name} is a new kind of column: {other}"),
        };
        values.insert(name.to_owned(), value);
    }
    let (names, values): (Vec<_>, Vec<_>) = values.into_iter().unzip();
    format!(
        "INSERT INTO {table} ({}) VALUES ({})",
        names.join(", "),
        values.join(", ")
    )
}

fn is_refused(table: &str, done: Result<ExecResult, sea_orm::DbErr>) {
    let fault = done.unwrap_err().to_string();
    assert!(fault.contains("row-level security"), "{table}: {fault}");
}

#[tokio::test]
async fn every_table_with_rows_of_a_tenant_has_a_wall_around_it() {
    let Some(it) = Walled::new().await else {
        return;
    };
    assert!(it.tables.len() >= 14, "{:?}", it.tables);
    assert_eq!(it.tables, texts(&it.whole, WITH_A_WALL).await);
}

#[tokio::test]
async fn a_statement_that_asks_for_everything_sees_the_rows_of_its_tenants_only() {
    let Some(it) = Walled::new().await else {
        return;
    };
    let db = &it.app.state.db;
    for table in &it.tables {
        for set in [
            vec![],
            vec![it.here],
            vec![it.there],
            vec![it.here, it.there],
        ] {
            let expected: BTreeSet<TenantId> = set.iter().copied().collect();
            let scope = it.scope(set);
            let read = it.seen(&db.read(&scope), table).await;
            assert_eq!(read, expected, "{table}, reading");
            let changing = it.seen(&db.begin(&scope).await.unwrap(), table).await;
            assert_eq!(changing, expected, "{table}, in a change");
        }
        let strange = it.scope([TenantId::from(Uuid::from_u128(7))]);
        assert!(
            it.seen(&db.read(&strange), table).await.is_empty(),
            "{table}"
        );
        let across = db.read_across(Across::Operator, strange.now);
        assert_eq!(it.seen(&across, table).await.len(), 2, "{table}, across");
    }
}

#[tokio::test]
async fn a_row_of_another_tenant_is_neither_written_nor_changed_nor_removed() {
    let Some(it) = Walled::new().await else {
        return;
    };
    for table in &it.tables {
        let foreign = row_of(&it.whole, table, it.there).await;
        let tx = it.begin(it.here).await;
        is_refused(table, tx.conn().execute_unprepared(&foreign).await);

        let tx = it.begin(it.here).await;
        let give = format!("UPDATE {table} SET tenant_id = '{}'", it.there);
        is_refused(table, tx.conn().execute_unprepared(&give).await);

        let tx = it.begin(it.here).await;
        let remove = format!("DELETE FROM {table} WHERE tenant_id = '{}'", it.there);
        let removed = tx.conn().execute_unprepared(&remove).await.unwrap();
        assert_eq!(removed.rows_affected(), 0, "{table}");
    }
}

#[tokio::test]
async fn a_key_shows_its_own_row_and_lets_nobody_write_it() {
    let Some(it) = Walled::new().await else {
        return;
    };
    let db = &it.app.state.db;
    let nobody = it.scope([]);
    let first = format!(
        "SELECT person_id::text AS line FROM role_grant WHERE tenant_id = '{}'",
        it.there
    );
    let person = texts(&it.whole, &first).await.remove(0);
    let seen = it
        .seen(&db.read_with_keys(&nobody, [&person]), "role_grant")
        .await;
    assert_eq!(seen, BTreeSet::from([it.there]));
    let hostile = ["x'} OR true --", "\"", "\\", "}", ",", ""];
    let seen = it
        .seen(&db.read_with_keys(&nobody, hostile), "role_grant")
        .await;
    assert!(seen.is_empty());
    let tx = db.begin_with_keys(&nobody, [&person]).await.unwrap();
    let end = "UPDATE role_grant SET ends_at = 1";
    let ended = tx.conn().execute_unprepared(end).await.unwrap();
    assert_eq!(ended.rows_affected(), 0);
}

#[tokio::test]
async fn connections_that_go_from_hand_to_hand_take_nothing_along() {
    let Some(it) = Walled::new().await else {
        return;
    };
    let db = &it.app.state.db;
    let ask = async |number: usize| {
        let tenant = if number.is_multiple_of(2) {
            it.here
        } else {
            it.there
        };
        let scope = it.scope([tenant].into_iter().filter(|_| !number.is_multiple_of(5)));
        let expected: BTreeSet<TenantId> = scope.tenants.iter().collect();
        if number.is_multiple_of(3) {
            // Somebody who goes away in the middle.
            let gone = db.read(&scope);
            let gone = std::pin::pin!(it.seen(&gone, "post"));
            drop(futures_util::poll!(gone));
        }
        assert_eq!(it.seen(&db.read(&scope), "post").await, expected);
        let tx = db.begin(&scope).await.unwrap();
        assert_eq!(it.seen(&tx, "post").await, expected);
    };
    join_all((0..200).map(ask)).await;
}

#[tokio::test]
async fn a_connection_that_was_lost_comes_back_with_its_own_tenants() {
    let Some(it) = Walled::new().await else {
        return;
    };
    let db = &it.app.state.db;
    let scope = it.scope([it.here]);
    assert_eq!(it.seen(&db.read(&scope), "post").await.len(), 1);
    let cut = "SELECT pg_terminate_backend(pid)::text AS line FROM pg_stat_activity \
         WHERE datname = current_database() AND pid <> pg_backend_pid()";
    assert!(!texts(&it.whole, cut).await.is_empty());
    // The first who meets a lost connection hears so, as without a wall.
    let mut seen = Err(DbFault::corrupt("nobody asked"));
    for _ in 0..10 {
        let all = statement("SELECT tenant_id FROM post");
        seen = db
            .read(&scope)
            .conn()
            .query_all_raw(all)
            .await
            .map_err(DbFault::from);
        if seen.is_ok() {
            break;
        }
    }
    assert_eq!(seen.unwrap().len(), 1);
}

#[tokio::test]
async fn the_doctor_says_for_which_role_the_wall_holds() {
    let Some(it) = Walled::new().await else {
        return;
    };
    let runtime = it.app.state.settings.database_url();
    let doctor = async |url: &str| {
        let mut settings = it.app.state.settings.clone();
        settings.database_url = Some(url.to_owned());
        let findings = app::doctor::examine(&settings, &*it.app.clock).await;
        let wall = findings.into_iter().find(|finding| finding.what == "wall");
        match wall.unwrap().said {
            Ok(said) => format!("ok: {said}"),
            Err(advice) => format!("wrong: {}", advice.wrong),
        }
    };
    let (owner, superuser) = (
        testkit::as_owner(&runtime),
        testkit::as_administrator(&runtime),
    );
    let check = async |url: &str, wanted: &[&str]| {
        let said = doctor(url).await;
        assert!(wanted.iter().all(|it| said.contains(it)), "{said}");
    };
    check(&runtime, &["ok:", "cannot take it down"]).await;
    check(&owner, &["ok:", "could take it down"]).await;
    check(&superuser, &["wrong:", "superuser"]).await;

    run(&it.whole, "ALTER TABLE post NO FORCE ROW LEVEL SECURITY").await;
    check(&runtime, &["ok:"]).await;
    check(&owner, &["wrong:", "around post"]).await;
    run(&it.whole, "ALTER TABLE post DISABLE ROW LEVEL SECURITY").await;
    check(&runtime, &["wrong:", "around post"]).await;
}

/// Long enough for a busy machine to answer in, and short enough to wait for.
const LIMIT: Duration = Duration::from_secs(2);

/// A pool of this many connections to the database of this platform, reached at another port if one is given.
async fn pool(app: &TestApp, connections: u32, port: Option<u16>) -> db::Db {
    let mut url = app.state.settings.database_url();
    if let Some(port) = port {
        url = url.replace(&port_of(&url).to_string(), &port.to_string());
    }
    let settings = db::Settings {
        connections,
        statement_limit: LIMIT,
        ..db::Settings::of(url)
    };
    let bus = app.state.db.bus().clone();
    let pool = db::Db::connect(&settings, bus, Subscriptions::default());
    pool.await.unwrap()
}

fn port_of(url: &str) -> u16 {
    let (_, address) = url.split_once('@').unwrap();
    let (_, port) = address.split('/').next().unwrap().split_once(':').unwrap();
    port.parse().unwrap()
}

async fn one(conn: &impl ConnectionTrait) -> Result<(), DbFault> {
    let ask = Statement::from_string(DbBackend::Postgres, "SELECT 1 AS n");
    Ok(conn.query_one_raw(ask).await.map(drop)?)
}

fn nobody(app: &TestApp) -> Scope {
    Scope::worker(TenantSet::default(), kernel::Clock::now(&*app.clock))
}

#[tokio::test]
async fn connections_that_went_dead_without_a_word_are_let_go_of_and_replaced() {
    let app = TestApp::new().await;
    if app.state.db.backend() == DbBackend::Sqlite {
        return;
    }
    let line = Proxy::to(port_of(&app.state.settings.database_url())).await;
    let scope = nobody(&app);
    for connections in [1, 3] {
        let db = pool(&app, connections, Some(line.port())).await;
        let ask = async || {
            let change = db.begin(&scope).await?;
            one(change.conn()).await?;
            change.commit().await?;
            one(db.read(&scope).conn()).await
        };
        for answer in join_all((0..connections).map(|_| ask())).await {
            answer.unwrap();
        }
        line.half_open();
        for answer in join_all((0..connections).map(|_| ask())).await {
            assert!(matches!(answer, Err(DbFault::Unavailable(_))), "{answer:?}");
        }
        for _ in 0..=connections {
            ask().await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_statement_that_takes_too_long_is_ended_by_the_server() {
    let app = TestApp::new().await;
    if app.state.db.backend() == DbBackend::Sqlite {
        return;
    }
    let db = pool(&app, 1, None).await;
    let scope = nobody(&app);
    let long = Statement::from_string(DbBackend::Postgres, "SELECT pg_sleep(60)");
    let answer = db.read(&scope).conn().query_one_raw(long).await;
    let fault = DbFault::from(answer.unwrap_err());
    assert!(matches!(fault, DbFault::Unavailable(_)), "{fault:?}");
    one(db.read(&scope).conn()).await.unwrap();
    let left = "SELECT CAST(query AS TEXT) AS line FROM pg_stat_activity \
                WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'";
    assert_eq!(texts(&app.whole_database().await, left).await.len(), 0);
}

#[tokio::test]
async fn what_somebody_else_holds_is_not_waited_for_without_end() {
    let app = TestApp::new().await;
    if app.state.db.backend() == DbBackend::Sqlite {
        return;
    }
    let db = pool(&app, 1, None).await;
    let scope = nobody(&app);
    let owner = app.owner().await;
    #[expect(
        clippy::disallowed_methods,
        reason = "a lock that the program does not know of"
    )]
    let holding = owner.begin().await.unwrap();
    let hold = "LOCK TABLE tenant IN ACCESS EXCLUSIVE MODE";
    holding.execute_unprepared(hold).await.unwrap();
    let waits = Statement::from_string(DbBackend::Postgres, "SELECT 1 AS n FROM tenant");
    let answer = db.read(&scope).conn().query_one_raw(waits).await;
    let fault = DbFault::from(answer.unwrap_err());
    assert!(matches!(fault, DbFault::Unavailable(_)), "{fault:?}");
    assert!(format!("{fault:?}").contains("55P03"), "{fault:?}");
    holding.rollback().await.unwrap();
    one(db.read(&scope).conn()).await.unwrap();
}
