//! A server that is told to stop: whoever got in gets an answer, and whoever comes later is told that nobody is there.

use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::future::join_all;
use testkit::{Program, until};

const VISITORS: usize = 32;
/// After how many answers it is told to stop.
const ANSWERS: usize = 200;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_connected_when_it_stops_gets_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::serve(folder.path()).await;
    let address = format!("{}/health/live", program.base);
    let answers = AtomicUsize::new(0);
    let visits = (0..VISITORS).map(|_| asks_until_nobody_is_there(&address, &answers));
    let ((), unanswered) = tokio::join!(
        async {
            until("they come and go", async || {
                answers.load(Ordering::Relaxed) >= ANSWERS
            })
            .await;
            program.stop().await;
        },
        join_all(visits)
    );
    let unanswered: Vec<String> = unanswered.into_iter().flatten().collect();
    assert!(unanswered.is_empty(), "{unanswered:#?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hang_up_is_a_request_to_stop() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::serve(folder.path()).await;
    program.stop_by("HUP").await;
    let log = program.log();
    for said in ["started", "SQLite", "stopping"] {
        assert!(log.contains(said), "{said}: {log}");
    }
}

/// Asks on a new connection each time; how a request went wrong that somebody had let in.
async fn asks_until_nobody_is_there(address: &str, answers: &AtomicUsize) -> Option<String> {
    let client = reqwest::Client::builder()
        .pool_max_idle_per_host(0)
        .build()
        .unwrap();
    loop {
        match client.get(address).send().await {
            Ok(_) => answers.fetch_add(1, Ordering::Relaxed),
            Err(error) => return (!error.is_connect()).then(|| format!("{error:?}")),
        };
    }
}
