//! What finding costs on a large index: in process, the database's verdict on every hit included.
//!
//! SQLite only: the index is the same, and what the database adds is measured with the thread page.

use std::time::{Duration, Instant};

use app::State;
use kernel::{Clock, PersonId, Scope, SystemClock, TenantSet};
use search::{Ask, Kind, Wanted};

use load::{Thread, Visitor};

use crate::place::Place;
use crate::process::Process;
use crate::table::{Table, Target};
use crate::units::millis;
use crate::words::{Dice, mistyped, word};
use crate::{Failure, library};

/// How often each kind of question is asked, every time with other words.
const TIMES: usize = 300;
const IN_PROCESS: Target = Target::AtMost(10.0, "ms");
const FOUND_WITHIN: Target = Target::AtMost(2_000.0, "ms");

pub async fn measure(posts: i64, table: &mut Table) -> Result<(), Failure> {
    let place = Place::sqlite()?;
    table.section(format!("Search in process, {posts} posts of sixty words"));
    let thread = seed(&place).await?;
    let author = library::fill(&place, &thread.id, posts).await?;
    questions(&place, author, &thread.tenant, table).await?;
    freshness(&place, table).await
}

/// Lets the server fill an empty database as the demonstration does, and says where posts can be written.
async fn seed(place: &Place) -> Result<Thread, Failure> {
    let server = Process::server(place).await?;
    let thread = Visitor::enter(&server.url).await?.thread;
    server.stop().await?;
    Ok(thread)
}

async fn questions(
    place: &Place,
    author: PersonId,
    tenant: &str,
    table: &mut Table,
) -> Result<(), Failure> {
    let state = place.state().await?;
    let began = Instant::now();
    search::rebuild(&state.search).await?;
    table.fact(
        "building the index anew",
        format!("{:.1} s", began.elapsed().as_secs_f64()),
    );
    table.fact("size of the index", size_of(place)?);
    for (name, ask) in kinds(tenant) {
        let times = ask_often(&state, author, &ask).await?;
        spread(table, name, times, IN_PROCESS);
    }
    let mut dice = Dice::new(11);
    let mut times = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let typed: String = word(&mut dice).chars().take(4).collect();
        let began = Instant::now();
        search::suggest(&scope(author), &state.search, &typed).await?;
        times.push(began.elapsed());
    }
    spread(table, "completing a title", times, IN_PROCESS);
    Ok(())
}

type Maker = Box<dyn Fn(&mut Dice) -> Ask>;

/// Ten kinds of questions.
fn kinds(tenant: &str) -> Vec<(&'static str, Maker)> {
    let words = |text: String| Ask {
        text,
        size: 20,
        ..Ask::default()
    };
    let tenant = tenant.to_owned();
    vec![
        (
            "a word that stands often",
            Box::new(move |_| words("buurt".into())),
        ),
        ("one word", Box::new(move |dice| words(word(dice)))),
        (
            "two words",
            Box::new(move |dice| words(format!("{} {}", word(dice), word(dice)))),
        ),
        (
            "a sentence of eight words",
            Box::new(move |dice| {
                let said: Vec<String> = (0..8).map(|_| word(dice)).collect();
                words(said.join(" "))
            }),
        ),
        (
            "three letters",
            Box::new(move |dice| words(word(dice).chars().take(3).collect())),
        ),
        (
            "the end of a compound",
            Box::new(move |_| words("spoor".into())),
        ),
        (
            "a word mistyped",
            Box::new(move |dice| words(mistyped(&word(dice)))),
        ),
        (
            "a word that is nowhere",
            Box::new(move |dice| words(format!("qx{}", word(dice)))),
        ),
        (
            "one word, one kind, one organisation, one year",
            Box::new(move |dice| Ask {
                kind: Wanted::Only(Kind::Post),
                tenant: Some(tenant.clone()),
                from: Some(kernel::Timestamp::from_millis(0)),
                ..words(word(dice))
            }),
        ),
        (
            "no word, the newest",
            Box::new(move |_| Ask {
                kind: Wanted::Only(Kind::Post),
                ..words(String::new())
            }),
        ),
    ]
}

async fn ask_often(state: &State, author: PersonId, ask: &Maker) -> Result<Vec<Duration>, Failure> {
    let mut dice = Dice::new(7);
    let mut times = Vec::with_capacity(TIMES);
    for number in 0..TIMES + 20 {
        let question = ask(&mut dice);
        // A person's limit is not what is measured.
        let limits = people::Limits::new(&state.clock);
        let began = Instant::now();
        search::find(&scope(author), &state.search, &limits, &question).await?;
        // What is asked first pays for caches.
        if number >= 20 {
            times.push(began.elapsed());
        }
    }
    Ok(times)
}

fn scope(author: PersonId) -> Scope {
    Scope::worker(TenantSet::default(), SystemClock.now())
        .as_person(Some(author), TenantSet::default())
}

fn size_of(place: &Place) -> Result<String, Failure> {
    let mut bytes = 0;
    for file in std::fs::read_dir(place.folder.path().join("search"))? {
        bytes += file?.metadata()?.len();
    }
    Ok(format!("{} MB", bytes / 1_000_000))
}

/// From the answer to a new post until it is found, over HTTP, on the large index.
async fn freshness(place: &Place, table: &mut Table) -> Result<(), Failure> {
    let server = Process::server(place).await?;
    let visitor = Visitor::enter(&server.url).await?;
    let mut times = Vec::new();
    for _ in 0..20 {
        let post = visitor.write().await?;
        let began = Instant::now();
        while !visitor
            .text("/v1/search?kind=post&limit=1")
            .await?
            .contains(&post)
        {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        times.push(began.elapsed());
    }
    spread(table, "until a new post is found", times, FOUND_WITHIN);
    server.stop().await
}

/// In the middle, which is judged, and at the slow end.
fn spread(table: &mut Table, what: &str, mut times: Vec<Duration>, target: Target) {
    times.sort_unstable();
    let at = |part: usize| {
        times
            .get(times.len() * part / 100)
            .copied()
            .map_or(0.0, millis)
    };
    table.judged(what, at(50), target);
    table.fact("  of a hundred, the slowest", format!("{:.2} ms", at(99)));
}
