//! F14: some sockets stop reading while much is said, and come back.

use std::time::{Duration, Instant};

use serde_json::json;
use testkit::Reader;

use super::pause;
use crate::Extent;
use crate::audit::{Expected, audit, millis, within};
use crate::crowd::{Crowd, Size, WORD};
use crate::machine::Vitals;
use crate::report::Report;
use crate::world::{Plan, World};
use testkit::{Line, Proxy};

const SLOW: usize = 40;
/// How long much is said, before and meanwhile.
const CALM: Duration = Duration::from_secs(10);
const SLOWLY: Duration = Duration::from_secs(20);
/// What the server may hold for each of them.
const EACH_KIB: u64 = 256;
/// Longer than what the kernel keeps for a connection, in a while.
const LONG: usize = 9_000;

pub async fn run(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let line = Proxy::to(world.node().port()).await;
    let size = Size {
        sockets: 60,
        pace: Duration::from_millis(400),
        ..Size::default()
    };
    let crowd = Crowd::gather(&world, size).await;
    let mut slow = Vec::new();
    for reader in world.readers.iter().cycle().take(SLOW) {
        let reader = reader.through(&line.url());
        slow.push(Reader::new(&reader, std::slice::from_ref(&reader.base), &world.room).await);
    }
    crowd.goes_on(5).await;
    let pid = world.node().pid();
    let memory = || Vitals::of(pid).memory_kib;
    let (began, at_first) = (Instant::now(), memory());
    say_much(&world, CALM).await;
    let calm = crowd.seen_since(began);
    let before = memory();
    // What is said is kept for a while, also without slow readers.
    let usual = before.saturating_sub(at_first) * SLOWLY.as_secs() / CALM.as_secs();

    line.becomes(Line::Silent);
    let stopped = Instant::now();
    say_much(&world, SLOWLY).await;
    let meanwhile = crowd.seen_since(stopped);
    let grown = memory().saturating_sub(before + usual) / u64::try_from(SLOW).unwrap();
    report.measured("others see a post within, before (99 of 100)", millis(calm));
    report.measured(
        "others see a post within, meanwhile (99 of 100)",
        millis(meanwhile),
    );
    report.measured("memory for each slow one", format!("{grown} KiB"));
    report.expect(
        grown <= EACH_KIB,
        format!("each slow reader takes {grown} KiB"),
    );
    let noise = Duration::from_millis(100);
    report.in_time(meanwhile, calm.mul_f64(1.2) + noise, "how long others wait");

    line.becomes(Line::Good);
    let back = Instant::now();
    let last = crowd.last();
    let reached = |reader: &Reader| reader.heard().last().is_some_and(|(seq, _)| *seq >= last);
    let all = within(Duration::from_secs(30), async || slow.iter().all(reached)).await;
    report.recovered(back.elapsed());
    report.expect(
        all,
        "slow readers are not where the others are after half a minute",
    );
    report.round();
    pause(500).await;
    let mut seen = crowd.leave().await;
    seen.sockets.extend(slow);
    audit(&mut world, seen, Expected::default(), &report).await;
}

/// Long posts, one after the other.
async fn say_much(world: &World, span: Duration) {
    let began = Instant::now();
    let words = format!("{WORD} ").repeat(LONG / WORD.len());
    for number in 0.. {
        let body = format!("{words} {:?} {number}", began.elapsed());
        world
            .owner
            .post(&world.room.posts, &json!({ "body": body }))
            .await;
        pause(50).await;
        if began.elapsed() > span {
            return;
        }
    }
}
