//! Questions as people ask them, over a small library, each with the document that the asker is looking for.
//!
//! What counts is what somebody notices: it stands among the first three, and what has nothing to do with it is
//! not shown. The table is printed: `cargo nextest run --workspace -E 'test(judged)' --no-capture`.

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

fn library() -> (TempDir, Embedded) {
    let (dir, engine) = engine();
    let documents = CORPUS
        .iter()
        .map(|(name, title, body)| document(number_of(name), title, body));
    engine.upsert(documents.collect()).unwrap();
    engine.commit(Timestamp::from_millis(1)).unwrap();
    (dir, engine)
}

#[test]
fn people_find_what_they_ask_for() {
    let (_dir, engine) = library();
    assert!(JUDGED.len() >= 60);
    let (mut wrong, mut first) = (Vec::new(), 0);
    println!("{:<22} {:<44} {:>5} {:>5}", "", "asked", "place", "hits");
    for Row {
        why,
        asked,
        wanted,
        absent,
    } in JUDGED
    {
        let found = found(&engine, asked);
        let place = found.iter().position(|hit| *hit == number_of(wanted));
        let shown = place.map_or("-".to_owned(), |place| (place + 1).to_string());
        println!("{why:<22} {asked:<44} {shown:>5} {:>5}", found.len());
        first += usize::from(place == Some(0));
        let strays: Vec<_> = absent
            .iter()
            .filter(|name| found.contains(&number_of(name)))
            .collect();
        if place.is_none_or(|place| place >= LOOKED_AT) || !strays.is_empty() {
            wrong.push(format!(
                "{asked}: {wanted} at {shown}, and must not show {strays:?}"
            ));
        }
    }
    println!("{first} of {} first", JUDGED.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(
        first * 10 >= JUDGED.len() * 9,
        "nine in ten stand first: {first} of {}",
        JUDGED.len()
    );
}

#[test]
fn what_is_nowhere_is_not_found() {
    let (_dir, engine) = library();
    for nowhere in [
        "ruimtevaart",
        "quantumcomputer",
        "xyzzy",
        "voetbaluitslagen",
    ] {
        assert!(found(&engine, nowhere).is_empty(), "{nowhere}");
    }
}
