//! F6: NATS is killed, hangs and comes back, between two nodes.

use std::time::{Duration, Instant};

use testkit::{Person, until};

use super::pause;
use crate::Extent;
use crate::audit::{Expected, audit, millis};
use crate::crowd::{Crowd, Size};
use crate::machine::Vitals;
use crate::report::Report;
use crate::world::{Plan, World};

/// Without NATS the other node looks each second.
const SEEN: Duration = Duration::from_secs(2);

pub async fn run(extent: Extent, report: Report) {
    let plan = Plan {
        nodes: 2,
        ..Plan::on(extent.database)
    };
    let mut world = World::new(plan).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;
    is_reached(&world).await;
    let vitals = Vitals::of(world.node().pid());
    for _ in 0..extent.rounds(2) {
        world.nats.as_mut().unwrap().kill();
        pause(4_000).await;
        back(&mut world, &crowd, &report).await;
        world.nats.as_ref().unwrap().hang();
        pause(4_000).await;
        world.nats.as_ref().unwrap().go_on();
        world.nats_line.as_ref().unwrap().half_open();
        pause(4_000).await;
        world.nats_line.as_ref().unwrap().cut();
        is_reached(&world).await;
        report.round();
    }
    let seen = crowd.leave().await;
    let slowest = seen.seen_within(0.99);
    report.measured("seen within, 99 of 100, also without NATS", millis(slowest));
    report.in_time(slowest, SEEN, "until a post is seen, also without NATS");
    let expected = Expected {
        search_apart: true,
        vitals: Some(vitals),
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
}

async fn back(world: &mut World, crowd: &Crowd, report: &Report) {
    let back = Instant::now();
    world.nats.as_mut().unwrap().again().await;
    report.recovered(crowd.recovers(back).await);
    is_reached(world).await;
}

async fn is_reached(world: &World) {
    for base in world.bases() {
        let node = Person::visitor(&base);
        until("NATS is reached", async || {
            node.get("/health/ready").await.body["bus"] == "ok"
        })
        .await;
    }
}
