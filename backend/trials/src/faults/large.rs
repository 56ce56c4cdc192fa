//! L9, sized to two cores that are shared: lists and searches where much is there. `make bench-scale` makes ten times as
//! much, and says what each costs.

use std::time::{Duration, Instant};

use reqwest::Method;
use testkit::{Person, Room, grow};

use super::pause;
use crate::Extent;
use crate::audit::{Expected, audit, millis, within};
use crate::crowd::{Crowd, Looker, Size, quantile};
use crate::report::Report;
use crate::world::{Plan, TENANT, World};

/// How many posts come at once, a round each.
const POSTS: usize = 10_000;
/// Issues of those who look, and others of the organisation.
const ISSUES: (i64, i64) = (1_000, 4_000);
/// In each of those posts, with a word that is in no other.
const TEXT: &str = "De gemeente vraagt bewoners wat er volgens hen in de wijk moet veranderen, welke organisaties \
     daarbij kunnen helpen, wie nog niet gehoord is en hoe we laten zien wat ermee gebeurt.";
const WORD: &str = "organisaties";
/// How long the index may take to be filled anew: the sessions of those who look end after a quarter of an hour.
const FILLED: Duration = Duration::from_secs(480);
const MOST: Duration = Duration::from_millis(500);

pub async fn run(extent: Extent, report: Report) {
    let mut world = World::new(Plan::on(extent.database)).await;
    let old = Room::open_in(&world.owner, TENANT).await;
    let mut people = Vec::new();
    for number in 0..5 {
        people.push(world.participant(&format!("Kijker {number}"), &old).await);
    }
    let posts = extent.rounds(10) * POSTS;
    fill(&mut world, &old, posts, &report).await;
    report.measured("posts that were there before", posts);
    let search = format!("/v1/search?q={WORD}");
    let began = Instant::now();
    let filled = within(FILLED, async || finds(&people[0], &search).await);
    report.expect(filled.await, "the index was not filled");
    report.measured("the index was filled in", millis(began.elapsed()));

    let size = Size {
        pace: Duration::from_secs(1),
        codes: Duration::from_secs(5),
        ..Size::default()
    };
    let crowd = Crowd::gather(&world, size).await;
    crowd.goes_on(3).await;
    let middle = posts / 2;
    let asked = [
        (
            "issues of an organisation",
            format!("/v1/tenants/{TENANT}/issues"),
        ),
        ("issues of one's own", "/v1/me/issues".to_owned()),
        ("the newest posts", old.posts.clone()),
        (
            "posts in the middle",
            format!("{}?around={middle}", old.posts),
        ),
        ("a search", search),
    ];
    let lookers: Vec<Looker> = asked
        .iter()
        .zip(&people)
        .map(|((_, path), person)| Looker::looks(vec![person.at(&person.base)], vec![path.clone()]))
        .collect();
    pause(60_000).await;
    for ((what, _), looker) in asked.iter().zip(lookers) {
        let looked = looker.stop();
        let took = quantile(looked.took, 0.99);
        report.measured(&format!("{what}, 99 of 100"), millis(took));
        report.in_time(took, MOST, &format!("99 of 100 times: {what}"));
        let well = looked.unanswered == 0 && looked.answers.keys().eq(["200"]);
        report.expect(well, format!("{what}: {:?}", looked.answers));
    }
    let seen = crowd.leave().await;
    audit(&mut world, seen, Expected::default(), &report).await;
}

/// Past the program, which is away meanwhile. Its index goes, so that it begins anew with all that is there.
async fn fill(world: &mut World, old: &Room, posts: usize, report: &Report) {
    let (_, thread) = old.topic.split_once(':').unwrap();
    world.node().stop().await;
    let db = world.founder.db.raw();
    for so_far in (POSTS..=posts).step_by(POSTS) {
        let many = i64::try_from(so_far).unwrap();
        grow::talk(db, thread, many, TEXT).await.unwrap();
        report.round();
    }
    let (own, others) = ISSUES;
    grow::issues(db, thread, own, others).await.unwrap();
    std::fs::remove_dir_all(world.data.join("search")).unwrap();
    world.node().again().await;
}

async fn finds(person: &Person, search: &str) -> bool {
    let asked = person.try_send(person.request(Method::GET, search)).await;
    asked.is_some_and(|it| it.status == 200 && it.body["total"].as_i64() > Some(0))
}
