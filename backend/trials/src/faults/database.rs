//! F3 and F4: PostgreSQL restarts as after a crash, hangs, is slow, holds a lock, or is cut off.

use std::time::{Duration, Instant};

use reqwest::Method;
use sea_orm::{ConnectionTrait, TransactionTrait};
use serde_json::json;
use testkit::{Person, Socket};

use super::{ask, pause};
use crate::Extent;
use crate::audit::{Expected, audit, millis, within};
use crate::crowd::{Crowd, Size};
use crate::machine::Vitals;
use crate::report::Report;
use crate::world::{Plan, World};
use testkit::Line;

/// Whoever asks while the database is away has an answer within this time.
const ANSWERED: Duration = Duration::from_secs(6);
const NORMAL: Duration = Duration::from_secs(10);

/// F3.
pub async fn restarted(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;
    let vitals = Vitals::of(world.node().pid());
    let mut socket = Socket::open(world.readers.first().unwrap()).await;
    for _ in 0..extent.rounds(3) {
        pause(800).await;
        tokio::join!(
            world.postgres().restart(),
            refusals_say_when(&world, &report),
        );
        let back = Instant::now();
        let recovered = crowd.recovers(back).await;
        report.recovered(recovered);
        report.in_time(recovered, NORMAL, "until it is normal again");
        report.round();
    }
    report.expect(socket.is_silent().await, "an open socket was closed");
    let seen = crowd.leave().await;
    let expected = Expected {
        // That it left could not be noted.
        mail_doubles: true,
        vitals: Some(vitals),
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
}

/// Whoever is refused meanwhile is told so in the form that was agreed, and when to come back.
async fn refusals_say_when(world: &World, report: &Report) {
    let began = Instant::now();
    let writer = world.writers.first().unwrap();
    let mut refusals = 0;
    while began.elapsed() < Duration::from_secs(3) {
        let request = writer
            .request(Method::GET, &world.room.posts)
            .timeout(NORMAL);
        if let Some(answer) = writer.try_send(request).await
            && answer.status != 200
        {
            refusals += 1;
            let formed = answer.status == 503
                && !answer.header("retry-after").is_empty()
                && answer.header("content-type").contains("problem+json");
            report.expect(
                formed,
                format!("refused with {} {}", answer.status, answer.text),
            );
        }
        pause(50).await;
    }
    report.measured("refusals looked at in the last round", refusals);
}

/// F4: it hangs, its line goes dead, it is slow, somebody holds a lock.
pub async fn frozen(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;
    let vitals = Vitals::of(world.node().pid());

    world.postgres().hang();
    while_it_is_away("hangs", &world, &report).await;
    world.postgres().go_on();
    is_normal_again("it hung", &crowd, &report).await;

    // The other side is gone and did not say so.
    world.database_line().half_open();
    while_half_open(&world, &report).await;
    is_normal_again("its connections went dead", &crowd, &report).await;

    world
        .database_line()
        .becomes(Line::Slow(Duration::from_millis(30)));
    let count = crowd.count();
    pause(4_000).await;
    report.measured(
        "posts in 4 s over a line that is 30 ms slow",
        crowd.count() - count,
    );
    world.database_line().becomes(Line::Good);

    locked(&world, &report).await;
    is_normal_again("a table was locked", &crowd, &report).await;
    let seen = crowd.leave().await;
    let expected = Expected {
        // That it left could not be noted.
        mail_doubles: true,
        vitals: Some(vitals),
        ..Expected::default()
    };
    audit(&mut world, seen, expected, &report).await;
}

async fn is_normal_again(what: &str, crowd: &Crowd, report: &Report) {
    let back = Instant::now();
    let recovered = crowd.recovers(back).await;
    report.recovered(recovered);
    report.round();
    report.in_time(
        recovered,
        NORMAL,
        &format!("until it is normal after {what}"),
    );
}

/// Nine seconds of it: longer than a connection is waited for.
async fn while_it_is_away(what: &str, world: &World, report: &Report) {
    let base = &world.founder.base;
    pause(1_000).await;
    let (live, _) = ask(base, "/health/live", ANSWERED).await;
    report.expect(
        live.is_some_and(|it| it.status == 200),
        format!("{what}: not live"),
    );
    let patience = Duration::from_secs(15);
    let ((ready, ready_in), (post, post_in)) = tokio::join!(
        ask(base, "/health/ready", patience),
        try_to_post(world.writers.first().unwrap(), world, patience),
    );
    report.measured(&format!("{what}: ready answered in"), millis(ready_in));
    report.measured(&format!("{what}: a post answered in"), millis(post_in));
    let status = ready.map(|it| it.status);
    report.expect(
        status == Some(503),
        format!("{what}: ready says {status:?}"),
    );
    report.expect(
        post == Some(503),
        format!("{what}: a post is answered {post:?}"),
    );
    report.in_time(ready_in, ANSWERED, &format!("{what}: until ready answers"));
    report.in_time(
        post_in,
        ANSWERED,
        &format!("{what}: until a post is answered"),
    );
}

async fn while_half_open(world: &World, report: &Report) {
    let writer = world.writers.first().unwrap();
    let began = Instant::now();
    let answered = within(Duration::from_secs(60), async || {
        let (post, _) = try_to_post(writer, world, Duration::from_secs(15)).await;
        post == Some(201)
    });
    let answered = answered.await;
    report.measured(
        "dead connections: a post is taken after",
        millis(began.elapsed()),
    );
    report.expect(answered, "dead connections are kept for a minute");
}

async fn try_to_post(
    writer: &Person,
    world: &World,
    patience: Duration,
) -> (Option<u16>, Duration) {
    let began = Instant::now();
    // Each time another text: who asks twice says it twice.
    let body = format!("Is daar iemand? {began:?}");
    let request = writer
        .request(Method::POST, &world.room.posts)
        .json(&json!({ "body": body }))
        .timeout(patience);
    let answer = writer.try_send(request).await;
    (answer.map(|it| it.status), began.elapsed())
}

/// Somebody holds the table of posts for eight seconds.
async fn locked(world: &World, report: &Report) {
    #[expect(
        clippy::disallowed_methods,
        reason = "a lock that the program does not know of"
    )]
    let holding = world.founder.db.raw().begin().await.unwrap();
    let lock = "LOCK TABLE post IN ACCESS EXCLUSIVE MODE";
    holding.execute_unprepared(lock).await.unwrap();
    let writer = world.writers.first().unwrap();
    let (held, (post, took)) = tokio::join!(
        async {
            pause(8_000).await;
            holding.rollback().await
        },
        try_to_post(writer, world, Duration::from_secs(15)),
    );
    held.unwrap();
    report.measured(
        "a table is locked for 8 s: a post answered in",
        millis(took),
    );
    let what = format!("a table is locked: until a post is answered {post:?}");
    report.in_time(took, ANSWERED, &what);
}
