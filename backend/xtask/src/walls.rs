//! Which libraries may not be reached at all from which levels, however many steps away.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::levels::level;
use crate::workspace::Workspace;

/// From and up to these levels, none of these packages is reached.
const WALLS: &[(RangeInclusive<usize>, &[&str])] = &[
    (1..=1, &["actix-web", "reqwest", "sea-orm", "tokio"]),
    (
        0..=12,
        &["lettre", "meilisearch-sdk", "tantivy", "tokio-tungstenite"],
    ),
    (13..=14, &["lettre", "tokio-tungstenite"]),
    // Encryption comes from rustls alone: no library of the operating system to keep up with.
    (0..=usize::MAX, &["native-tls", "openssl-sys"]),
];

pub fn complaints(workspace: &Workspace) -> Vec<String> {
    workspace
        .reach
        .iter()
        .flat_map(|(name, reached)| broken(name, reached))
        .collect()
}

fn broken(name: &str, reached: &BTreeSet<String>) -> Vec<String> {
    let own = level(name).unwrap_or(0);
    WALLS
        .iter()
        .filter(|(levels, _)| levels.contains(&own))
        .flat_map(|(_, packages)| packages.iter())
        .filter(|package| reached.contains(**package))
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
