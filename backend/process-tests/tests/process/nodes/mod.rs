//! Several nodes on one PostgreSQL: what is done on one is known on the other, whatever else fails.
//!
//! These need a PostgreSQL cluster; the gate runs them in its PostgreSQL step.

mod cluster;
mod replica;

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::json;
use testkit::{Person, Program, Reader, Socket, Writer, until};
use tokio::time::interval;

use cluster::{Cluster, Shared};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_posted_on_one_node_is_heard_on_the_other_in_order_and_once() {
    let cluster = Cluster::new().await;
    let [a, b] = cluster.bases();
    let reader = cluster.a.sign_in("lezer@example.org").await;
    let room = &cluster.room;
    let there = Reader::new(&reader, std::slice::from_ref(&b), room).await;
    let here = Reader::new(&reader, std::slice::from_ref(&a), room).await;
    let mut announced = Socket::open(&reader.at(&b)).await;
    let issue = format!("issue:{}", cluster.room.issue);
    announced.subscribe(&issue, None).await;

    // Long enough for the looks of every second to come in between.
    let nodes = [&cluster.owner.at(&a), &cluster.owner.at(&b)];
    let mut pace = interval(Duration::from_millis(150));
    for number in 0..20 {
        pace.tick().await;
        let body = json!({ "body": format!("Nummer {number}.") });
        let said = nodes[number % 2].post(&cluster.room.posts, &body).await;
        assert_eq!(said.status, 201, "{}", said.text);
    }
    for reader in [there, here] {
        reader.has_heard_all(21).await;
    }
    for _ in 0..20 {
        assert_eq!(announced.hear().await["kind"], "thread.replied");
    }
    assert!(announced.is_silent().await, "each was announced once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_types_on_one_node_is_seen_on_the_other() {
    let cluster = Cluster::new().await;
    let reader = cluster.b.sign_in("lezer@example.org").await;
    let mut ends = both_listen(&cluster, &reader).await;
    types_across(&cluster, &mut ends).await;
    let subjects = cluster.nats.subjects().await;
    let typing = subjects.iter().filter(|it| it.contains(".typing.")).count();
    assert_eq!(typing, 2, "one room, two nodes: {subjects:?}");
}

/// The owner at A, and a reader at B.
async fn both_listen(cluster: &Cluster, reader: &Person) -> (Socket, Socket) {
    cluster.owner.is_seen(true, true).await;
    let mut hers = Socket::open(&cluster.owner).await;
    let mut his = Socket::open(&reader.at(&cluster.b.base)).await;
    hers.subscribe(&cluster.room.topic, None).await;
    his.subscribe(&cluster.room.topic, None).await;
    (hers, his)
}

/// The owner types until the reader sees it.
async fn types_across(cluster: &Cluster, (hers, his): &mut (Socket, Socket)) {
    let typing = json!({"type": "typing", "topic": cluster.room.topic});
    let seen = async {
        loop {
            let frame = his.hear().await;
            if frame["type"] == "typing" {
                return frame;
            }
        }
    };
    // Nobody is told twice within two seconds.
    let mut pace = interval(Duration::from_millis(500));
    tokio::pin!(seen);
    let frame = loop {
        tokio::select! {
            frame = &mut seen => break frame,
            _ = pace.tick() => hers.say(&typing).await,
        }
    };
    assert!(!frame["person"].as_str().unwrap().is_empty(), "{frame}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_there_at_one_node_is_seen_at_the_other() {
    let cluster = Cluster::new().await;
    let there = cluster.owner.at(&cluster.b.base);
    let mut ends = both_listen(&cluster, &there).await;
    let presence = json!({"type": "presence", "topic": cluster.room.topic});
    let (hers, his) = &mut ends;
    let seen = async {
        loop {
            let frame = his.hear().await;
            if frame["type"] == "presence" {
                return frame;
            }
        }
    };
    // What is said before the other node asked for it is said to nobody, and ten seconds later again.
    let mut pace = interval(Duration::from_millis(500));
    tokio::pin!(seen);
    let frame = loop {
        tokio::select! {
            frame = &mut seen => break frame,
            _ = pace.tick() => hers.say(&presence).await,
        }
    };
    assert_eq!(frame["count"], 1, "{frame}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn posts_go_on_while_nats_is_killed_and_come_once() {
    let mut cluster = Cluster::new().await;
    let [a, b] = cluster.bases();
    let reader = cluster.a.sign_in("lezer@example.org").await;
    let there = Reader::new(&reader, std::slice::from_ref(&b), &cluster.room).await;
    let mut announced = Socket::open(&reader.at(&b)).await;
    let issue = format!("issue:{}", cluster.room.issue);
    announced.subscribe(&issue, None).await;

    let writer = Writer::new(&cluster.owner, &[a], &cluster.room, "schrijver");
    writer.goes_on(10).await;
    cluster.nats.kill();
    writer.goes_on(30).await;
    cluster.nats.again().await;
    cluster.is_connected().await;
    writer.goes_on(10).await;
    let written = all_of(writer).await;

    there.has_heard_all(written + 1).await;
    cluster.room.holds_each_once(&reader, written + 1).await;
    for _ in 0..written {
        assert_eq!(announced.hear().await["kind"], "thread.replied");
    }
    let mut ends = both_listen(&cluster, &reader).await;
    types_across(&cluster, &mut ends).await;
    assert!(announced.is_silent().await, "each was announced once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_signs_out_on_one_node_is_let_go_of_on_the_other_also_without_nats() {
    let mut cluster = Cluster::new().await;
    let reader = cluster.b.sign_in("lezer@example.org").await;
    cluster.nats.kill();
    let mut socket = Socket::open(&reader.at(&cluster.b.base)).await;
    socket.subscribe("me", None).await;
    let gone = reader.at(&cluster.a.base).delete("/v1/me/sessions").await;
    assert!(gone.status < 300, "{}", gone.text);
    assert_eq!(socket.closed_with().await, 4001);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_a_node_is_killed_its_readers_go_on_at_the_other_and_miss_nothing() {
    let mut cluster = Cluster::new().await;
    let [a, b] = cluster.bases();
    let reader = cluster.a.sign_in("lezer@example.org").await;
    let mut readers = Vec::new();
    for _ in 0..5 {
        let nodes = [a.clone(), b.clone()];
        readers.push(Reader::new(&reader, &nodes, &cluster.room).await);
    }
    let nodes = [a, b];
    let writer = Writer::new(&cluster.owner, &nodes, &cluster.room, "schrijver");
    writer.goes_on(10).await;
    cluster.a.kill();
    writer.goes_on(20).await;
    let written = all_of(writer).await;
    for reader in readers {
        reader.has_heard_all(written + 1).await;
    }
    let there = reader.at(&nodes[1]);
    cluster.room.holds_each_once(&there, written + 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rolling_restart_loses_no_post_and_no_reader_misses_one() {
    let mut cluster = Cluster::new().await;
    let [a, b] = cluster.bases();
    let orders = [[a.clone(), b.clone()], [b, a]];
    let reader = cluster.a.sign_in("lezer@example.org").await;
    let (mut readers, mut writers) = (Vec::new(), Vec::new());
    for nodes in orders.iter().cycle().take(6) {
        readers.push(Reader::new(&reader, nodes, &cluster.room).await);
    }
    for (nodes, name) in orders.iter().zip(["eerste-schrijver", "tweede-schrijver"]) {
        writers.push(Writer::new(&cluster.owner, nodes, &cluster.room, name));
    }
    for writer in &writers {
        writer.goes_on(5).await;
    }
    cluster.a.stop().await;
    cluster.a.again().await;
    for writer in &writers {
        writer.goes_on(5).await;
    }
    cluster.b.stop().await;
    cluster.b.again().await;
    let mut written = 0;
    for writer in writers {
        writer.goes_on(5).await;
        written += all_of(writer).await;
    }
    for reader in readers {
        reader.has_heard_all(written + 1).await;
    }
    cluster.room.holds_each_once(&reader, written + 1).await;
    for name in ["a", "b"] {
        let log = cluster.shared.log(name);
        assert!(!log.contains("panicked"), "{log}");
    }
}

/// How many posts a writer got acknowledged; a node that stops may refuse, with a reason that passes.
async fn all_of(writer: Writer) -> usize {
    let written = writer.stop().await;
    assert!(written.faults().is_empty(), "{:?}", written.refused);
    assert!(written.open.is_empty(), "{:?}", written.open);
    written.posts.len()
}

/// How many people ask for a code at once.
const CODES: usize = 40;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_workers_do_each_job_once() {
    let shared = Shared::new(None).await;
    let server = shared.node("a", &["serve", "--no-work"]).await;
    ask_for_codes(&server, "vooraf").await;
    // Both begin with the same heap of work, and go on with what comes.
    let names = ["een", "twee"];
    let _workers =
        names.map(|name| Program::start(&shared.folder(name), shared.settings.clone(), &["work"]));
    ask_for_codes(&server, "daarna").await;
    shared.all_work_is_done().await;
    let mut mails = BTreeMap::new();
    for to in names.iter().flat_map(|name| shared.mailed_by(name)) {
        *mails.entry(to).or_insert(0) += 1;
    }
    assert_eq!(mails.len(), 2 * CODES, "nobody is forgotten");
    assert!(mails.values().all(|count| *count == 1), "{mails:?}");
}

async fn ask_for_codes(server: &Program, name: &str) {
    let visitor = Person::visitor(&server.base);
    let asked = (0..CODES).map(async |number| {
        let email = format!("{name}-{number}@example.org");
        let asked = visitor
            .post("/v1/sign-in-codes", &json!({ "email": email }))
            .await;
        assert_eq!(asked.status, 202, "{}", asked.text);
    });
    futures_util::future::join_all(asked).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_that_start_together_on_an_empty_database_both_come_up() {
    let shared = Shared::new_and_empty().await;
    let nodes = ["a", "b", "c"].map(|name| {
        let settings = shared.settings.clone();
        Program::start(&shared.folder(name), settings, &["serve"])
    });
    for node in &nodes {
        let node = Person::visitor(&node.base);
        until("the node serves", async || {
            let answer = node.request(reqwest::Method::GET, "/health/ready").send();
            answer.await.is_ok_and(|answer| answer.status() == 200)
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_is_put_back_by_the_owner_and_the_wall_between_tenants_stands() {
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("copy");
    let copy = copy.to_str().unwrap();
    let here = Shared::new(None).await;
    here.open_tenant();
    let made = here.operate("copying", &["backup", copy]);

    let there = Shared::new_and_empty().await;
    let back = there.operate("restoring", &["restore", copy]);
    let extent = |said: &str| {
        said.split_once(" to ")
            .map(|(extent, _)| extent.replace("copied ", ""))
    };
    assert!(back.contains(&extent(&made).unwrap()), "{made} {back}");
    let program = there.node("a", &["serve"]).await;
    let organisation = reqwest::get(format!("{}/o/ess", program.base))
        .await
        .unwrap();
    assert_eq!(organisation.status(), 200);
}
