//! Two changes that wait for each other: one is taken back, and made again behind the scenes.

use std::time::Duration;

use sea_orm::{ConnectionTrait, DbBackend, TransactionTrait};
use serde_json::json;
use testkit::TestApp;

use crate::world::World;

/// PostgreSQL takes back whoever has waited for a second; the other one begins to wait before that.
const SOONER: Duration = Duration::from_millis(300);

#[tokio::test]
async fn a_change_that_was_taken_back_for_another_is_made_again_and_nobody_notices() {
    let app = TestApp::new().await;
    if app.state.db.backend() == DbBackend::Sqlite {
        return;
    }
    let world = World::new(&app, "ess", "zeeolifant").await;
    let thread = &world.ids["thread"];
    let path = format!("threads/{thread}/posts");
    let owner = app.owner().await;
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
        tokio::time::sleep(SOONER).await;
        let wait = format!("SELECT 1 FROM thread WHERE id = '{thread}' FOR UPDATE");
        other.execute_unprepared(&wait).await.unwrap();
        other.rollback().await.unwrap();
    };
    let (answer, ()) = tokio::join!(world.fatima.post(&path, &form), meanwhile);
    assert_eq!(answer.status, 201, "{}", answer.text);
    let after = world.fatima.get(&path).await;
    assert_eq!(after.body["items"].as_array().unwrap().len(), before + 1);
}
