//! Questions as people ask them, over a small library, each with the document that the asker is looking for.
//!
//! What counts is what somebody notices: it stands among the first three, and what has nothing to do with it is
//! not shown. The table, of both engines, is printed: `cargo nextest run --workspace -E 'test(judged)' --no-capture`.

mod corpus;
mod questions;

use self::corpus::CORPUS;
use self::questions::{JUDGED, Row};
use super::*;

/// Lower than this nobody looks before asking again.
const LOOKED_AT: usize = 3;

fn number_of(name: &str) -> u128 {
    let place = CORPUS.iter().position(|(known, ..)| *known == name);
    let place = place.unwrap_or_else(|| panic!("{name} is not in the corpus"));
    u128::try_from(place).unwrap() + 1
}

async fn fill(engine: &dyn Engine) {
    let documents = CORPUS
        .iter()
        .map(|(name, title, body)| document(number_of(name), title, body));
    engine.upsert(documents.collect()).await.unwrap();
    engine.commit(Timestamp::from_millis(1)).await.unwrap();
}

/// What an engine made of a question.
struct Verdict {
    /// Counted from 1.
    place: Option<usize>,
    hits: usize,
    strays: Vec<&'static str>,
}

impl Verdict {
    async fn of(engine: &dyn Engine, row: &Row) -> Self {
        let found = found(engine, row.asked).await;
        let place = found.iter().position(|hit| *hit == number_of(row.wanted));
        let strays = row.absent.iter().copied();
        Self {
            place: place.map(|place| place + 1),
            hits: found.len(),
            strays: strays
                .filter(|name| found.contains(&number_of(name)))
                .collect(),
        }
    }

    fn is_good(&self) -> bool {
        self.place.is_some_and(|place| place <= LOOKED_AT) && self.strays.is_empty()
    }

    fn shown(&self) -> String {
        let place = self.place.map_or("-".to_owned(), |place| place.to_string());
        format!("{place:>5} {:>5}", self.hits)
    }
}

/// The verdict on every question; none for an engine that is not there.
async fn verdicts(engine: Option<&dyn Engine>) -> Option<Vec<Verdict>> {
    let engine = engine?;
    fill(engine).await;
    let mut verdicts = Vec::new();
    for row in JUDGED {
        verdicts.push(Verdict::of(engine, row).await);
    }
    Some(verdicts)
}

#[tokio::test]
async fn people_find_what_they_ask_for() {
    assert!(JUDGED.len() >= 60);
    let (_dir, embedded) = engine();
    let live = remote::live::engine("judged").map(|((), live)| live);
    let engines = [
        ("embedded", verdicts(Some(&embedded)).await),
        (
            "Meilisearch",
            verdicts(live.as_ref().map(|live| -> &dyn Engine { live })).await,
        ),
    ];
    print(&engines);
    for (name, verdicts) in engines {
        if let Some(verdicts) = verdicts {
            judge(name, &verdicts);
        }
    }
}

/// Where what was wanted stands, among how many hits, for each engine.
fn print(engines: &[(&str, Option<Vec<Verdict>>)]) {
    let shown = |of: &dyn Fn(&Verdict) -> String, number: usize| {
        let columns = engines.iter().map(|(_, verdicts)| {
            let verdict = verdicts.as_ref().and_then(|all| all.get(number));
            verdict.map_or("    not run".to_owned(), of)
        });
        columns.collect::<Vec<_>>().join("   ")
    };
    let names: Vec<String> = engines
        .iter()
        .map(|(name, _)| format!("{name:>11}"))
        .collect();
    println!(
        "{:<22} {:<44} {}",
        "place, hits",
        "asked",
        names.join("   ")
    );
    for (number, Row { why, asked, .. }) in JUDGED.iter().enumerate() {
        println!("{why:<22} {asked:<44} {}", shown(&Verdict::shown, number));
    }
    for (name, verdicts) in engines {
        let first = verdicts.as_ref().map(|all| first(all));
        let said = first.map_or("not run".to_owned(), |first| {
            format!("{first} of {} first", JUDGED.len())
        });
        println!("{name}: {said}");
    }
}

fn first(verdicts: &[Verdict]) -> usize {
    verdicts.iter().filter(|it| it.place == Some(1)).count()
}

fn judge(name: &str, verdicts: &[Verdict]) {
    let wrong: Vec<String> = JUDGED
        .iter()
        .zip(verdicts)
        .filter(|(_, verdict)| !verdict.is_good())
        .map(|(row, verdict)| {
            format!(
                "{}: {} at {:?}, and must not show {:?}",
                row.asked, row.wanted, verdict.place, verdict.strays
            )
        })
        .collect();
    assert!(wrong.is_empty(), "{name}: {wrong:#?}");
    let first = first(verdicts);
    assert!(
        first * 10 >= JUDGED.len() * 9,
        "{name}: nine in ten stand first: {first} of {}",
        JUDGED.len()
    );
}

/// The stand-in knows which words stand where, and nothing of what is best: our queries must let in what is wanted,
/// and keep out what is not.
#[tokio::test]
async fn the_queries_to_a_server_let_in_what_is_wanted() {
    let (_fake, remote) = remote::beside_a_stand_in();
    let verdicts = verdicts(Some(&remote)).await.unwrap();
    let wrong: Vec<String> = JUDGED
        .iter()
        .zip(verdicts)
        .filter(|(_, verdict)| verdict.place.is_none() || !verdict.strays.is_empty())
        .map(|(row, verdict)| format!("{}: {} {:?}", row.asked, verdict.shown(), verdict.strays))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn what_is_nowhere_is_not_found() {
    let (_dir, engine) = engine();
    fill(&engine).await;
    for nowhere in [
        "ruimtevaart",
        "quantumcomputer",
        "xyzzy",
        "voetbaluitslagen",
    ] {
        assert!(found(&engine, nowhere).await.is_empty(), "{nowhere}");
    }
}
