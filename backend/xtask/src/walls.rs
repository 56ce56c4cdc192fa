//! Which libraries may not be reached at all from which levels, however many steps away.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::levels::{Part, part};
use crate::workspace::Workspace;

/// From and up to these parts, none of these packages is reached.
const WALLS: &[(RangeInclusive<Part>, &[&str])] = &[
    (
        Part::Kernel..=Part::Kernel,
        &["actix-web", "reqwest", "sea-orm", "tokio"],
    ),
    (Part::Ground..=Part::Slice, &["meilisearch-sdk", "tantivy"]),
    // Encryption comes from rustls alone: no library of the operating system to keep up with.
    (Part::Ground..=Part::Test, &["native-tls", "openssl-sys"]),
];

/// What only these crates reach, and who puts the program together from them.
const LEAVES: &[(&str, &[&str])] = &[
    ("lettre", &["mail", "inbound"]),
    ("tokio-tungstenite", &["realtime"]),
];

pub fn complaints(workspace: &Workspace) -> Vec<String> {
    workspace
        .reach
        .iter()
        .flat_map(|(name, reached)| broken(name, reached))
        .collect()
}

fn broken(name: &str, reached: &BTreeSet<String>) -> Vec<String> {
    let own = part(name).unwrap_or(Part::Ground);
    let walled = WALLS
        .iter()
        .filter(|(parts, _)| parts.contains(&own))
        .flat_map(|(_, packages)| packages.iter().copied());
    let kept = LEAVES
        .iter()
        .filter(|(_, crates)| own <= Part::Reaction && !crates.contains(&name))
        .map(|(package, _)| *package);
    walled
        .chain(kept)
        .filter(|package| reached.contains(*package))
        .map(|package| {
            format!("{name}: reaches {package}; `cargo tree -p {name} -i {package}` shows how")
        })
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, reached: &str) -> usize {
        broken(name, &BTreeSet::from([reached.to_owned()])).len()
    }

    #[test]
    fn slices_do_not_know_search_mail_or_sockets() {
        assert_eq!(check("threads", "tantivy"), 1);
        assert_eq!(check("threads", "lettre"), 1);
        assert_eq!(check("threads", "meilisearch-sdk"), 1);
        assert_eq!(check("search", "tantivy"), 0);
        assert_eq!(check("notifications", "lettre"), 1);
        assert_eq!(check("mail", "lettre"), 0);
        assert_eq!(check("site", "lettre"), 1);
        assert_eq!(check("facilitating", "tantivy"), 1);
        assert_eq!(check("app", "lettre"), 0);
    }

    #[test]
    fn the_kernel_does_no_input_or_output() {
        assert_eq!(check("kernel", "tokio"), 1);
    }

    #[test]
    fn nobody_needs_the_operating_systems_encryption() {
        assert_eq!(check("app", "openssl-sys"), 1);
    }
}
