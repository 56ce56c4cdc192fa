//! F1: SIGKILL at a random moment while people write. Who got no answer sends again, with the same key.

use std::time::{Duration, Instant};

use fastrand::Rng;

use crate::Extent;
use crate::audit::{Expected, audit};
use crate::crowd::{Crowd, Size};
use crate::report::Report;
use crate::world::{Plan, World};

/// From the start of the program until it is ready.
const READY: Duration = Duration::from_secs(3);

pub async fn run(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;
    let mut rng = Rng::with_seed(extent.seed);
    let mut slowest = Duration::ZERO;
    for _ in 0..extent.rounds(8) {
        tokio::time::sleep(Duration::from_millis(rng.u64(200..1_500))).await;
        world.node().kill();
        let started = Instant::now();
        world.node().again().await;
        slowest = slowest.max(started.elapsed());
        report.recovered(crowd.recovers(started).await);
        report.round();
    }
    report.measured("slowest start", crate::audit::millis(slowest));
    report.in_time(slowest, READY, "until it is ready");
    same_answer_again(&world, &crowd, &report).await;
    let seen = crowd.leave().await;
    let expected = Expected {
        mail_doubles: true,
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
}

/// The retry of an acknowledged post returns the same one.
async fn same_answer_again(world: &World, crowd: &Crowd, report: &Report) {
    let mut others = 0;
    for (writer, person) in crowd.writers.iter().zip(&world.writers) {
        let posts = writer.written().posts;
        for post in posts.iter().step_by(7) {
            let body = serde_json::json!({ "body": post.body });
            let again = person.post_once(&world.room.posts, &post.key, &body).await;
            others += usize::from(again.status != 201 || again.body["id"] != post.id.as_str());
        }
    }
    report.expect(
        others == 0,
        format!("{others} retries were answered otherwise"),
    );
}
