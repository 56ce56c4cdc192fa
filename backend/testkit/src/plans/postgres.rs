//! PostgreSQL's plans: for any values, as a statement that is prepared once and sent often.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use serde_json::Value;

use super::Scan;
use crate::statements::Prepared;

/// Joins go by an index or not at all, so that a missing one is not hidden by joining whole tables.
const AVOIDED: &str =
    "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off";
const FOR_ANY_VALUES: &str = "SET plan_cache_mode = force_generic_plan";

pub async fn tables(connection: &DatabaseConnection) -> Vec<String> {
    run(connection, FOR_ANY_VALUES).await;
    let all = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'";
    let rows = ask(connection, all).await;
    rows.iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .collect()
}

pub async fn avoid_scans(connection: &DatabaseConnection) {
    run(connection, AVOIDED).await;
}

pub async fn scans(connection: &DatabaseConnection, statement: &Prepared) -> Vec<Scan> {
    let (mut types, mut values) = (String::new(), String::new());
    if !statement.types.is_empty() {
        types = format!("({})", statement.types.join(", "));
        values = format!("({})", vec!["NULL"; statement.types.len()].join(", "));
    }
    run(
        connection,
        &format!("PREPARE one{types} AS {}", statement.sql),
    )
    .await;
    let explain = format!("EXPLAIN (FORMAT JSON) EXECUTE one{values}");
    let rows = ask(connection, &explain).await;
    run(connection, "DEALLOCATE one").await;
    let mut found = Vec::new();
    for row in rows {
        let plans: Value = row.try_get_by_index(0).unwrap();
        for plan in plans.as_array().unwrap() {
            look(&plan["Plan"], &mut found);
        }
    }
    found
}

/// At this step of the plan, and at those below it.
fn look(step: &Value, found: &mut Vec<Scan>) {
    if let Some(table) = step["Relation Name"].as_str()
        && let Some(how) = whole(step)
    {
        let table = table.to_owned();
        found.push(Scan { table, how });
    }
    for below in step["Plans"].as_array().into_iter().flatten() {
        look(below, found);
    }
}

/// Whether this step reads its table whole, and by which way.
fn whole(step: &Value) -> Option<String> {
    let kind = step["Node Type"].as_str()?;
    match kind {
        "Seq Scan" => Some(kind.to_owned()),
        "Index Scan" | "Index Only Scan" if step["Index Cond"].is_null() => {
            let index = step["Index Name"].as_str()?;
            Some(format!("{kind} on all of {index}"))
        }
        "Bitmap Heap Scan" => step["Plans"].as_array()?.iter().find_map(whole_bitmap),
        _ => None,
    }
}

fn whole_bitmap(step: &Value) -> Option<String> {
    if step["Node Type"] == "Bitmap Index Scan" && step["Index Cond"].is_null() {
        let index = step["Index Name"].as_str()?;
        return Some(format!("Bitmap Index Scan on all of {index}"));
    }
    step["Plans"].as_array()?.iter().find_map(whole_bitmap)
}

async fn run(connection: &DatabaseConnection, sql: &str) {
    let done = connection.execute_unprepared(sql).await;
    done.unwrap_or_else(|error| panic!("{error}\n{sql}"));
}

async fn ask(connection: &DatabaseConnection, sql: &str) -> Vec<sea_orm::QueryResult> {
    let statement = Statement::from_string(DbBackend::Postgres, sql);
    connection.query_all_raw(statement).await.unwrap()
}
