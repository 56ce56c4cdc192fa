//! L1, L2, L4 and L7, sized to two cores that are shared: an ordinary day and a busy one, a full room, a rush to sign in.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::json;
use testkit::{Person, Written};

use super::pause;
use crate::Extent;
use crate::audit::{Expected, audit, millis};
use crate::crowd::{self, Crowd, Looker, Size, quantile};
use crate::machine::{Vitals, processor};
use crate::report::Report;
use crate::world::{Plan, TENANT, World};

/// L1: an hour's share of it, for half a minute. Four look as often as three hundred who are active.
pub async fn ordinary(extent: Extent, report: Report) {
    let day = Day {
        lookers: 4,
        sockets: 100,
    };
    Box::pin(day.passes(Plan::on(extent.database), report)).await;
}

/// L2: the same with two thousand who are active; with the two of every crowd, 25 look as often as they.
pub async fn busy(extent: Extent, report: Report) {
    let day = Day {
        lookers: 23,
        sockets: 250,
    };
    let plan = Plan {
        writers: 10,
        readers: day.lookers,
        ..Plan::on(extent.database)
    };
    Box::pin(day.passes(plan, report)).await;
}

struct Day {
    /// Somebody who is active does something each twenty seconds; each of these looks four times a second.
    lookers: usize,
    sockets: usize,
}

impl Day {
    async fn passes(&self, plan: Plan, report: Report) {
        let mut world = World::new(plan).await;
        let size = Size {
            sockets: self.sockets,
            pace: Duration::from_secs(1),
            codes: Duration::from_secs(5),
        };
        let crowd = Crowd::gather(&world, size).await;
        crowd.goes_on(3).await;
        let pid = world.node().pid();
        let (vitals, used, began) = (Vitals::of(pid), processor(pid), Instant::now());
        let paths = [
            format!("/v1/tenants/{TENANT}/issues"),
            format!("{}?limit=50", world.room.posts),
        ];
        let lookers: Vec<Looker> = (0..self.lookers)
            .map(|number| {
                let reader = world.readers.get(number % world.readers.len()).unwrap();
                Looker::looks(vec![reader.at(&reader.base)], paths.to_vec())
            })
            .collect();
        pause(30_000).await;
        let busy = processor(pid) - used;
        let took = began.elapsed();
        let looked: Vec<_> = lookers.into_iter().map(Looker::stop).collect();
        let all = || looked.iter().flat_map(|it| it.took.clone()).collect();
        let (p95, p99) = (quantile(all(), 0.95), quantile(all(), 0.99));
        report.measured(
            "reading, 95 and 99 of 100",
            format!("{} and {}", millis(p95), millis(p99)),
        );
        let share = f64::from(u32::try_from(busy).unwrap_or(0)) / took.as_secs_f64();
        report.measured("processor", format!("{share:.0} % of one core"));
        report.in_time(p95, Duration::from_millis(100), "95 of 100 pages");
        report.in_time(p99, Duration::from_millis(500), "99 of 100 pages");
        let seen = crowd.leave().await;
        let (post, heard) = (seen.answered_within(0.99), seen.seen_within(0.99));
        report.in_time(
            post,
            Duration::from_millis(300),
            "99 of 100 posts, until they are answered",
        );
        report.in_time(
            heard,
            Duration::from_secs(1),
            "99 of 100 posts, until they are seen",
        );
        report.round();
        let expected = Expected {
            vitals: Some(vitals),
            ..Expected::default()
        };
        // Where readers are many, their notifications are not what this is about.
        world.readers.truncate(2);
        audit(&mut world, seen, expected, &report).await;
    }
}

/// Who listen in a full room before it is counted what each of the others takes.
const FIRST: usize = 100;

