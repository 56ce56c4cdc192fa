//! Two nodes on one PostgreSQL with NATS between them: posts that must reach the sockets of both, as many idle sockets as
//! there may be, and all sockets of a node that come back at once.

mod storm;

use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use load::{Pace, Sockets, Tally, Visitor, until};
use serde_json::Value;

use crate::place::Place;
use crate::process::Process;
use crate::table::{self, Table, Target};
use crate::units::{count, millis, none_or};
use crate::{Failure, machine};

pub const POSTS_A_SECOND: f64 = 20.0;

/// Open files that a process needs beside its sockets.
const OTHER_FILES: u64 = 500;

#[derive(Clone, clap::Args)]
pub struct Settings {
    /// A PostgreSQL server on this machine.
    #[arg(long)]
    postgres: String,
    /// A NATS server.
    #[arg(long)]
    nats: String,
    /// Sockets on each node.
    #[arg(long, default_value_t = 2_000)]
    each: usize,
    /// Sockets that only stay open, if so many files may be open.
    #[arg(long, default_value_t = 9_000)]
    idle: usize,
    /// Seconds of posts for each measurement.
    #[arg(long, default_value_t = 10)]
    seconds: u32,
    /// Seconds that idle sockets are held before they are weighed.
    #[arg(long, default_value_t = 15)]
    hold: u64,
    /// Where the table is kept.
    #[arg(long)]
    results: Option<PathBuf>,
    /// When this is, for the head of the table.
    #[arg(long, default_value = "")]
    date: String,
}

/// The two nodes, and somebody who is signed in at both.
pub struct Pair {
    pub a: Process,
    pub b: Process,
    pub at_a: Visitor,
    pub at_b: Visitor,
}

/// By both nodes, for posts and what follows from them.
struct Used {
    processor: [Duration; 2],
    unacknowledged: usize,
}

pub async fn run(settings: &Settings) -> Result<(), Failure> {
    let before = load::load()?;
    let files = load::open_files()?;
    let place = Place::postgres(&settings.postgres).await?;
    let pair = Pair::start(&place, &settings.nats).await?;
    let name = machine::version_of_database(&place).await?;
    let mut table = Table::default();
    // First of all: memory that a node has used before is used again, and would not be seen.
    table.section(format!(
        "{name} and NATS, one node: sockets that only stay open"
    ));
    idle(&pair, settings, files, &mut table).await?;
    table.section(format!("Two nodes, {} sockets on each", settings.each));
    fan_out(&pair, settings, &mut table).await?;
    table.section(format!(
        "All {} sockets of node B are cut off at once",
        settings.each
    ));
    storm::measure(&pair, settings.each, settings.seconds, &mut table).await?;
    pair.b.stop().await?;
    pair.a.stop().await?;
    let text = format!(
        "# What sockets cost on two nodes\n\nMade by `infra/scripts/bench-sockets.sh`{}. {}\n\nLoad of the machine before: {before}; \
         after: {} (1, 5 and 15 minutes). The nodes, PostgreSQL, NATS and all clients share this machine.\n{table}",
        if settings.date.is_empty() {
            String::new()
        } else {
            format!(" on {}", settings.date)
        },
        machine::description()?,
        load::load()?,
    );
    table::publish(&text, settings.results.as_deref())
}

impl Pair {
    async fn start(place: &Place, nats: &str) -> Result<Self, Failure> {
        let a = Process::node(place, "a", nats).await?;
        let at_a = Visitor::enter(&a.url).await?;
        let b = Process::node(place, "b", nats).await?;
        let at_b = at_a.at(&b.url);
        for visitor in [&at_a, &at_b] {
            let (_, health) = visitor.look("/health/ready").await?;
            if health.pointer("/bus").and_then(Value::as_str) != Some("ok") {
                return Err(format!("a node does not reach NATS at {nats}: {health}").into());
            }
        }
        let pair = Self { a, b, at_a, at_b };
        pair.rest().await?;
        Ok(pair)
    }

