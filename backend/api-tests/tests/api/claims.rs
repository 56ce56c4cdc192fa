//! Several workers at one heap of work, and several nodes at one calendar.

use std::collections::BTreeSet;

use db::{jobs, turns};
use futures_util::future::join_all;
use kernel::{Clock, Scope, TenantSet};
use testkit::TestApp;

const QUEUE: &str = "on-event-nobody";
const JOBS: usize = 120;
const AT_ONCE: u64 = 5;

fn scope(app: &TestApp) -> Scope {
    Scope::worker(TenantSet::default(), app.clock.now())
}

/// Takes jobs until there are none; which they were.
async fn take_all(app: &TestApp) -> Vec<String> {
    let mut taken = Vec::new();
    loop {
        let tx = app.state.db.begin(&scope(app)).await.unwrap();
        let claimed = jobs::claim(&tx, QUEUE, AT_ONCE, jobs::LEASE).await.unwrap();
        tx.commit().await.unwrap();
        assert!(claimed.len() <= 5, "no more than was asked for");
        if claimed.is_empty() {
            return taken;
        }
        taken.extend(claimed.into_iter().map(|job| job.payload));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_job_is_taken_by_one_worker() {
    let app = TestApp::new().await;
    let tx = app.state.db.begin(&scope(&app)).await.unwrap();
    for number in 0..JOBS {
        jobs::enqueue(&tx, QUEUE, number.to_string()).await.unwrap();
    }
    tx.commit().await.unwrap();
    let taken = join_all((0..4).map(|_| take_all(&app))).await.concat();
    let once: BTreeSet<&String> = taken.iter().collect();
    assert_eq!((taken.len(), once.len()), (JOBS, JOBS));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_turn_is_taken_by_one_node() {
    let app = TestApp::new().await;
    let mut last = None;
    for _ in 0..3 {
        let tries = join_all((0..4).map(async |_| {
            let tx = app.state.db.begin(&scope(&app)).await.unwrap();
            let mine = turns::take(&tx, "nobodys-turn", last).await.unwrap();
            tx.commit().await.unwrap();
            mine
        }));
        assert_eq!(tries.await.into_iter().filter(|mine| *mine).count(), 1);
        last = Some(app.clock.now());
        app.advance(std::time::Duration::from_secs(60));
    }
}
