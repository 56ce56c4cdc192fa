//! Every code that the code can answer with has a sentence in every language.
//!
//! All words with a dot are asked that the crates of the product hold outside their tests, but for the few that are
//! listed here as something else: a code of a new area is asked from its first day.

use std::collections::BTreeSet;
use std::path::Path;

use kernel::Locale;
use web::i18n::{Locales, problem_key};

/// Tests, tools, and what only tests use.
const NOT_THE_PRODUCT: &[&str] = &[
    "api-tests",
    "bench",
    "demo-content",
    "load",
    "locales",
    "process-tests",
    "s3-server",
    "seed",
    "target",
    "testkit",
    "tests",
    "trials",
    "xtask",
];

/// Names that others gave, or that name columns: their words with a dot are no codes.
const OTHER_NAMES: &[&str] = &[
    "app/src/traces.rs",
    "bus/src/wire.rs",
    "erasure/src/rules.rs",
    "realtime/src/streamed.rs",
    "search/src/meilisearch/check.rs",
];

/// Told to a program that listens, in a frame: `docs/realtime.md` says what each means.
const OF_FRAMES: &[&str] = &[
    "socket.malformed",
    "socket.too-many-topics",
    "socket.topic-not-found",
];

const KINDS_OF_FILES: &[&str] = &["bin", "html", "json", "sqlite"];

fn codes_in(directory: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(directory).unwrap().flatten() {
        let path = entry.path();
        let name = path.file_name().unwrap().to_string_lossy();
        if path.is_dir() {
            if !NOT_THE_PRODUCT.contains(&name.as_ref()) {
                codes_in(&path, found);
            }
        } else if name.ends_with(".rs")
            && !name.ends_with("tests.rs")
            // Kinds of events look like codes, and are never shown.
            && !name.contains("event")
            && !OTHER_NAMES.iter().any(|other| path.ends_with(other))
        {
            codes_of(&std::fs::read_to_string(&path).unwrap(), found);
        }
    }
}

fn codes_of(text: &str, found: &mut BTreeSet<String>) {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let mut answers = false;
    for line in text.lines() {
        let code = line.trim_start();
        // A name of columns is `table.column`; a kind of event stands in its type.
        if code.starts_with("//") || code.starts_with("columns:") || code.contains("const KIND") {
            continue;
        }
        answers = match line {
            "    fn code(&self) -> &'static str {" => true,
            "    }" => false,
            _ => answers,
        };
        for literal in line.split('"').skip(1).step_by(2) {
            if answers || looks_like_a_code(literal) {
                found.insert(literal.to_owned());
            }
        }
    }
}

fn looks_like_a_code(literal: &str) -> bool {
    let parts: Vec<&str> = literal.split('.').collect();
    let word = |part: &&str| {
        part.starts_with(|c: char| c.is_ascii_lowercase())
            && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
    };
    parts.len() > 1
        && parts.iter().all(word)
        && !KINDS_OF_FILES.iter().any(|kind| parts.last() == Some(kind))
        && !OF_FRAMES.contains(&literal)
        // The file of a copy that `pg_dump` writes.
        && literal != "database.dump"
}

#[test]
fn every_code_has_a_sentence_in_every_language() {
    let mut found = BTreeSet::new();
    codes_in(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join(".."),
        &mut found,
    );
    assert!(found.len() > 300, "{}", found.len());
    let locales = Locales::default();
    let silent: Vec<_> = Locale::ALL
        .into_iter()
        .flat_map(|locale| found.iter().map(move |code| (locale, code)))
        .filter(|(locale, code)| !locales.has(*locale, &problem_key(code)))
        .collect();
    assert!(silent.is_empty(), "no sentence for {silent:?}");
}

#[test]
fn a_code_of_any_area_is_found_wherever_it_stands() {
    let mut found = BTreeSet::new();
    let text = "faults.refuse(\"/x\", \"quite-new.too-long\");\n    fn code(&self) -> &'static str {\n        \"internal\"\n    }\n// \"not.this\"\n\"alt.text\"\n#[cfg(test)]\nmod tests {\n\"nor.this\"";
    codes_of(text, &mut found);
    assert_eq!(
        found.into_iter().collect::<Vec<_>>(),
        ["alt.text", "internal", "quite-new.too-long"]
    );
}
