//! F15: of two nodes one is killed, with its sockets; people turn to the other.

use std::time::{Duration, Instant};

use super::pause;
use crate::Extent;
use crate::audit::{Expected, audit, within};
use crate::crowd::{Crowd, Size};
use crate::machine::{Vitals, processor};
use crate::report::Report;
use crate::world::{Plan, World};

const BACK: Duration = Duration::from_secs(10);

pub async fn run(extent: Extent, report: Report) {
    let plan = Plan {
        nodes: 2,
        ..Plan::on(extent.database)
    };
    let mut world = World::new(plan).await;
    let size = Size {
        sockets: 200,
        pace: Duration::from_millis(400),
        ..Size::default()
    };
    let crowd = Crowd::gather(&world, size).await;
    crowd.goes_on(5).await;
    let other = world.nodes.last().unwrap().pid();
    let vitals = Vitals::of(other);
    for _ in 0..extent.rounds(2) {
        let before = processor(other);
        world.node().kill();
        let killed = Instant::now();
        report.recovered(crowd.recovers(killed).await);
        // A post that is made now is heard by everybody, wherever they were.
        let last = crowd.last();
        let all = within(BACK, async || crowd.all_heard(last)).await;
        report.measured(
            "everybody is back after",
            crate::audit::millis(killed.elapsed()),
        );
        report.expect(all, "some sockets are not back within ten seconds");
        let busy = processor(other) - before;
        report.measured(
            "processor time of the other node meanwhile",
            format!("{busy}0 ms"),
        );
        world.node().again().await;
        pause(1_000).await;
        report.round();
    }
    let seen = crowd.leave().await;
    world.nodes.swap(0, 1);
    let expected = Expected {
        mail_doubles: true,
        search_apart: true,
        vitals: Some(vitals),
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
}
