//! What the tables may hold, and what they never may.

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use testkit::TestApp;

async fn strings(app: &TestApp, sql: &str) -> Vec<String> {
    let ask = Statement::from_string(app.state.db.backend(), sql);
    let rows = app.whole_database().await.query_all_raw(ask).await;
    let rows = rows.unwrap();
    rows.iter()
        .map(|row| row.try_get("", "line").unwrap())
        .collect()
}

/// The tables of the product.
pub async fn tables(app: &TestApp) -> Vec<String> {
    let sql = match app.state.db.backend() {
        DbBackend::Sqlite => {
            "SELECT name AS line FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        }
        _ => {
            "SELECT CAST(table_name AS TEXT) AS line FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name"
        }
    };
    strings(app, sql).await
}

/// `table.column`, all of them.
pub async fn columns(app: &TestApp) -> Vec<String> {
    let sql = match app.state.db.backend() {
        DbBackend::Sqlite => {
            "SELECT t.name || '.' || c.name AS line FROM sqlite_master t, pragma_table_info(t.name) c \
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid"
        }
        _ => {
            "SELECT CAST(table_name || '.' || column_name AS TEXT) AS line FROM information_schema.columns \
             WHERE table_schema = 'public' ORDER BY table_name, ordinal_position"
        }
    };
    strings(app, sql).await
}

pub async fn rows(app: &TestApp, table: &str) -> i64 {
    let sql = format!("SELECT CAST(COUNT(*) AS TEXT) AS line FROM {table}");
    strings(app, &sql).await[0].parse().unwrap()
}

/// Words for what nobody is asked and nothing remembers (AVG, article 9), in both languages.
const NEVER: &[&str] = &[
    "ethnic",
    "etnisch",
    "etniciteit",
    "race",
    "ras_",
    "nationalit",
    "origin",
    "afkomst",
    "herkomst",
    "descent",
    "tribe",
    "relig",
    "geloof",
    "faith",
    "belief",
    "church",
    "kerk",
    "mosque",
    "moskee",
    "health",
    "gezond",
    "illness",
    "ziekte",
    "disab",
    "handicap",
    "diagnos",
    "medic",
    "politic",
    "politiek",
    "party",
    "partij",
    "union",
    "vakbond",
    "orientation",
    "geaardheid",
    "sexual",
    "seks",
    "gender",
    "geslacht",
    "biometr",
    "genetic",
    "genetisch",
    "criminal",
    "strafblad",
    "bsn",
    "birth",
    "geboorte",
    "passport",
    "paspoort",
];

#[tokio::test]
async fn no_column_is_made_for_what_people_are() {
    let app = TestApp::new().await;
    let columns = columns(&app).await;
    assert!(columns.len() > 150, "{}", columns.len());
    let found: Vec<_> = columns
        .iter()
        .filter(|column| NEVER.iter().any(|word| column.contains(word)))
        .collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn no_field_of_the_api_asks_for_it_either() {
    let document: serde_json::Value = serde_json::from_str(&app::openapi::TEXT).unwrap();
    let mut found = Vec::new();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        let fields = schema["properties"].as_object().into_iter().flatten();
        for (field, _) in fields {
            if NEVER.iter().any(|word| field.to_lowercase().contains(word)) {
                found.push(format!("{name}.{field}"));
            }
        }
    }
    assert!(found.is_empty(), "{found:?}");
}
