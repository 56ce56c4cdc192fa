//! Searching with a server beside us: while it is away everything else goes on, and nothing is missed when it is back.

use std::time::Duration;

use testkit::{FakeMeilisearch, Trouble};

use super::*;

fn beside(settings: &mut app::Settings, server: &FakeMeilisearch) {
    settings.search_url = Some(server.url.clone());
    settings.search_key = Some(FakeMeilisearch::KEY.to_owned());
}

async fn world_beside(server: &FakeMeilisearch) -> World {
    let app = TestApp::with(|settings| beside(settings, server)).await;
    World::on(app, "open", "public").await
}

async fn is_unavailable(person: &Person) -> bool {
    let asked = person.get("/v1/search?q=lantaarnlicht").await;
    (asked.status, asked.code()) == (503, "search.unavailable")
}

#[tokio::test]
async fn a_server_finds_what_this_program_would_find_and_shows_no_more() {
    let server = FakeMeilisearch::start();
    let app = TestApp::with(|settings| beside(settings, &server)).await;
    let world = World::on(app, "trusted", "public").await;
    let post = world.says("Vertrouwelijk: de lantaarns.").await;
    let found = search(&world.fatima, "q=lantaarn").await;
    assert_eq!(
        (&found["items"][0]["id"], &found["total"]),
        (&json!(post), &json!(1))
    );
    for forgiven in ["lantarns", "lantaarns+sterrenwacht"] {
        assert_eq!(
            total(&world.fatima, &format!("q={forgiven}")).await,
            1,
            "{forgiven}"
        );
    }
    let visitor = world.app.visitor();
    assert_eq!(search(&visitor, "q=lantaarn").await, leaks::nothing());
    assert_eq!(
        total(&visitor, "q=plein").await,
        1,
        "the issue itself is public"
    );
    world
        .fatima
        .delete(&format!("/v1/tenants/ess/posts/{post}"))
        .await;
    world.app.settle().await;
    assert_eq!(total(&world.fatima, "q=lantaarn").await, 0);
    assert_eq!(
        server.count("netwerkplatform-post"),
        Some(1),
        "the first post"
    );
}

#[tokio::test]
async fn while_the_server_is_away_people_write_and_find_it_when_it_is_back() {
    let mut server = FakeMeilisearch::start();
    let world = world_beside(&server).await;
    world.says("Het lantaarnlicht.").await;
    assert_eq!(total(&world.fatima, "q=lantaarnlicht").await, 1);

    server.stop().await;
    world.says("Nog eens het lantaarnlicht.").await;
    assert!(is_unavailable(&world.fatima).await);
    let asked = world.fatima.get("/v1/search?q=lantaarnlicht").await;
    assert!(
        asked.text.contains("Al het andere werkt gewoon"),
        "{}",
        asked.text
    );
    world.app.advance(Duration::from_secs(700));
    world.says("En nog eens, later: het lantaarnlicht.").await;

    server.come_back();
    world.app.settle().await;
    assert_eq!(total(&world.fatima, "q=lantaarnlicht").await, 3);
}

#[tokio::test]
async fn a_server_that_does_not_answer_holds_up_nobody_for_longer_than_was_agreed() {
    let server = FakeMeilisearch::start();
    server.trouble(Some(Trouble::Silence));
    let app = TestApp::with(|settings| {
        beside(settings, &server);
        settings.search_patience = 50;
    })
    .await;
    let asked = app.visitor().get("/v1/search?q=lantaarnlicht").await;
    assert_eq!((asked.status, asked.code()), (503, "search.unavailable"));
    let titles = app.visitor().get("/v1/search/_suggest?q=plein").await;
    assert_eq!(titles.status, 503, "{}", titles.text);
}

#[tokio::test]
async fn the_platform_starts_without_the_server_and_fills_it_once_it_is_there() {
    let mut server = FakeMeilisearch::start();
    server.stop().await;
    let world = world_beside(&server).await;
    world.says("Het lantaarnlicht.").await;
    assert!(is_unavailable(&world.fatima).await);
    server.come_back();
    world.app.settle().await;
    assert_eq!(total(&world.fatima, "q=lantaarnlicht").await, 1);
}

#[tokio::test]
async fn an_index_that_is_taken_away_is_filled_anew() {
    let server = FakeMeilisearch::start();
    let world = world_beside(&server).await;
    world.says("Het lantaarnlicht.").await;
    for lost in ["netwerkplatform-post", "netwerkplatform-seal"] {
        server.lose_index(lost);
        assert!(is_unavailable(&world.fatima).await, "{lost}");
        world.app.settle().await;
        assert_eq!(total(&world.fatima, "q=lantaarnlicht").await, 1, "{lost}");
    }
}

#[tokio::test]
async fn what_a_task_that_failed_was_about_is_heard_again() {
    let server = FakeMeilisearch::start();
    let world = world_beside(&server).await;
    world.says("Het eerste lantaarnlicht.").await;
    let path = format!("/v1/tenants/ess/threads/{}/posts", world.thread);
    let form = json!({"body": "Het tweede lantaarnlicht."});
    assert_eq!(world.fatima.post(&path, &form).await.status, 201);
    server.fail_a_task("documentAdditionOrUpdate", "No space left on device");
    let refused = app::workers::work_once(&world.app.state).await;
    assert!(refused.is_err(), "{refused:?}");
    assert_eq!(
        total(&world.fatima, "q=lantaarnlicht").await,
        1,
        "the rest is still found"
    );
    world.app.settle().await;
    assert_eq!(total(&world.fatima, "q=lantaarnlicht").await, 2);
}
