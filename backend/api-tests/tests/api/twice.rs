//! The same request many times at once is one request.

use futures_util::future::join_all;
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::schema;
use crate::world::World;

async fn all_at_once(
    who: &Person,
    times: usize,
    path: &str,
    key: &str,
    form: &Value,
) -> Vec<Answer> {
    join_all((0..times).map(|_| who.post_once(path, key, form))).await
}

fn made(answers: &[Answer]) -> Vec<String> {
    let mut ids: Vec<String> = answers
        .iter()
        .map(|answer| {
            assert_eq!(answer.status, 201, "{}", answer.text);
            answer.body["id"].to_string()
        })
        .collect();
    ids.dedup();
    ids
}

#[tokio::test]
async fn fifty_times_the_same_key_is_one_row() {
    let app = TestApp::new().await;
    let world = World::new(&app, "ess", "zeeolifant").await;
    let (issue, thread) = (&world.ids["issue"], &world.ids["thread"]);
    let draft: Value = serde_json::from_str(testkit::ISSUE).unwrap();
    let invitees = json!({"invitees": [{"email": "een@example.org", "text": "Kom."}]});
    for (who, times, path, form, table) in [
        (
            &world.fatima,
            50,
            format!("threads/{thread}/posts"),
            json!({"body": "Eén keer."}),
            "post",
        ),
        (&world.convener, 50, "issues".to_owned(), draft, "issue"),
        (
            &world.convener,
            20,
            format!("issues/{issue}/threads"),
            json!({"title": "a", "body": "b"}),
            "thread",
        ),
        (
            &world.convener,
            20,
            format!("issues/{issue}/invitations"),
            invitees,
            "invitation",
        ),
        (
            &world.publisher,
            20,
            "products".to_owned(),
            json!({"kind": "guide", "title": "a"}),
            "product",
        ),
        (
            &world.owner,
            20,
            "members".to_owned(),
            json!({"email": "twee@example.org", "role": "member"}),
            "invitation",
        ),
    ] {
        let before = schema::rows(&app, table).await;
        let path = format!("/v1/tenants/ess/{path}");
        let answers = all_at_once(who, times, &path, &format!("sleutel-{path}"), &form).await;
        assert_eq!(made(&answers).len(), 1, "{path}");
        assert_eq!(schema::rows(&app, table).await, before + 1, "{path}");
    }
}

#[tokio::test]
async fn a_key_is_its_owners_and_for_one_thing() {
    let app = TestApp::new().await;
    let world = World::new(&app, "ess", "zeeolifant").await;
    let posts = format!("/v1/tenants/ess/threads/{}/posts", world.ids["thread"]);
    let form = json!({"body": "Hallo."});
    let hers = world.fatima.post_once(&posts, "dezelfde", &form).await;
    let his = world.convener.post_once(&posts, "dezelfde", &form).await;
    assert_eq!((hers.status, his.status), (201, 201));
    assert_ne!(hers.body["id"], his.body["id"]);
    let threads = format!("/v1/tenants/ess/issues/{}/threads", world.ids["issue"]);
    let misused = world
        .convener
        .post_once(&threads, "dezelfde", &json!({"title": "a", "body": "b"}))
        .await;
    assert!(
        misused.status == 409 || misused.status == 400,
        "{}",
        misused.text
    );
    for key in ["kort", &"x".repeat(129), "met\ttab"] {
        let refused = world.fatima.post_once(&posts, key, &form).await;
        assert!(
            refused.status == 400 || refused.status == 201,
            "{key}: {}",
            refused.text
        );
    }
}

#[test]
fn every_operation_that_makes_something_takes_a_key() {
    // Signing in and following are the same when done twice; a code is asked for anew each time.
    let exempt = [
        "begin_session",
        "request_sign_in_code",
        "follow",
        "add_email_address",
    ];
    let document: Value = serde_json::from_str(&app::openapi::TEXT).unwrap();
    let mut keyless = Vec::new();
    for (_, item) in document["paths"].as_object().unwrap() {
        let post = &item["post"];
        let id = post["operationId"].as_str().unwrap_or_default();
        let makes = !post["responses"]["201"].is_null();
        let takes = post["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|parameter| parameter["name"] == "Idempotency-Key");
        if makes && !takes && !exempt.contains(&id) {
            keyless.push(id.to_owned());
        }
    }
    assert!(keyless.is_empty(), "{keyless:?}");
}
