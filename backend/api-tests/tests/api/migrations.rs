//! Every migration goes up, down, and up again.

use migrations::{Migrator, MigratorTrait};
use testkit::TestApp;

#[tokio::test]
async fn the_schema_goes_up_down_and_up() {
    let app = TestApp::new().await;
    let owner = app.owner().await;
    Migrator::down(&owner, None).await.unwrap();
    testkit::bring_up(&owner).await;
    app.tenant("ess").await;
    assert_eq!(
        app.visitor().get("/v1/tenants").await.body["items"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

/// No table has a place for what must not be known (AVG art. 9).
#[tokio::test]
async fn there_is_no_column_for_what_must_not_be_kept() {
    use sea_orm::{ConnectionTrait, Statement};
    let app = TestApp::new().await;
    let backend = app.state.db.backend();
    let sql = match backend {
        sea_orm::DbBackend::Sqlite => {
            "SELECT m.name || '.' || p.name AS place FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'"
        }
        _ => {
            "SELECT table_name || '.' || column_name AS place FROM information_schema.columns WHERE table_schema = 'public'"
        }
    };
    let rows = app
        .state
        .db
        .raw()
        .query_all_raw(Statement::from_string(backend, sql.to_owned()))
        .await
        .unwrap();
    let places: Vec<String> = rows
        .iter()
        .map(|row| row.try_get("", "place").unwrap())
        .collect();
    assert!(places.len() > 50);
    for place in &places {
        for word in [
            "ethnic",
            "religio",
            "faith",
            "race",
            "health",
            "politic",
            "orientation",
            "gender",
            "national",
            "birth",
        ] {
            assert!(!place.contains(word), "{place}");
        }
    }
}
