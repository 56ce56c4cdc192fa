//! How much each table holds, on both databases.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};

/// What the database and its tools keep for themselves is not counted.
fn tables(backend: DbBackend) -> Statement {
    let sql = match backend {
        DbBackend::Sqlite => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        }
        _ => {
            "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
        }
    };
    Statement::from_string(backend, sql)
}

pub async fn counts(conn: &impl ConnectionTrait) -> Result<BTreeMap<String, i64>, DbErr> {
    let backend = conn.get_database_backend();
    let mut counts = BTreeMap::new();
    for row in conn.query_all_raw(tables(backend)).await? {
        let name: String = row.try_get("", "name")?;
        let sql = format!("SELECT COUNT(*) AS rows FROM \"{name}\"");
        let row = conn
            .query_one_raw(Statement::from_string(backend, sql))
            .await?;
        let rows = row.map_or(Ok(0), |row| row.try_get("", "rows"))?;
        counts.insert(name, rows);
    }
    Ok(counts)
}

pub async fn newest_migration(conn: &impl ConnectionTrait) -> Result<String, DbErr> {
    let sql = "SELECT MAX(version) AS version FROM seaql_migrations";
    let newest = Statement::from_string(conn.get_database_backend(), sql);
    let row = conn.query_one_raw(newest).await?;
    row.map_or(Ok(String::new()), |row| row.try_get("", "version"))
}
