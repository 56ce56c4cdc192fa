//! Work that was given up: an operator sees it, tries it again or throws it away; the rest goes on.

use std::time::Duration;

use db::dead::{self, Which};
use db::{Tx, jobs};
use kernel::{Clock, Consumer, Scope, TenantSet};
use testkit::TestApp;

const QUEUE: &str = Consumer::Mail.queue();

fn scope(app: &TestApp) -> Scope {
    Scope::worker(TenantSet::default(), app.clock.now())
}

async fn change(app: &TestApp, work: impl AsyncFnOnce(&Tx) -> u64) -> u64 {
    let tx = app.state.db.begin(&scope(app)).await.unwrap();
    let done = work(&tx).await;
    tx.commit().await.unwrap();
    done
}

/// A job that nobody can do, tried until it is given up.
async fn give_up(app: &TestApp) {
    change(app, async |tx| {
        jobs::enqueue(tx, QUEUE, "niets".into()).await.unwrap();
        0
    })
    .await;
    for _ in 0..6 {
        app.settle().await;
        app.clock.advance(Duration::from_secs(3_600));
    }
}

/// Waiting and given up, in the queue.
async fn counts(app: &TestApp) -> (i64, i64) {
    let depths = dead::depths(&app.state.db.read(&scope(app))).await.unwrap();
    depths
        .iter()
        .find(|depth| depth.queue == QUEUE)
        .map_or((0, 0), |depth| (depth.waiting, depth.dead))
}

#[tokio::test]
async fn given_up_work_is_seen_tried_again_and_thrown_away() {
    let app = TestApp::new().await;
    give_up(&app).await;
    assert_eq!(counts(&app).await, (0, 1));
    let letters = dead::letters(&app.state.db.read(&scope(&app)), 10)
        .await
        .unwrap();
    assert_eq!((letters.len(), letters[0].attempts), (1, 5));
    assert!(letters[0].last_error.is_some(), "what went wrong");

    let which = Which::One(letters[0].id);
    let again = change(&app, async |tx| dead::retry(tx, &which).await.unwrap()).await;
    assert_eq!((again, counts(&app).await), (1, (1, 0)));
    app.settle().await;
    assert_eq!(counts(&app).await, (1, 0), "it has five tries again");

    let waits = change(&app, async |tx| dead::drop(tx, &which).await.unwrap()).await;
    assert_eq!(waits, 0, "only given-up work is thrown away");
    for _ in 0..6 {
        app.clock.advance(Duration::from_secs(3_600));
        app.settle().await;
    }
    let all = Which::Queue(QUEUE.to_owned());
    let thrown = change(&app, async |tx| dead::drop(tx, &all).await.unwrap()).await;
    assert_eq!((thrown, counts(&app).await), (1, (0, 0)));
}