/// L4: one room with many listeners.
pub async fn full_room(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let listeners = extent.rounds(500);
    let size = Size {
        sockets: listeners,
        pace: Duration::from_millis(400),
        ..Size::default()
    };
    // What the same reading and writing keeps in memory is not the sockets'.
    let warm = Crowd::gather(&world, Size { sockets: 0, ..size }).await;
    warm.goes_on(5).await;
    drop(warm.leave().await);
    let pid = world.node().pid();
    // Nor is what the first of them make the program hold once: connections to the database, and what those keep.
    let mut sockets = crowd::listeners(&world, FIRST).await;
    let empty = Vitals::of(pid);
    let each = || {
        let more = Vitals::of(pid).memory_kib.saturating_sub(empty.memory_kib);
        more / u64::try_from(listeners).unwrap()
    };
    sockets.extend(crowd::listeners(&world, listeners).await);
    let idle = each();
    report.measured("memory for each idle socket", format!("{idle} KiB"));
    report.expect(idle <= 32, format!("each idle socket takes {idle} KiB"));
    let crowd = Crowd::of(&world, size, sockets);
    crowd.goes_on(2).await;
    report.measured(
        "memory for each socket that hears",
        format!("{} KiB", each()),
    );
    let (used, count) = (processor(pid), crowd.count());
    pause(15_000).await;
    let (used, count) = (processor(pid) - used, crowd.count() - count);
    let deliveries = u64::try_from(count * (FIRST + listeners)).unwrap().max(1);
    report.measured(
        "processor for each delivery",
        format!("{} µs", used * 10_000 / deliveries),
    );
    report.round();
    let seen = crowd.leave().await;
    audit(&mut world, seen, Expected::default(), &report).await;
}

/// L7: many sign in with a password at once.
pub async fn rush(extent: Extent, report: Report) {
    const PASSWORD: &str = "vier paarden in een groene trein";
    let plan = Plan {
        readers: 30,
        ..Plan::on(extent.database)
    };
    let mut world = World::new(plan).await;
    for reader in &world.readers {
        let form = json!({ "new": PASSWORD });
        let request = reader.request(Method::PUT, "/v1/me/password").json(&form);
        let set = reader.send(request).await;
        assert!(set.status < 300, "{} {}", set.status, set.text);
    }
    let size = Size {
        sockets: 2,
        ..Size::default()
    };
    let crowd = Crowd::gather(&world, size).await;
    crowd.goes_on(5).await;
    let calm_began = Instant::now();
    pause(3_000).await;
    let calm = crowd.answered_since(calm_began);
    let began = Instant::now();
    let visitor = Person::visitor(&world.founder.base);
    let visitor = &visitor;
    let rush = (0..5).flat_map(|_| &world.readers).map(async |reader| {
        let form = json!({"kind": "password", "email": reader.email, "password": PASSWORD});
        visitor.post("/v1/sessions", &form).await.status
    });
    let statuses = join_all(rush).await;
    let took = began.elapsed();
    let meanwhile = crowd.answered_since(began);
    let inside = statuses.iter().filter(|it| **it == 201).count();
    let rate = f64::from(u32::try_from(inside).unwrap()) / took.as_secs_f64();
    report.measured(
        "signed in",
        format!("{inside} of {}, {rate:.1} a second", statuses.len()),
    );
    report.measured(
        "posts answered within, before and meanwhile (99 of 100)",
        format!("{} and {}", millis(calm), millis(meanwhile)),
    );
    let odd = statuses
        .iter()
        .filter(|it| ![201, 429, 503].contains(*it))
        .count();
    report.expect(odd == 0, format!("{statuses:?}"));
    report.expect(rate >= 10.0, format!("{rate:.1} people sign in a second"));
    report.round();
    let seen = crowd.leave().await;
    let open: Vec<&Written> = seen
        .written
        .iter()
        .filter(|it| !it.open.is_empty())
        .collect();
    report.expect(open.is_empty(), "posts waited for the rush to end");
    // The readers here are many, and their notifications not what this is about.
    world.readers.truncate(2);
    audit(&mut world, seen, Expected::default(), &report).await;
}
