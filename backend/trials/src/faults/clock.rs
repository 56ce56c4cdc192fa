//! F13: the clock of the machine jumps forward and back while people write.

use std::path::Path;
use std::time::{Duration, Instant};

use super::pause;
use crate::Extent;
use crate::audit::{Expected, audit, within};
use crate::crowd::{Crowd, Size};
use crate::report::Report;
use crate::world::{Plan, World};

/// Debian's package `faketime`.
const LIBRARY: &str = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

/// A session's proof lasts a quarter of an hour: people who keep none that is renewed stay within it.
const JUMPS: [&str; 4] = ["+10m", "+0", "+5m", "+10m"];
const GO_ON: Duration = Duration::from_secs(20);

pub async fn run(extent: Extent, report: Report) {
    assert!(Path::new(LIBRARY).exists(), "apt-get install faketime");
    let folder = tempfile::tempdir().unwrap();
    let clock = folder.path().join("clock");
    std::fs::write(&clock, "+0").unwrap();
    let plan = Plan {
        settings: vec![
            ("LD_PRELOAD", LIBRARY.to_owned()),
            ("FAKETIME_TIMESTAMP_FILE", clock.display().to_string()),
            ("FAKETIME_NO_CACHE", "1".to_owned()),
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1".to_owned()),
            ("DONT_FAKE_MONOTONIC", "1".to_owned()),
        ],
        ..Plan::on(extent.database)
    };
    let mut world = World::new(plan).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;
    for jump in JUMPS.iter().cycle().take(extent.rounds(JUMPS.len())) {
        std::fs::write(&clock, jump).unwrap();
        let jumped = Instant::now();
        let count = crowd.count();
        let go_on = within(GO_ON, async || crowd.count() > count + 4).await;
        report.recovered(jumped.elapsed());
        let refusals = crowd.refusals();
        report.expect(
            go_on,
            format!("after a jump to {jump} nobody posts: {refusals:?}"),
        );
        pause(1_000).await;
        report.round();
    }
    let seen = crowd.leave().await;
    audit(&mut world, seen, Expected::default(), &report).await;
}
