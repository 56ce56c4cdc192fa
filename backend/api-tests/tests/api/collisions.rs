//! Two changes that waited for each other: one is taken back, and made again behind the scenes.

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::json;
use testkit::TestApp;

use crate::world::World;

/// The first post to come is taken back, as PostgreSQL takes back one of two that wait for each other. A sequence
/// counts on when a transaction is taken back.
const TAKES_BACK_THE_FIRST: &str = "CREATE SEQUENCE come;
    CREATE FUNCTION takes_back_the_first() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
        IF nextval('come') = 1 THEN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = 'deadlock_detected'; END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER takes_back_the_first BEFORE INSERT ON post
        FOR EACH ROW EXECUTE FUNCTION takes_back_the_first();";

#[tokio::test]
async fn a_change_that_was_taken_back_for_another_is_made_again_and_nobody_notices() {
    let app = TestApp::new().await;
    if app.state.db.backend() == DbBackend::Sqlite {
        return;
    }
    let world = World::new(&app, "ess", "zeeolifant").await;
    let path = format!("/v1/tenants/ess/threads/{}/posts", world.ids["thread"]);
    let before = world.fatima.get(&path).await;
    let before = before.body["items"].as_array().unwrap().len();

    let owner = app.owner().await;
    owner
        .execute_unprepared(TAKES_BACK_THE_FIRST)
        .await
        .unwrap();
    let form = json!({ "body": "Botsen mag." });
    let answer = world.fatima.post(&path, &form).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    let asked = owner.query_one_raw(last_come()).await.unwrap().unwrap();
    assert_eq!(asked.try_get::<i64>("", "last_value").unwrap(), 2);
    let after = world.fatima.get(&path).await;
    assert_eq!(after.body["items"].as_array().unwrap().len(), before + 1);
}

/// How often the post was written.
fn last_come() -> Statement {
    Statement::from_string(DbBackend::Postgres, "SELECT last_value FROM come")
}
