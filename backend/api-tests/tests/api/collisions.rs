//! Two changes that wait for each other: one is taken back, and made again behind the scenes.

use sea_orm::{ConnectionTrait, DbBackend, Statement, TransactionTrait};
use serde_json::json;
use testkit::TestApp;

use crate::world::World;

/// Somebody waits for the table of posts of this database.
const WAITING: &str = "SELECT 1 AS waits FROM pg_locks WHERE NOT granted AND relation = 'post'::regclass \
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

#[tokio::test]
async fn a_change_that_was_taken_back_for_another_is_made_again_and_nobody_notices() {
    let app = TestApp::new().await;
    if app.state.db.backend() == DbBackend::Sqlite {
        return;
    }
    let world = World::new(&app, "ess", "zeeolifant").await;
    let thread = &world.ids["thread"];
    let path = format!("threads/{thread}/posts");
    let owner = app.whole_database().await;
    let before = world.fatima.get(&format!("/v1/tenants/ess/{path}")).await;
    let before = before.body["items"].as_array().unwrap().len();

    #[expect(
        clippy::disallowed_methods,
        reason = "a change that the program does not know of"
    )]
    let other = owner.begin().await.unwrap();
    let hold = "LOCK TABLE post IN SHARE MODE";
    other.execute_unprepared(hold).await.unwrap();
    let form = json!({ "body": "Botsen mag." });
    let path = format!("/v1/tenants/ess/{path}");
    let meanwhile = async {
        // PostgreSQL takes back whoever has waited for a second: this one begins to wait after the other.
        let asked = || Statement::from_string(DbBackend::Postgres, WAITING);
        while other.query_one_raw(asked()).await.unwrap().is_none() {}
        let wait = format!("SELECT 1 FROM thread WHERE id = '{thread}' FOR UPDATE");
        other.execute_unprepared(&wait).await.unwrap();
        other.rollback().await.unwrap();
    };
    let (answer, ()) = tokio::join!(world.fatima.post(&path, &form), meanwhile);
    assert_eq!(answer.status, 201, "{}", answer.text);
    let after = world.fatima.get(&path).await;
    assert_eq!(after.body["items"].as_array().unwrap().len(), before + 1);
}
