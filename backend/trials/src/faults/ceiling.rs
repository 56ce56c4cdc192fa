//! L5: more and more people, until they wait. How many there were is kept, and compared with the last time.

use std::time::Duration;

use super::pause;
use crate::audit::{Expected, audit, millis};
use crate::crowd::{Crowd, Looker, Size, quantile};
use crate::report::{Findings, Report};
use crate::world::{Plan, TENANT, World};
use crate::{Database, Extent, machine};

/// Somebody who is active does something each twenty seconds.
const EACH: usize = 20;
/// How many come each time: each of them looks as often as eighty people.
const STEP: usize = 5;
/// Each of them is a person of its own, as one person may ask ten times a second.
const MOST: usize = 60;
const WAIT: Duration = Duration::from_millis(100);
const LOOKS: Duration = Duration::from_secs(4);
const NAME: &str = "active people before anybody waits";

pub async fn run(extent: Extent, report: Report) {
    let plan = Plan {
        readers: MOST,
        ..Plan::on(extent.database)
    };
    let mut world = World::new(plan).await;
    let size = Size {
        pace: Duration::from_secs(1),
        codes: Duration::from_secs(5),
        ..Size::default()
    };
    let crowd = Crowd::gather(&world, size).await;
    crowd.goes_on(2).await;
    let paths = [
        format!("/v1/tenants/{TENANT}/issues"),
        format!("{}?limit=50", world.room.posts),
    ];
    let (mut lookers, mut served, mut waited) = (Vec::new(), 0, false);
    while lookers.len() < MOST {
        if !waited {
            let more = world.readers.iter().skip(lookers.len()).take(STEP);
            lookers.extend(more.map(|it| Looker::looks(vec![it.at(&it.base)], paths.to_vec())));
            report.round();
        }
        let (looks, wait) = wait_of(&lookers).await;
        if wait <= WAIT {
            (served, waited) = (looks * EACH, false);
        } else if waited {
            report.measured("95 of 100 pages, with more people", millis(wait));
            if served == 0 {
                report.in_time(wait, WAIT, "95 of 100 pages, with few people");
            }
            break;
        } else {
            // Once may be chance: the same number again.
            waited = true;
        }
    }
    for looker in lookers {
        looker.stop();
    }
    report.measured(NAME, served);
    if let Some(before) = before(&extent) {
        report.measured("the last time", before);
        // Of a debug build the number says more of who else is at work on the machine.
        report.expect(
            served * 10 >= before * 9 || machine::build() == "debug",
            format!("{served} people, and {before} the last time"),
        );
    }
    // The readers here are many, and their notifications not what this is about.
    world.readers.truncate(2);
    let seen = crowd.leave().await;
    audit(&mut world, seen, Expected::default(), &report).await;
}

/// How many looks a second there were for a while, and how long 95 of 100 of them took.
async fn wait_of(lookers: &[Looker]) -> (usize, Duration) {
    let so_far = || lookers.iter().map(|it| it.so_far().took);
    let before: Vec<usize> = so_far().map(|it| it.len()).collect();
    pause(u64::try_from(LOOKS.as_millis()).unwrap()).await;
    let later = so_far().zip(before);
    let all: Vec<Duration> = later.flat_map(|(took, old)| took[old..].to_vec()).collect();
    let looks = all.len() / usize::try_from(LOOKS.as_secs()).unwrap();
    (looks, quantile(all, 0.95))
}

/// On this machine, by a build of the same kind.
fn before(extent: &Extent) -> Option<usize> {
    let name = Database::name(extent.database);
    let kept = Findings::kept(&extent.results).ok()?;
    let same = kept.into_iter().find(|it| {
        let build = it.version.ends_with(machine::build());
        it.trial == "L5" && it.database == name && it.machine == machine::description() && build
    });
    same?.measured.get(NAME)?.parse().ok()
}