    pub fn nodes(&self) -> [(&'static str, &Process, &Visitor); 2] {
        [("A", &self.a, &self.at_a), ("B", &self.b, &self.at_b)]
    }

    pub async fn rest(&self) -> Result<(), Failure> {
        self.a.rest().await?;
        self.b.rest().await
    }

    /// Processor time of both nodes while posts are written at A, with what follows from them.
    async fn used(&self, seconds: u32, sockets: &[Sockets]) -> Result<Used, Failure> {
        self.rest().await?;
        let before = [self.a.processor()?, self.b.processor()?];
        let first = self.at_a.letters.next();
        let unacknowledged = write_evenly(&self.at_a, seconds).await?;
        let posts = self.at_a.letters.acknowledged(first);
        for each in sockets {
            each.have(&posts).await;
        }
        self.rest().await?;
        let [a, b] = before;
        Ok(Used {
            processor: [
                self.a.processor()?.since(a).server,
                self.b.processor()?.since(b).server,
            ],
            unacknowledged,
        })
    }
}

/// Twenty posts a second, each at its moment; how many were not acknowledged.
pub async fn write_evenly(visitor: &Visitor, seconds: u32) -> Result<usize, Failure> {
    let pace = Pace::new(Instant::now(), POSTS_A_SECOND);
    let mut number = 0;
    let writing = async |visitor: Visitor| visitor.write().await.map(drop);
    let mut sent = Vec::new();
    while pace.due(number) < pace.due(0) + Duration::from_secs(seconds.into()) {
        pace.moment(number).await;
        sent.push(tokio::spawn(writing(visitor.clone())));
        number += 1;
    }
    let mut failed = 0;
    for each in sent {
        failed += usize::from(each.await?.is_err());
    }
    Ok(failed)
}

pub fn unacknowledged(posts: usize, table: &mut Table) {
    table.judged(
        "posts that were not acknowledged",
        none_or(posts),
        Target::AtMost(0.0, ""),
    );
}

async fn fan_out(pair: &Pair, settings: &Settings, table: &mut Table) -> Result<(), Failure> {
    let alone = pair.used(settings.seconds, &[]).await?.processor;
    table.fact(
        "20 posts a second, nobody listens: server cpu of A and B",
        format!(
            "{:.0} and {:.0} ms a second",
            in_a_second(alone[0], settings),
            in_a_second(alone[1], settings)
        ),
    );
    let mut sockets = Vec::new();
    for (_, _, visitor) in pair.nodes() {
        sockets.push(Sockets::open(visitor, settings.each).await?);
    }
    let first = pair.at_a.letters.next();
    let used = pair.used(settings.seconds, &sockets).await?;
    unacknowledged(used.unacknowledged, table);
    let posts = pair.at_a.letters.acknowledged(first);
    for (((name, _, _), each), (used, alone)) in pair
        .nodes()
        .into_iter()
        .zip(&sockets)
        .zip(used.processor.into_iter().zip(alone))
    {
        let tally = each.tally(&posts);
        table.fact(
            &format!("node {name}: deliveries expected"),
            tally.expected.to_string(),
        );
        wrong(tally, table);
        let took = each.heard.took.answers();
        table.fact(
            "  from sending to the socket",
            format!(
                "p50 {:.1} ms, p99 {:.1} ms, at most {:.1} ms",
                took.p50, took.p99, took.max
            ),
        );
        let delivered = each.heard.delivered.load(Ordering::Relaxed);
        let micros = |time: Duration| millis(time) * 1_000.0 / count(delivered);
        table.judged(
            "  a delivery, server cpu",
            micros(used.saturating_sub(alone)),
            Target::AtMost(12.0, "µs"),
        );
        table.fact(
            "  the same with the posts themselves",
            format!("{:.1} µs", micros(used)),
        );
    }
    Ok(())
}

fn in_a_second(used: Duration, settings: &Settings) -> f64 {
    millis(used) / f64::from(settings.seconds.max(1))
}

/// What should be nothing.
pub fn wrong(tally: Tally, table: &mut Table) {
    for (name, number) in [
        ("  missing", tally.missing),
        ("  doubled", tally.doubled),
        ("  out of order", tally.out_of_order),
    ] {
        table.judged(name, none_or(number), Target::AtMost(0.0, ""));
    }
}

/// What a socket costs that hears nothing, and whether it hears when there is something.
async fn idle(
    pair: &Pair,
    settings: &Settings,
    files: u64,
    table: &mut Table,
) -> Result<(), Failure> {
    let room = usize::try_from(files.saturating_sub(OTHER_FILES))?;
    let many = settings.idle.min(room);
    table.fact(
        "open files allowed, sockets opened",
        format!("{files}, {many}"),
    );
    pair.rest().await?;
    let before = pair.b.memory_kib()?;
    let began = Instant::now();
    let sockets = Sockets::open(&pair.at_b, many).await?;
    table.fact(
        "  opened within",
        format!("{:.1} s", began.elapsed().as_secs_f64()),
    );
    tokio::time::sleep(Duration::from_secs(settings.hold)).await;
    let more = pair.b.memory_kib()?.saturating_sub(before);
    let each = f64::from(u32::try_from(more).unwrap_or(u32::MAX)) / count(many);
    table.judged(
        &format!("  an idle socket of {many}, after {} s", settings.hold),
        each,
        Target::AtMost(32.0, "KiB"),
    );
    pair.at_a.write().await?;
    until(&sockets.heard.delivered, many).await;
    let heard = sockets.heard.delivered.load(Ordering::Relaxed);
    table.judged(
        "  sockets that did not hear the next post",
        none_or(many.saturating_sub(heard)),
        Target::AtMost(0.0, ""),
    );
    let took = sockets.heard.took.answers();
    table.fact(
        "  that post: from sending to the last of them",
        format!("{:.0} ms", took.max),
    );
    Ok(())
}
