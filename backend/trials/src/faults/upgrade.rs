//! F16: a release is replaced by this one, node by node, while people write.
//!
//! The tables change first, while the nodes of the release before serve on; one of these even starts anew on
//! the changed tables, as after a crash in the middle of the upgrade.

use std::time::{Duration, Instant};

use crate::Extent;
use crate::audit::{Expected, audit, millis, within};
use crate::crowd::{Crowd, Size};
use crate::report::Report;
use crate::world::{Plan, World};

/// How long after an end sockets may take to be back at another node.
const BACK: Duration = Duration::from_secs(10);

pub async fn run(extent: Extent, report: Report) {
    let before = extent.before.clone().expect("--before names the release");
    let plan = Plan {
        nodes: 2,
        before: Some(before),
        ..Plan::on(extent.database)
    };
    let mut world = World::new(plan).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;

    let began = Instant::now();
    let (done, said) = world.command(&["migrate"]);
    report.expect(done, format!("the tables did not change: {said}"));
    report.measured("tables changed within", millis(began.elapsed()));
    crowd.goes_on(5).await;

    let mut slowest = Duration::ZERO;
    for turn in Turn::ALL {
        let node = world.nodes.get_mut(turn.node()).unwrap();
        node.stop().await;
        let stopped = Instant::now();
        if turn.is_new() {
            node.renew();
        }
        node.again().await;
        report.recovered(crowd.recovers(stopped).await);
        let last = crowd.last();
        let all = within(BACK, async || crowd.all_heard(last)).await;
        report.expect(all, format!("not everybody is back after {turn:?}"));
        slowest = slowest.max(stopped.elapsed());
        crowd.goes_on(3).await;
        report.round();
    }
    report.measured("everybody is back after, at most", millis(slowest));
    let seen = crowd.leave().await;
    let expected = Expected {
        search_apart: true,
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
}

/// Which node ends and starts, in this order.
#[derive(Clone, Copy, Debug)]
enum Turn {
    FirstAsItWas,
    FirstAnew,
    SecondAnew,
}

impl Turn {
    const ALL: [Self; 3] = [Self::FirstAsItWas, Self::FirstAnew, Self::SecondAnew];

    const fn node(self) -> usize {
        match self {
            Self::FirstAsItWas | Self::FirstAnew => 0,
            Self::SecondAnew => 1,
        }
    }

    const fn is_new(self) -> bool {
        !matches!(self, Self::FirstAsItWas)
    }
}
