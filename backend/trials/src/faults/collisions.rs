//! F5: changes that wait for each other, and changes that began from the same state. Whoever posts notices neither.

use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait, TransactionTrait};

use super::pause;
use crate::Extent;
use crate::audit::{Expected, audit, count, millis};
use crate::crowd::{Crowd, Size};
use crate::report::Report;
use crate::world::{Plan, World};

/// PostgreSQL takes back whoever has waited for a second: the other one begins to wait before that.
const SOONER: u64 = 400;
const DEADLOCKS: &str = "SELECT CAST(SUM(deadlocks) AS BIGINT) AS n FROM pg_stat_database";
/// As an operator may set it for all: each change sees what was there when it began, and may touch nothing newer.
const STRICTER: &str = "ALTER ROLE ALL SET default_transaction_isolation TO 'repeatable read'";
const AS_USUAL: &str = "ALTER ROLE ALL RESET default_transaction_isolation";
const ANEW: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'";

pub async fn run(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;
    let before = count(&world, DEADLOCKS).await;
    for _ in 0..extent.rounds(6) {
        wait_for_each_other(&world).await;
        let over = Instant::now();
        report.recovered(crowd.recovers(over).await);
        report.round();
        pause(1_000).await;
    }
    let deadlocks = count(&world, DEADLOCKS).await - before;
    report.measured("changes that PostgreSQL took back for another", deadlocks);
    report.expect(deadlocks > 0, "nothing was taken back for another");
    let refused = crowd.refused();
    report.expect(
        refused == 0,
        format!("{refused} posts were refused: {:?}", crowd.refusals()),
    );

    world.postgres().run(STRICTER);
    world.postgres().run(ANEW);
    crowd.goes_on(5).await;
    let (refused, posted, began) = (crowd.refused(), crowd.count(), Instant::now());
    pause(8_000).await;
    let refused = crowd.refused() - refused;
    report.measured(
        "posts from the same state in 8 s, and refused after three more tries",
        format!("{} and {refused}", crowd.count() - posted),
    );
    report.measured(
        "a post from the same state is answered within (99 of 100)",
        millis(crowd.answered_since(began)),
    );
    world.postgres().run(AS_USUAL);
    world.postgres().run(ANEW);
    report.recovered(crowd.recovers(Instant::now()).await);
    let seen = crowd.leave().await;
    let expected = Expected {
        // Their connections were ended: that a mail left could not be noted.
        mail_doubles: true,
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
}

/// A post holds its conversation and waits for the table; somebody holds the table and waits for the conversation.
async fn wait_for_each_other(world: &World) {
    #[expect(
        clippy::disallowed_methods,
        reason = "a change that the program does not know of"
    )]
    let other = world.founder.db.raw().begin().await.unwrap();
    let hold = "LOCK TABLE post IN SHARE MODE";
    other.execute_unprepared(hold).await.unwrap();
    tokio::time::sleep(Duration::from_millis(SOONER)).await;
    let wait = "SELECT 1 FROM thread FOR UPDATE";
    // Either of both may be taken back.
    drop(other.execute_unprepared(wait).await);
    drop(other.rollback().await);
}
