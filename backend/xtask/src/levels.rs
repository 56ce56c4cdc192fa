//! Who may build on whom: a crate depends on lower levels only, never on its own.

use crate::workspace::Crate;

/// From the ground up. A crate that is not in the table is not in the house.
const LEVELS: &[&[&str]] = &[
    &["migrations", "movable", "s3-server"],
    &["kernel"],
    &["bus"],
    &["db", "web"],
    &["platform"],
    &["identity", "files", "roomlog", "drafts"],
    &["people", "issues"],
    &["holds"],
    &["threads"],
    &["desk", "mutes"],
    &[
        "agreements",
        "contacts",
        "dilemmas",
        "maps",
        "networks",
        "responses",
        "tasks",
    ],
    &["invitations", "results"],
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
    &["facilitating", "search"],
    &["notifications"],
    &[
        "demo-content",
        "mail",
        "realtime",
        "records",
        "settings",
        "site",
    ],
    &["app"],
    &["load", "testkit"],
    &["api-tests", "process-tests", "bench", "trials", "xtask"],
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

/// The level of one of our crates; `None` for all others.
pub fn level(name: &str) -> Option<usize> {
    LEVELS.iter().position(|names| names.contains(&name))
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
    let slice = level(&it.name).is_some_and(|own| (5..=15).contains(&own));
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
