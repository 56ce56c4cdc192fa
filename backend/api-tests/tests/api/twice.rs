//! The same request many times at once is one request.

use futures_util::future::join_all;
use kernel::{IssueRole, TenantRole};
use serde_json::{Value, json};
use testkit::{Answer, Person, TestApp};

use crate::ended_parts::ends;
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

/// Whoever was put out of a closed room reads nothing of it by sending again what they sent there.
#[tokio::test]
async fn a_key_brings_nothing_back_from_where_one_may_not_read_any_more() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let joost = app.member("Joost", tenant, TenantRole::Convener).await;
    let fatima = app.person("Fatima").await;
    let mut rooms = Vec::new();
    for visibility in ["invited", "public"] {
        let form = json!({"regime": "trusted", "visibility": visibility});
        let issue = app.open_issue(&joost, "ess", form).await;
        app.admit(&fatima, tenant, &issue, IssueRole::Participant)
            .await;
        let thread = app.thread(&joost, "ess", &issue).await;
        rooms.push((issue, format!("/v1/tenants/ess/threads/{thread}/posts")));
    }
    let [(closed, there), (_, here)] = rooms.as_slice() else {
        unreachable!()
    };
    let quoted = joost.post(there, &json!({"body": "Eerst."})).await;
    let form = json!({"body": "Ik antwoord.", "quotes": quoted.body["id"]});
    let said = fatima.post_once(there, "dezelfde", &form).await;
    assert_eq!(said.status, 201, "{}", said.text);
    let issue = format!("/v1/tenants/ess/issues/{closed}");
    let ended = ends(&issue, &joost, &joost, ("Fatima", "Dank voor alles.")).await;
    assert_eq!(ended.status, 204, "{}", ended.text);

    let form = json!({"body": "Heel iets anders."});
    for (address, status) in [(there, 404), (here, 409)] {
        let again = fatima.post_once(address, "dezelfde", &form).await;
        assert_eq!(again.status, status, "{}", again.text);
    }
    let anew = fatima.post_once(here, "een andere", &form).await;
    assert_eq!(anew.status, 201, "{}", anew.text);
}

/// Where nobody is an author, a key is nobody's either: in another room it is used already.
#[tokio::test]
async fn a_key_of_a_room_without_authors_is_of_that_room() {
    let app = TestApp::new().await;
    let tenant = app.tenant("ess").await;
    let joost = app.member("Joost", tenant, TenantRole::Convener).await;
    let form = json!({"regime": "authorless", "visibility": "invited"});
    let issue = app.open_issue(&joost, "ess", form).await;
    let posts = async || {
        let thread = app.thread(&joost, "ess", &issue).await;
        format!("/v1/tenants/ess/threads/{thread}/posts")
    };
    let (one, other) = (posts().await, posts().await);
    let form = json!({"body": "Iets."});
    let first = joost.post_once(&one, "dezelfde", &form).await;
    let again = joost.post_once(&one, "dezelfde", &form).await;
    assert_eq!((first.status, &first.text), (201, &again.text));
    let elsewhere = joost.post_once(&other, "dezelfde", &form).await;
    assert_eq!(
        (elsewhere.status, elsewhere.code()),
        (409, "idempotency.other")
    );
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
