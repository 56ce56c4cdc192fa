//! I14: the same post fifty times at once, with the same key.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use serde_json::json;

use super::pause;
use crate::Extent;
use crate::audit::{Expected, audit, count};
use crate::crowd::{Crowd, Size};
use crate::report::Report;
use crate::world::{Plan, World};

const AT_ONCE: usize = 50;

pub async fn run(extent: Extent, report: Report) {
    let plan = Plan {
        writers: 8,
        ..Plan::on(extent.database)
    };
    let mut world = World::new(plan).await;
    // Half of the writers write; the others say everything fifty times.
    let others = world.writers.split_off(4);
    let crowd = Crowd::gather(&world, Size::default()).await;
    crowd.goes_on(5).await;
    for round in 0..extent.rounds(40) {
        let person = others.get(round % others.len()).unwrap();
        let (key, body) = (
            format!("zelfde-{round}"),
            format!("Hetzelfde, keer {round}."),
        );
        let form = json!({ "body": body });
        let posts = (0..AT_ONCE).map(|_| person.post_once(&world.room.posts, &key, &form));
        let answers = join_all(posts).await;
        let ids: BTreeSet<&str> = answers
            .iter()
            .filter(|it| it.status == 201)
            .filter_map(|it| it.body["id"].as_str())
            .collect();
        let odd: BTreeSet<u16> = answers.iter().map(|it| it.status).collect();
        let fits = odd
            .iter()
            .all(|status| [201, 409, 429, 503].contains(status));
        report.expect(fits, format!("answered with {odd:?}"));
        report.expect(
            ids.len() == 1,
            format!("{} different posts came of one", ids.len()),
        );
        let rows = format!("SELECT COUNT(*) AS n FROM post WHERE body = '{body}'");
        let rows = count(&world, &rows).await;
        report.expect(rows == 1, format!("{rows} rows came of one post"));
        report.round();
        // A person may ask ten times a second, with room for a burst.
        pause(1_200).await;
    }
    let seen = crowd.leave().await;
    audit(&mut world, seen, Expected::default(), &report).await;
}
