//! Every migration, both ways, on the database that the gate names (SQLite when it names none).
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use migrations::{Migrator, MigratorTrait};
use sea_orm_migration::sea_orm::{
    ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement,
};

/// A new, empty database. On PostgreSQL it belongs to this process alone, in the gate's private cluster.
async fn empty() -> DatabaseConnection {
    let Some(server) = postgres() else {
        return Database::connect("sqlite::memory:").await.unwrap();
    };
    let name = format!("migrations_{}", std::process::id());
    let admin = Database::connect(&server).await.unwrap();
    admin
        .execute_unprepared(&format!("CREATE DATABASE {name}"))
        .await
        .unwrap();
    admin.close().await.unwrap();
    let (address, _) = server.rsplit_once('/').unwrap();
    Database::connect(format!("{address}/{name}"))
        .await
        .unwrap()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the gate says which database in the environment"
)]
fn postgres() -> Option<String> {
    let wanted = std::env::var("NP_TEST_DATABASE").is_ok_and(|it| it == "postgres");
    wanted.then(|| std::env::var("NP_TEST_POSTGRES_URL").unwrap())
}

/// Every table, column, index and wall, as the database tells it; the migrations' own table left out.
async fn schema(db: &DatabaseConnection) -> Vec<String> {
    let sql = match db.get_database_backend() {
        DbBackend::Sqlite => {
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS line FROM sqlite_master \
             WHERE tbl_name <> 'seaql_migrations' AND name NOT LIKE 'sqlite_%'"
        }
        _ => {
            "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) AS line \
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'seaql_migrations' \
             UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'seaql_migrations' \
             UNION ALL SELECT concat_ws(' ', tablename, policyname, cmd, qual, with_check) FROM pg_policies \
             UNION ALL SELECT relname || ' has a wall' FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"
        }
    };
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(statement).await.unwrap();
    let mut lines: Vec<String> = rows
        .iter()
        .map(|row| row.try_get("", "line").unwrap())
        .collect();
    lines.sort();
    lines
}

#[tokio::test]
async fn every_migration_can_be_undone_and_done_again() {
    let db = empty().await;
    Migrator::up(&db, None).await.unwrap();
    let first = schema(&db).await;
    assert!(!first.is_empty());

    Migrator::down(&db, None).await.unwrap();
    assert_eq!(schema(&db).await, Vec::<String>::new());

    Migrator::up(&db, None).await.unwrap();
    assert_eq!(schema(&db).await, first);
}
