//! Whom the platform suggests, held against who is known to fit: how many of the first ten do, how many of the missing
//! perspectives they bring, and how the asking is spread. Beside chance, and beside words alone.
//!
//! In this process and without a database: it measures the order, not the time.

#![expect(
    clippy::indexing_slicing,
    reason = "numbers of the world's own people and issues"
)]

mod world;

use std::collections::{HashMap, HashSet};

use invitations::ranking::{Asked, Profile, rank};
use kernel::{PersonId, TermId};

use crate::table::Table;
use crate::words::Dice;
use world::{Call, PEOPLE, Someone, World};

const FIRST: usize = 10;
/// What people allow in a month, when they say nothing.
const PER_MONTH: usize = 3;

/// Puts people in an order for an issue; `asked` is how often each was asked.
type Order = fn(&World, usize, &[i64]) -> Vec<usize>;

const ORDERS: [(&str, Order); 3] = [
    ("by chance", by_chance),
    ("by words alone", by_words),
    ("as the platform suggests", as_suggested),
];

pub fn measure(table: &mut Table) {
    let world = World::make();
    table.section(format!(
        "Whom to ask: {PEOPLE} people who tell of themselves with gaps and mistakes, {} issues",
        world.calls.len()
    ));
    for (name, order) in ORDERS {
        let found = Found::of(&world, order);
        table.fact(
            &format!("{name}: of the first ten, fit"),
            format!("{:.1}", found.fitting),
        );
        table.fact(
            &format!("{name}: of three missing perspectives, brought by the first ten"),
            format!("{:.2}", found.brought),
        );
        table.fact(
            &format!("{name}: places that the first ten come from"),
            format!("{:.1}", found.places),
        );
        table.fact(
            &format!("{name}: people asked when each issue asks its first ten"),
            format!(
                "{} for {} questions",
                found.people,
                world.calls.len() * FIRST
            ),
        );
        table.fact(
            &format!("{name}: times that the most asked tenth of them was asked, on average"),
            format!("{:.2}", found.busiest),
        );
    }
}

#[derive(Default)]
struct Found {
    fitting: f64,
    brought: f64,
    places: f64,
    people: usize,
    busiest: f64,
}

impl Found {
    /// The first ten of each issue as everything stands, then all issues in a row, each asking its first ten.
    fn of(world: &World, order: Order) -> Self {
        let mut found = Self::default();
        let issues = share(world.calls.len());
        let before: Vec<i64> = world.people.iter().map(|one| one.asked).collect();
        for (issue, call) in world.calls.iter().enumerate() {
            let first = first_ten(order(world, issue, &before));
            let fits = |one: &usize| call.fits.iter().any(|fits| fits.contains(one));
            let brought = call
                .fits
                .iter()
                .filter(|fits| first.iter().any(|one| fits.contains(one)));
            let regions = first
                .iter()
                .filter_map(|one| region_of(world, &world.people[*one]));
            found.fitting += share(first.iter().filter(|one| fits(one)).count()) / issues;
            found.brought += share(brought.count()) / issues;
            found.places += share(regions.collect::<HashSet<_>>().len()) / issues;
        }
        let mut asked = before;
        let mut times: HashMap<usize, usize> = HashMap::new();
        for issue in 0..world.calls.len() {
            let free = |one: &usize| times.get(one).is_none_or(|times| *times < PER_MONTH);
            let order = order(world, issue, &asked)
                .into_iter()
                .filter(free)
                .collect();
            for one in first_ten(order) {
                asked[one] += 1;
                *times.entry(one).or_default() += 1;
            }
        }
        let mut times: Vec<usize> = times.into_values().collect();
        times.sort_unstable_by_key(|times| std::cmp::Reverse(*times));
        let tenth = times.len().div_ceil(10);
        found.people = times.len();
        found.busiest = share(times.iter().take(tenth).sum()) / share(tenth);
        found
    }
}

fn first_ten(mut order: Vec<usize>) -> Vec<usize> {
    order.truncate(FIRST);
    order
}

#[expect(
    clippy::cast_precision_loss,
    clippy::as_conversions,
    reason = "small counts"
)]
fn share(count: usize) -> f64 {
    count as f64
}

fn region_of(world: &World, one: &Someone) -> Option<TermId> {
    let region = |id: &TermId| {
        world
            .terms
            .iter()
            .any(|term| term.id == *id && term.kind == platform::taxonomy::TermKind::Region)
    };
    one.shows.iter().map(|(term, _)| *term).find(region)
}

fn by_chance(world: &World, issue: usize, _: &[i64]) -> Vec<usize> {
    let mut dice = Dice::new(7_919 * (u64::try_from(issue).unwrap_or(0) + 1));
    let mut order: Vec<usize> = (0..world.people.len()).collect();
    for place in (1..order.len()).rev() {
        order.swap(place, dice.roll(place + 1));
    }
    order
}

/// How many of the terms that somebody shows are named in the text: what searching for its words would find.
fn by_words(world: &World, issue: usize, _: &[i64]) -> Vec<usize> {
    let call = &world.calls[issue];
    let text = format!("{} {}", call.words, call.missing.join(" ")).to_lowercase();
    let named: HashSet<TermId> = world
        .terms
        .iter()
        .filter(|term| {
            text.contains(&term.name_nl.to_lowercase())
                || term.synonyms.iter().any(|it| text.contains(it))
        })
        .map(|term| term.id)
        .collect();
    let mut order = by_chance(world, issue, &[]);
    let score = |one: &usize| {
        world.people[*one]
            .shows
            .iter()
            .filter(|(term, _)| named.contains(term))
            .count()
    };
    order.sort_by_key(|one| std::cmp::Reverse(score(one)));
    order
}

fn as_suggested(world: &World, issue: usize, asked: &[i64]) -> Vec<usize> {
    let call: &Call = &world.calls[issue];
    let wanted = Asked::of(&call.own, &world.terms, &call.words, &call.missing);
    let profiles = world.people.iter().zip(asked).map(|(one, asked)| Profile {
        person: one.id,
        facets: one.shows.clone(),
        asked: *asked,
    });
    let salt = call.own.iter().map(|term| term.uuid().as_u128()).sum();
    let number: HashMap<PersonId, usize> = (0..)
        .zip(&world.people)
        .map(|(n, one)| (one.id, n))
        .collect();
    let ranked = rank(profiles.collect(), &wanted, salt);
    ranked
        .iter()
        .filter_map(|it| number.get(&it.person).copied())
        .collect()
}
