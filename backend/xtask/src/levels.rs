//! Who may build on whom: a crate depends on lower levels only, never on its own.

use crate::workspace::Crate;

/// What kind of crates stand on a level. The order is the order of the house: rules name parts, never numbers, so that
/// a level that is put in between falls under the rules of its part.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Part {
    /// Known by a few, and builds on nothing.
    Ground,
    Kernel,
    Base,
    /// What people do, and `platform`, on which all of it stands.
    Slice,
    /// What is made from the rows of slices.
    Reaction,
    App,
    Test,
}

/// From the ground up. A crate that is not in the table is not in the house.
const LEVELS: &[(Part, &[&str])] = &[
    (Part::Ground, &["migrations", "movable", "s3-server"]),
    (Part::Kernel, &["kernel"]),
    (Part::Base, &["bus"]),
    (Part::Base, &["db", "web"]),
    (Part::Slice, &["platform"]),
    (Part::Slice, &["identity", "files", "drafts", "roomlog"]),
    (Part::Slice, &["people", "issues"]),
    (Part::Slice, &["holds"]),
    (Part::Slice, &["threads"]),
    (Part::Slice, &["desk", "mutes"]),
    (
        Part::Slice,
        &[
            "agreements",
            "contacts",
            "dilemmas",
            "maps",
            "networks",
            "responses",
            "tasks",
        ],
    ),
    (Part::Slice, &["invitations", "results"]),
    (
        Part::Slice,
        &[
            "emergencies",
            "erasure",
            "handovers",
            "joins",
            "moderation",
            "nominations",
            "reach",
            "ties",
        ],
    ),
    (Part::Slice, &["facilitating"]),
    (Part::Reaction, &["notifications", "search"]),
    (
        Part::Reaction,
        &["demo-content", "mail", "realtime", "records", "site"],
    ),
    (Part::Reaction, &["inbound"]),
    (Part::App, &["settings"]),
    (Part::App, &["app"]),
    (Part::Test, &["load", "testkit"]),
    (
        Part::Test,
        &["api-tests", "process-tests", "bench", "trials", "xtask"],
    ),
];

/// Knows the product as a browser does: over HTTP and the socket.
const FROM_OUTSIDE: &[&str] = &["load"];

/// More direct dependents than this and a slice has become a utility.
const MOST_DEPENDENTS: usize = 10;
/// What everything is about, or stands on.
const SHARED_BY_ALL: &[&str] = &["platform", "identity", "issues", "threads"];

pub fn complaints(crates: &[Crate]) -> Vec<String> {
    let mut found: Vec<String> = crates.iter().flat_map(upward).collect();
    found.extend(crates.iter().filter_map(|it| crowded(it, crates)));
    found
}

/// What kind of crate one of ours is; `None` for all others.
pub fn part(name: &str) -> Option<Part> {
    let of = LEVELS.iter().find(|(_, names)| names.contains(&name));
    of.map(|(part, _)| *part)
}

fn level(name: &str) -> Option<usize> {
    LEVELS.iter().position(|(_, names)| names.contains(&name))
}

fn upward(it: &Crate) -> Vec<String> {
    let Some(own) = level(&it.name) else {
        return vec![format!(
            "{}: has no level; give it one in xtask/src/levels.rs",
            it.name
        )];
    };
    let outside = FROM_OUTSIDE.contains(&it.name.as_str());
    it.depends_on
        .iter()
        .filter(|other| level(other).is_some_and(|theirs| theirs >= own || outside))
        .map(|other| {
            format!(
                "{}: depends on {other}, which is not on a lower level",
                it.name
            )
        })
        .collect()
}

fn crowded(it: &Crate, crates: &[Crate]) -> Option<String> {
    let slice = matches!(part(&it.name), Some(Part::Slice | Part::Reaction));
    let count = crates
        .iter()
        .filter(|other| other.depends_on.contains(&it.name))
        .count();
    let crowded = slice && count > MOST_DEPENDENTS && !SHARED_BY_ALL.contains(&it.name.as_str());
    crowded.then(|| {
        format!(
            "{}: {count} crates depend on it; {MOST_DEPENDENTS} is the most",
            it.name
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str, depends_on: &[&str]) -> Crate {
        Crate {
            name: name.to_owned(),
            folder: format!("backend/{name}"),
            depends_on: depends_on.iter().map(|it| (*it).to_owned()).collect(),
        }
    }

    #[test]
    fn a_slice_builds_on_what_lies_below_it() {
        assert!(
            complaints(&[named("threads", &["kernel", "platform", "issues", "serde"])]).is_empty()
        );
    }

    #[test]
    fn a_slice_does_not_build_on_its_neighbour_or_on_what_lies_above() {
        let found = complaints(&[
            named("threads", &["mail"]),
            named("results", &["invitations"]),
        ]);
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn who_knows_the_product_from_outside_builds_on_nothing_of_it() {
        assert!(complaints(&[named("load", &["reqwest"])]).is_empty());
        assert_eq!(complaints(&[named("load", &["kernel"])]).len(), 1);
        assert!(complaints(&[named("bench", &["kernel", "load"])]).is_empty());
    }

    /// Each crate of the table, tried with each: a level that is put in between is never left out.
    #[test]
    fn only_what_lies_below_may_be_built_on() {
        let all = || {
            let levels = LEVELS.iter().enumerate();
            levels.flat_map(|(level, (_, names))| names.iter().map(move |name| (level, *name)))
        };
        for (own, name) in all().filter(|(_, name)| !FROM_OUTSIDE.contains(name)) {
            for (theirs, other) in all() {
                let refused = !complaints(&[named(name, &[other])]).is_empty();
                assert_eq!(refused, theirs >= own, "{name} on {other}");
            }
        }
    }

    #[test]
    fn parts_follow_each_other() {
        assert!(LEVELS.is_sorted_by_key(|(part, _)| *part));
    }

    #[test]
    fn the_map_shows_the_same_levels() {
        let map = include_str!("../../ARCHITECTURE.md");
        let mut shown = 0;
        for line in map.lines() {
            let mut words = line.split_whitespace();
            let number = words.next().and_then(|it| it.strip_prefix('L'));
            let Some(number) = number.and_then(|it| it.parse::<usize>().ok()) else {
                continue;
            };
            let mut drawn: Vec<&str> = words.filter(|it| level(it).is_some()).collect();
            let mut known = LEVELS[number].1.to_vec();
            drawn.sort_unstable();
            known.sort_unstable();
            assert_eq!(drawn, known, "L{number}");
            shown += 1;
        }
        let between = LEVELS
            .iter()
            .filter(|(part, _)| (Part::Kernel..=Part::App).contains(part));
        assert_eq!(shown, between.count());
    }

    #[test]
    fn a_crate_without_a_level_is_not_in_the_house() {
        assert_eq!(complaints(&[named("utils", &[])]).len(), 1);
    }

    #[test]
    fn a_slice_that_everybody_uses_is_a_utility() {
        let users = [
            "handovers",
            "joins",
            "search",
            "notifications",
            "mail",
            "realtime",
            "site",
            "app",
            "testkit",
            "api-tests",
            "bench",
        ];
        let mut crates: Vec<Crate> = users
            .iter()
            .map(|name| named(name, &["networks"]))
            .collect();
        crates.push(named("networks", &[]));
        assert_eq!(complaints(&crates).len(), 1);
    }
}
