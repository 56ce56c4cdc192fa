//! Every code that the code can answer with has a sentence in every language.

use std::collections::BTreeSet;
use std::path::Path;

use kernel::Locale;
use web::i18n::{Locales, problem_key};

/// Codes stand in `fault.rs` and its like as string literals with a dot and dashes.
fn codes_in(directory: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(directory).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir()
            && !["tests", "target", "seed", "locales"]
                .iter()
                .any(|skip| path.ends_with(skip))
        {
            codes_in(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let arms = text.lines().filter(|line| {
                line.contains("=> \"")
                    || line.contains(".refuse(")
                    || line.trim_start().starts_with('"')
            });
            for literal in arms.flat_map(|line| line.split('"').skip(1).step_by(2)) {
                if looks_like_a_code(literal) {
                    found.insert(literal.to_owned());
                }
            }
        }
    }
}

fn looks_like_a_code(literal: &str) -> bool {
    let areas = [
        "text",
        "field",
        "input",
        "tenant",
        "issue",
        "thread",
        "post",
        "draft",
        "identity",
        "limit",
        "precondition",
        "header",
        "origin",
        "session",
        "number",
        "list",
        "cursor",
        "idempotency",
        "storage",
        "invitation",
        "people",
        "member",
        "map",
        "file",
        "outcome",
        "product",
        "result",
        "search",
        "notification",
        "follow",
        "socket",
    ];
    let Some((area, rest)) = literal.split_once('.') else {
        return false;
    };
    areas.contains(&area)
        && !rest.is_empty()
        && literal
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b == b'.' || b == b'-')
}

/// Kinds of events look like codes, and are never shown.
const NEVER_SHOWN: &[&str] = &[
    "-changed",
    "-ended",
    ".opened",
    ".replied",
    ".edited",
    ".withdrawn",
    ".moved",
    ".written",
    "-requested",
    ".suspended",
    ".changed",
    ".made",
    ".sent",
    ".accepted",
    ".declined",
    ".revoked",
    ".published",
    ".retired",
    "-due",
    ".refused",
];

#[test]
fn every_code_has_a_sentence_in_every_language() {
    let mut found = BTreeSet::new();
    codes_in(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join(".."),
        &mut found,
    );
    assert!(found.len() > 20);
    let locales = Locales::default();
    let silent: Vec<_> = Locale::ALL
        .into_iter()
        .flat_map(|locale| found.iter().map(move |code| (locale, code)))
        .filter(|(_, code)| {
            !NEVER_SHOWN.iter().any(|ending| code.ends_with(ending))
                && !code.starts_with("socket.")
                && !code.starts_with("search.suggest")
        })
        .filter(|(locale, code)| !locales.has(*locale, &problem_key(code)))
        .collect();
    assert!(silent.is_empty(), "no sentence for {silent:?}");
}
