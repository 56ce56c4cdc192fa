//! F25: SIGTERM while people write, as at every upgrade of a single node.

use std::time::{Duration, Instant};

use fastrand::Rng;
use testkit::Socket;

use super::pause;
use crate::Extent;
use crate::audit::{Expected, audit, millis};
use crate::crowd::{Crowd, Size};
use crate::machine::Vitals;
use crate::report::Report;
use crate::world::{Plan, World};

/// What was begun is finished within this time.
const DRAINED: Duration = Duration::from_secs(20);
/// "Come back": RFC 6455 and the registry of close codes.
const COME_BACK: u16 = 1012;

pub async fn run(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;
    let vitals = Vitals::of(world.node().pid());
    let mut rng = Rng::with_seed(extent.seed);
    let mut slowest = Duration::ZERO;
    for _ in 0..extent.rounds(4) {
        let mut socket = Socket::open(world.readers.first().unwrap()).await;
        pause(rng.u64(300..1_200)).await;
        let told = Instant::now();
        // It fails unless the program ends with 0.
        let (code, ()) = tokio::join!(socket.closed_with(), async {
            world.nodes.first_mut().unwrap().stop().await;
        });
        slowest = slowest.max(told.elapsed());
        report.expect(code == COME_BACK, format!("a socket is closed with {code}"));
        let started = Instant::now();
        world.node().again().await;
        report.recovered(crowd.recovers(started).await);
        report.round();
    }
    report.measured("slowest end", millis(slowest));
    report.in_time(slowest, DRAINED, "until it has ended");
    let seen = crowd.leave().await;
    let expected = Expected {
        vitals: Some(vitals),
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
}
