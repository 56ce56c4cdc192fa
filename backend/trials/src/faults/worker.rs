//! F20: of two workers one is killed while mails are on their way and posts are being told.

use std::time::{Duration, Instant};

use testkit::Program;

use super::pause;
use crate::Extent;
use crate::audit::{Expected, audit, count, millis, within};
use crate::crowd::{Crowd, Size};
use crate::report::Report;
use crate::world::{Plan, World};

/// The lease of a mail, and some time to send it.
const TAKEN_OVER: Duration = Duration::from_secs(150);

pub async fn run(extent: Extent, report: Report) {
    let plan = Plan {
        arguments: &["serve", "--no-work"],
        ..Plan::on(extent.database)
    };
    let mut world = World::new(plan).await;
    let mut workers = ["een", "twee"].map(|name| {
        let folder = world.folder.path().join(name);
        std::fs::create_dir(&folder).unwrap();
        Program::start(&folder, world.settings.clone(), &["work"])
    });
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;
    world.smtp.behave("slow 1500");
    crowd.goes_on(5).await;
    let held = "SELECT COUNT(*) AS n FROM job WHERE attempts > 0 AND last_error IS NULL AND dead_at IS NULL";
    let on_its_way = within(Duration::from_secs(20), async || {
        count(&world, held).await > 0
    })
    .await;
    report.expect(on_its_way, "no job was held when the worker was killed");
    for worker in workers.iter_mut().take(1) {
        worker.kill();
    }
    let killed = Instant::now();
    report.recovered(crowd.recovers(killed).await);
    report.round();
    pause(1_000).await;
    world.smtp.behave("take");
    let seen = crowd.leave().await;
    let came = |address: &String| !world.smtp.mails_to(address).is_empty();
    let all = within(TAKEN_OVER, async || seen.promised.iter().all(came)).await;
    report.measured("the last mail came after", millis(killed.elapsed()));
    report.expect(
        all,
        "what the killed worker held was not taken over in time",
    );
    let expected = Expected {
        mail_doubles: true,
        search_apart: true,
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
    let log: String = workers.iter().map(Program::log).collect();
    report.expect(!log.contains("panicked"), "a worker panicked");
}
